"""Values that do not fit the model: each gives its code and place."""

from pathlib import Path

import pytest

from generator.language import LANGUAGES, language
from generator.reports import json_report, text_report
from small_handbook import FILES, PROCESS, edited, examine, places, write

ROLES = "organisation/roles.yml"
ORGANISATION = "organisation/organisation.yml"
MATRIX = "organisation/matrix.yml"
SYSTEMS = "organisation/systems.yml"
MAP = "quality/source-map.yml"
KPIS = "kpis/bake-bread.yml"
NOTES = "quality/source-notes.yml"


def coverage(clause: str) -> dict[str, str]:
    return {"quality/coverage.yml": f"- {{id: rules, clause: {clause}, how: It does.}}\n"}


CASES = {
    "unknown key": (edited(PROCESS, "goal:", "gaol:"), [f"{PROCESS}:2:1 S201"]),
    "unknown key without a value": (
        edited(ROLES, "name: baker", "name: baker\n  kidn:"),
        [f"{ROLES}:3:3 S201"],
    ),
    "unknown key in a step": (edited(PROCESS, "uses:", "systems:"), [f"{PROCESS}:13:5 S201"]),
    "missing key": (
        edited(ROLES, "- id: customer\n  name: customer", "- id: customer"),
        [f"{ROLES}:3:3 S202"],
    ),
    "missing key deep down": (
        edited(PROCESS, '- answer: "no"\n          next', "- next"),
        [f"{PROCESS}:21:11 S202"],
    ),
    "empty key": (edited(ROLES, "name: baker", "name:"), [f"{ROLES}:2:3 S202"]),
    "null for a needed value": (edited(ROLES, "name: baker", "name: null"), [f"{ROLES}:2:3 S202"]),
    "text for a list": (edited(PROCESS, "[baker]", "baker"), [f"{PROCESS}:7:12 S203"]),
    "text for a block": (
        edited(PROCESS, "{by: baker, date: 2029-01-01}", "baker"),
        [f"{PROCESS}:26:13 S203"],
    ),
    "list for a block": (
        edited(ORGANISATION, "site:\n  title: Bakery handbook", "site: [x]"),
        [f"{ORGANISATION}:3:7 S203"],
    ),
    "block for text": (edited(PROCESS, "Bread on the shelf", "{a: b}"), [f"{PROCESS}:2:7 S203"]),
    "list for text": (edited(PROCESS, "Bread on the shelf", "[a, b]"), [f"{PROCESS}:2:7 S203"]),
    "a block where the file is a list": ({ROLES: "id: baker\n"}, [f"{ROLES}:1:1 S203"]),
    "a list where the file is a block": ({PROCESS: "- name: x\n"}, [f"{PROCESS}:1:1 S203"]),
    "text where an item is a block": ({KPIS: "- loaves\n"}, [f"{KPIS}:1:3 S203"]),
    "no yes or no": (edited(ROLES, "external: true", "external: perhaps"), [f"{ROLES}:5:13 S203"]),
    "no date": (edited(PROCESS, "2030-01-01", "next year"), [f"{PROCESS}:25:16 S203"]),
    "a time for a date": (
        edited(PROCESS, "2030-01-01", "2030-01-01T10:00"),
        [f"{PROCESS}:25:16 S203"],
    ),
    "no number": (edited(MAP, "last_line: 20", "last_line: twenty"), [f"{MAP}:2:12 S203"]),
    "number too small": (edited(MAP, "last_line: 20", "last_line: 0"), [f"{MAP}:2:12 S210"]),
    "object with two states": (
        edited(PROCESS, "dough [mixed]", "dough [mixed] [warm]"),
        [f"{PROCESS}:9:9 S204"],
    ),
    "unknown word": (
        edited("organisation/groups.yml", "primary", "primry"),
        ["organisation/groups.yml:3:9 S205"],
    ),
    "unknown language": (
        edited(ORGANISATION, "language: en", "language: fr"),
        [f"{ORGANISATION}:2:11 S205"],
    ),
    "identifier with capitals": (edited(PROCESS, "id: mix", "id: Mix it"), [f"{PROCESS}:5:9 S206"]),
    "either of two identifiers": (
        edited(SYSTEMS, "[baker]", "[The baker]"),
        [f"{SYSTEMS}:5:19 S206"],
    ),
    "key that is no identifier": (
        edited(MATRIX, "baker: D", "The Baker: D"),
        [f"{MATRIX}:9:7 S206"],
    ),
    "version that is none": (edited(PROCESS, '"0.1"', "one"), [f"{PROCESS}:24:12 S206"]),
    "two lines for one": (
        edited(PROCESS, "Bread on the shelf", '"Bread\\non"'),
        [f"{PROCESS}:2:7 S206"],
    ),
    "address without https": (
        edited(ORGANISATION, "title: Bakery handbook", "title: x\n  edit_url: javascript:alert(1)"),
        [f"{ORGANISATION}:5:13 S206"],
    ),
    "name too long": (edited(PROCESS, "Bread on the shelf", "x" * 301), [f"{PROCESS}:2:7 S207"]),
    "no text between quotes": (
        edited(PROCESS, "Bread on the shelf", '""'),
        [f"{PROCESS}:2:7 S208"],
    ),
    "only blanks": (edited(PROCESS, "Bread on the shelf", '" "'), [f"{PROCESS}:2:7 S208"]),
    "list without items": (
        {PROCESS: "name: x\nsteps: []\ndocument: {version: '0.1'}\n"},
        [f"{PROCESS}:2:8 S208"],
    ),
    "item without a value": (
        edited(PROCESS, "      - dough [mixed]", "      -"),
        [f"{PROCESS}:9:8 S208"],
    ),
    "key that the path gives": (
        edited(PROCESS, "name:", "id: bake-bread\nname:"),
        [f"{PROCESS}:1:1 S209"],
    ),
    "process in a file of indicators": (
        edited(KPIS, "name:", "process: x\n  name:"),
        [f"{KPIS}:2:3 S209"],
    ),
    "identifier twice in a file": (
        edited(ROLES, "id: customer", "id: baker"),
        [f"{ROLES}:3:7 S301"],
    ),
    "process twice in two groups": (
        {
            "processes/zero/bake-bread.yml": FILES[PROCESS],
            "organisation/groups.yml": "- {id: baking, name: b, kind: primary}\n"
            "- {id: zero, name: z, kind: primary}\n",
        },
        ["processes/zero/bake-bread.yml:1:1 S301"],
    ),
    "indicator twice in two files": (
        {"kpis/other.yml": FILES[KPIS], "processes/baking/other.yml": FILES[PROCESS]},
        ["kpis/other.yml:1:7 S301"],
    ),
    "several at once": (
        edited(PROCESS, "name: Bake bread\ngoal:", "naam: Bake bread\nname: [x]\ngoal:"),
        [f"{PROCESS}:1:1 S201", f"{PROCESS}:2:7 S203"],
    ),
    "empty means omitted, also for a list": (
        edited(PROCESS, "owner: baker", "owner: baker\ntriggers:\nobjects: null"),
        [],
    ),
    "text that YAML would take for something else": (
        edited(PROCESS, "Bread on the shelf", "no")
        | edited("quality/bottlenecks.yml", "The oven is slow", "1.10"),
        [],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_misfit(tmp_path: Path, changes: dict[str, str], expected: list[str]) -> None:
    found = examine(write(tmp_path, changes))
    assert places(found) == expected
    for code in LANGUAGES:
        assert text_report(found, language(code))
        assert json_report(found, language(code))


@pytest.mark.parametrize(
    ("changes", "detail", "value"),
    [
        (edited(PROCESS, "goal:", "gaol:"), "guess", "goal"),
        (edited(PROCESS, "    uses:", "    use:"), "guess", "uses"),
        (edited(PROCESS, "question:", "quesiton:"), "guess", "question"),
        (edited("organisation/groups.yml", "primary", "primry"), "guess", "primary"),
        (edited("organisation/groups.yml", "primary", "x"), "allowed", "primary, supporting"),
        (edited(PROCESS, "[baker]", "baker"), "expected", "list"),
        (edited(PROCESS, "id: mix", "id: Mix it"), "form", "identifier"),
        (edited(MAP, "L1-10", "1-10"), "form", "lines"),
        (edited(PROCESS, "owner: baker", "owner: Jan de Vries"), "form", "role"),
        (edited(PROCESS, "[baker]", "[Jan de Vries]"), "example", "role"),
        (edited(SYSTEMS, "[baker]", "[Jan B]"), "form", "role-or-department"),
        (edited(ROLES, "id: customer", "id: The Customer"), "guess", "the-customer"),
        (coverage("9.2.2"), "example", "clause"),
        (coverage("iso-9001-2015#9.2.2"), "example", "clause"),
        (edited(NOTES, '"process:bake-bread#bake"', "9.2.2"), "example", "clause"),
        (edited(NOTES, '"process:bake-bread#bake"', "Oven"), "example", "reference"),
        (edited(ROLES, "id: customer", "id: baker"), "first", f"{ROLES}:1"),
        (edited(PROCESS, "Bread on the shelf", "x" * 301), "limit", "300"),
    ],
)
def test_details_help(
    tmp_path: Path, changes: dict[str, str], detail: str, value: str | None
) -> None:
    assert value in [found.details.get(detail) for found in examine(write(tmp_path, changes))]


def test_an_entity_that_does_not_fit_is_not_unknown(tmp_path: Path) -> None:
    changes = edited(ROLES, "name: baker", "nam: baker")
    assert places(examine(write(tmp_path, changes))) == [f"{ROLES}:1:3 S202", f"{ROLES}:2:3 S201"]
