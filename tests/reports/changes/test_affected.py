"""Who notices a change."""

import pytest

from generator.comparison import between
from generator.load import load_texts
from generator.reports.changes.affected import Affected, affected
from generator.reports.changes.compared import Side
from small_handbook import FILES, PROCESS

SELL = "processes/baking/sell-bread.yml"
ROLES = "organisation/roles.yml"
BOTH = {
    **FILES,
    ROLES: FILES[ROLES] + "- id: seller\n  name: seller\n- id: taster\n  name: taster\n",
    SELL: """\
name: Sell bread
owner: seller
steps:
  - id: offer
    name: Offer bread
    roles: [seller]
    decision:
      question: Sold?
      decided_by: [taster]
      outcomes:
        - answer: "yes"
          activities:
            - name: Wrap it
              roles: [helper]
          end: Sold
        - answer: "no"
          next: offer
interfaces:
  - {direction: in, kind: delivers, process: bake-bread, object: bread}
document: {version: "0.1"}
""",
}
MIX, OFFER, HEADS = "name: Mix dough", "name: Offer bread", 'document: {version: "0.1"}'


def affected_by(file: str, old: str, new: str) -> Affected:
    assert old in BOTH[file]
    after = {**BOTH, file: BOTH[file].replace(old, new)}
    one, other = (load_texts(texts).readable for texts in (BOTH, after))
    return affected(between(Side(one), Side(other)))


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (PROCESS, MIX, "name: Knead dough", (("baker",), ("Sell bread",), ("baker",))),
        (
            SELL,
            OFFER,
            "name: Show bread",
            (("helper", "seller", "taster"), ("Bake bread",), ("seller",)),
        ),
        (
            PROCESS,
            f"{MIX}\n    roles: [baker]",
            f"{MIX}\n    roles: [customer]",
            (("baker", "customer"), ("Sell bread",), ("baker",)),
        ),
        (SELL, HEADS, 'document: {version: "0.2"}', ((), (), ())),
        (PROCESS, "goal: Bread on the shelf", "goal: Cake", ((), ("Sell bread",), ("baker",))),
        ("kpis/bake-bread.yml", 'target: "100"', 'target: "90"', ((), (), ("baker",))),
        ("organisation/systems.yml", "purpose: Heat", "purpose: Fire", ((), (), ("baker",))),
    ],
    ids=[
        "a step",
        "a decision",
        "who does it",
        "the version",
        "the goal",
        "an indicator",
        "a system",
    ],
)
def test_who_notices(file: str, old: str, new: str, expected: tuple[tuple[str, ...], ...]) -> None:
    found = affected_by(file, old, new)
    assert (found.roles, found.neighbours, found.owners) == expected


@pytest.mark.parametrize("is_new", [True, False])
def test_a_process_that_is_new_or_gone(*, is_new: bool) -> None:
    less = {file: text for file, text in BOTH.items() if file != SELL}
    before, after = (less, BOTH) if is_new else (BOTH, less)
    one, other = (load_texts(texts).readable for texts in (before, after))
    found = affected(between(Side(one), Side(other)))
    assert found == Affected(("helper", "seller", "taster"), ("Bake bread",), ("seller",))


def test_nothing_changed() -> None:
    book = load_texts(BOTH).readable
    assert affected(between(Side(book), Side(book))) == Affected((), (), ())
