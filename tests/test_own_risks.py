"""The risks of this repository, held against a second reading of the source.

The source itself is not in the repository. The table is what a reader took from its lines, not
from the data, so that a slip in either shows.
"""

from itertools import chain
from pathlib import Path

import pytest

from generator.evaluation.risk_level import rated
from generator.load import load
from generator.model.base import OriginKind
from generator.model.handbook import Handbook

ROOT = Path(__file__).parent.parent

SCALE = {
    "chance": [
        (1, "hele kleine kans", 4763),
        (2, "kleine kans", 4764),
        (3, "matige kans", 4765),
        (4, "gerede kans", 4766),
        (5, "grote kans", 4767),
    ],
    "effect": [
        (1, "effect zeer minimaal", 4769),
        (2, "laag effect", 4770),
        (3, "matig effect", 4771),
        (4, "gerede effect", 4772),
        (5, "groot effect", 4773),
    ],
}
"""The values of the scale, their words, and the line that each of them stands on."""

PROJECT = (4774, 4831)
"""The risks of the source's own project; none of them is a risk of the organisation."""


@pytest.fixture(scope="module")
def own() -> Handbook:
    """The handbook of this repository, with nothing wrong in the files of the risks."""
    loaded = load(ROOT)
    assert not [item for item in loaded.findings if "risk" in item.position.file]
    return loaded.readable


def span(lines: str) -> tuple[int, int]:
    """The first and the last line of ``L12`` or ``L12-40``."""
    first, _, last = lines.removeprefix("L").partition("-")
    return int(first), int(last or first)


@pytest.mark.parametrize("axis", ["chance", "effect"])
def test_the_scale_is_that_of_the_source(own: Handbook, axis: str) -> None:
    assert own.risk_scale
    grades = getattr(own.risk_scale, axis)
    assert [(item.value, item.meaning) for item in grades] == [row[:2] for row in SCALE[axis]]
    origin = own.risk_scale.origin(axis)
    (lines,) = map(span, origin.lines)
    assert origin.origin is OriginKind.SOURCE
    assert all(lines[0] <= row[2] <= lines[1] for row in SCALE[axis])


def test_what_the_source_does_not_say_of_the_scale_is_open(own: Handbook) -> None:
    assert own.risk_scale
    assert own.risk_scale.bands == ()
    assert own.risk_scale.origin("bands").origin is OriginKind.OPEN
    assert own.risk_scale.origin("name").origin is OriginKind.PROPOSAL


def test_the_account_of_the_source_gives_the_scale_and_leaves_the_project_out(
    own: Handbook,
) -> None:
    assert own.source_map
    whole = {span(item.lines): item for item in own.source_map.ranges}
    assert whole[(4754, 4773)].items == ("riskscale",)
    assert (whole[PROJECT].items, whole[PROJECT].left_out) == ((), "risico's van het project")


def test_every_risk_is_a_proposal_that_nobody_has_judged(own: Handbook) -> None:
    assert 10 <= len(own.risks) <= 16
    for risk in own.risks.values():
        assert risk.origins["*"].origin is OriginKind.PROPOSAL, risk.id
        assert risk.origins["*"].why, risk.id
        assert risk.cause, risk.id
        assert risk.consequence, risk.id
        assert risk.touches, risk.id
        assert risk.lines, risk.id
        judged = (risk.rating, risk.treatment, risk.measure, risk.after, risk.owner, risk.due)
        assert judged == (None,) * 6, risk.id
        for field in ("rating", "treatment", "owner"):
            assert risk.origin(field).origin is OriginKind.OPEN, (risk.id, field)
    assert not any(item.before or item.after for item in rated(own))


def test_what_a_risk_touches_is_there_and_is_named_once(own: Handbook) -> None:
    for risk in own.risks.values():
        assert [name for name in risk.touches if own.find(name) is None] == [], risk.id
        assert len(set(risk.touches)) == len(risk.touches), risk.id


def test_no_risk_comes_from_the_project_of_the_source(own: Handbook) -> None:
    lines = chain.from_iterable(
        [*risk.lines, *chain.from_iterable(item.lines for item in risk.origins.values())]
        for risk in own.risks.values()
    )
    found = list(map(span, lines))
    assert found
    assert [item for item in found if item[1] >= 4700] == []


def test_what_is_already_there_is_from_the_source_with_its_lines(own: Handbook) -> None:
    found = [risk for risk in own.risks.values() if risk.controls]
    assert found
    for risk in found:
        assert risk.origin("controls").origin is OriginKind.SOURCE, risk.id
        assert risk.origin("controls").lines, risk.id


def test_the_source_gives_no_line_of_the_register_of_improvements(own: Handbook) -> None:
    assert own.improvements == {}
