"""Mistakes that people make in a file: each is one finding, where they would look for it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.language import LANGUAGES, language
from generator.load import load
from generator.load.slips import first_slip
from generator.load.yaml_source import read_yaml
from generator.model.finding import Finding
from generator.wording import wording
from small_handbook import FILES, PROCESS, edited, examine, write

ROLES = "organisation/roles.yml"
GOAL = "Bread on the shelf"


def goal(text: str) -> dict[str, str]:
    """The process with another goal, on line 2 from column 7."""
    return edited(PROCESS, f"goal: {GOAL}", f"goal: {text}")


def process(old: str, new: str) -> dict[str, str]:
    """The process with a piece of it replaced."""
    return edited(PROCESS, old, new)


LAYOUT = {
    "apostrophe in front": (goal("'s Nachts draaien"), "2:7 S122"),
    "double quote in front": (goal('"Bread on the shelf'), "2:7 S122"),
    "quote in a list": (process("- dough [mixed]", "- 'dough [mixed]"), "9:9 S122"),
    "quote in the last line": (process("[heat]", '"heat'), "32:12 S122"),
    "quote in brackets": (process("[oven]", "['oven]"), "13:12 S122"),
    "quote that another one closes": (
        process("Bake bread\ngoal: Bread", "'s Avonds\ngoal: 's Morgens"),
        "1:7 S122",
    ),
    "quote across lines": (goal('"Bread\n  on: the\n  shelf'), "2:7 S122"),
    "text behind the quote": (goal('"Bread" on the shelf'), "2:13 S123"),
    "apostrophe between quotes": (goal("'Foto's maken'"), "2:12 S123"),
    "text behind a quote across lines": (goal('"Bread\n  on" the shelf'), "3:5 S123"),
    "bracket not closed": (process("[oven]", "[oven"), "13:11 S124"),
    "bracket not closed, items below": (
        process("[oven]", "[\n      oven,\n      mixer"),
        "13:11 S124",
    ),
    "brace not closed": (process("2029-01-01}", "2029-01-01"), "26:13 S124"),
    "bracket in front of a text": (goal("[new] Bread"), "2:7 S131"),
    "brackets in brackets": (
        process("outputs:\n      - dough [mixed]", "outputs: [dough [mixed]]"),
        "8:21 S125",
    ),
    "bracket too many": (process("[oven]", "[oven]]"), "13:17 S125"),
    "another bracket": (process("[oven]", "[oven}"), "13:16 S125"),
    "colon in the text": (goal("Note: bread"), "2:11 S126"),
    "colon at the end": (goal("Bread:"), "2:12 S126"),
    "colon in a text across lines": (goal("Bread\n  Note: bread"), "3:7 S126"),
    "field too far to the right": (process("    roles", "      roles"), "7:7 S127 right"),
    "field a blank too far": (process("    roles", "     roles"), "7:6 S127 right"),
    "field too far to the right, after brackets": (
        process("    outputs", "      outputs"),
        "8:7 S127 right",
    ),
    "field too far to the left": (process("    roles", "  roles"), "7:3 S127 left"),
    "field a blank too far to the left": (process("    roles", "   roles"), "7:4 S127 left"),
    "item too far to the right": (process("  - id: bake", "    - id: bake"), "10:5 S127 right"),
    "item too far to the left": (process("  - id: bake", "- id: bake"), "10:1 S127 left"),
    "field at the top too far to the right": (process("\nowner", "\n  owner"), "3:3 S127 right"),
    "text too far to the left": (goal(">-\nBread on the shelf"), "3:1 S127 left"),
    "text too far to the left halfway": (goal(">-\n    Bread\n  on"), "4:3 S127 left"),
    "text out of its field": (goal(">-\n  Bread\non the shelf"), "4:1 S127 left"),
    "dash without a space": (process("- id: bake", "-id: bake"), "10:3 S128"),
    "first dash without a space": (process("- id: mix", "-id: mix"), "5:3 S128"),
    "text behind a dash without a space": (
        process("- dough [mixed]", "- dough [mixed]\n      -salt"),
        "10:7 S128",
    ),
    "dash forgotten": (process("  - id: bake", "    id: bake"), "10:5 S129"),
    "dash removed with its place": (process("  - id: bake", "  id: bake"), "10:3 S129"),
    "first dash forgotten": (process("  - id: mix", "    id: mix"), "5:5 S129"),
    "dash before a text forgotten": (
        process("- dough [mixed]", "- dough [mixed]\n      salt"),
        "10:7 S129",
    ),
    "colon forgotten": (process("name: Mix dough", "name Mix dough"), "6:5 S130"),
    "colon forgotten at the top": (process("name: Bake bread", "name Bake bread"), "1:1 S130"),
    "colon forgotten before a list": (process("    outputs:", "    outputs"), "8:5 S130"),
    "colon forgotten in an item": (process("id: bake", "id bake"), "10:5 S130"),
    "colon forgotten after a text": (
        process("    outputs:", "    explanation: >-\n      Flour.\n    outputs"),
        "10:5 S130",
    ),
    "no blank behind the colon": (process("name: Mix dough", "name:Mix dough"), "6:5 S130"),
    "tab": (process("    roles", "\troles"), "7:1 S108"),
    **{
        f"{mark} in front": (goal(f"{mark}Bread"), "2:7 S131")
        for mark in ("@", "`", "%", ",", "- ", "? ", "& ", "* ", "| ", "> ", "!é", "&é", "*é")
    },
    "& and a word": (goal("&Bread"), "2:7 S113"),
    "* and a word": (goal("*Bread on"), "2:7 S113"),
    "! and a word": (goal("!Bread on"), "2:7 S114"),
}


@pytest.mark.parametrize(("changes", "expected"), LAYOUT.values(), ids=LAYOUT)
def test_a_mistake_in_the_layout(tmp_path: Path, changes: dict[str, str], expected: str) -> None:
    found = examine(write(tmp_path, changes))
    assert [told(item) for item in found] == [expected]
    for code in LANGUAGES:
        assert all(wording(item, language(code)).hints for item in found)


def told(item: Finding) -> str:
    """A finding as ``line:column CODE``, with the side for a line that is out of place."""
    place = f"{item.position.line}:{item.position.column} {item.code}"
    return f"{place} {item.details.get('side', '')}".rstrip()


READABLE = {
    "colon in an item": (process("- dough [mixed]\n  - id", "- Note: dough\n  - id"), "9:9 S126"),
    "colon in an item of text": (
        process("owner: baker", "owner: baker\ntriggers:\n  - The baker calls: hungry"),
        "5:5 S126",
    ),
    "field of the level above": (
        process("owner: baker", "use_case:\n  name: Bake\n  owner: baker"),
        "5:3 S127 right",
    ),
    "required field of the level above": (
        process("steps:\n", "use_case:\n  name: Bake\n  steps:\n"),
        "6:3 S127 right",
    ),
    "field of the block above": (
        process("owner: baker", "use_case:\n  name: Bake\nactors: [customer]"),
        "5:1 S127 left",
    ),
    "field of the last item above": (
        process("owner: baker", "time_norms:\n  - what: Baking\nnorm: an hour"),
        "5:1 S127 left",
    ),
    "text with a colon out of its field": (
        process(f"goal: {GOAL}", "goal:\nOpen until it is decided: bread"),
        "3:1 S127 left",
    ),
    "unknown field": (process("owner: baker", "use_case:\n  name: Bake\n  x: baker"), "5:3 S201"),
    "date that does not exist": (process("2030-01-01", "2026-11-31"), "25:16 S211"),
    "date in another order": (process("2030-01-01", "01-12-2030"), "25:16 S203"),
}


@pytest.mark.parametrize(("changes", "expected"), READABLE.values(), ids=READABLE)
def test_a_mistake_that_can_be_read(tmp_path: Path, changes: dict[str, str], expected: str) -> None:
    loaded = load(write(tmp_path, changes))
    assert [told(item) for item in loaded.findings] == [expected]


def said(changes: dict[str, str], root: Path) -> list[str]:
    """What the first finding says in Dutch: its message and hints."""
    words = wording(examine(write(root, changes))[0], language("nl"))
    return [words.message, *words.hints]


def test_a_line_out_of_place_is_measured_by_another(tmp_path: Path) -> None:
    right = said(process("    roles", "      roles"), tmp_path)
    assert right[-1] == "Zet hem even ver naar rechts als 'name' op regel 6."
    text = said(goal(">-\nBread on the shelf"), tmp_path)
    assert text[-1] == "Zet hem verder naar rechts dan 'goal' op regel 2."
    item = said(process("  - id: bake", "- id: bake"), tmp_path)
    assert item[-1] == "Zet hem even ver naar rechts als '-' op regel 5."
    dash = said(process("  - id: bake", "    id: bake"), tmp_path)
    assert dash[-1] == "Zet er een streepje en een spatie voor, net als op regel 5."


def test_an_apostrophe_in_front_gets_its_advice(tmp_path: Path) -> None:
    message, hint = said(goal("'s Nachts draaien"), tmp_path)
    assert message == "hier begint een aanhalingsteken (') dat niet wordt afgesloten"
    assert '"\'s Avonds"' in hint


def test_a_name_for_an_id_gets_the_id(tmp_path: Path) -> None:
    message, *hints = said(process("uses: [oven]", "uses: [Big Oven]"), tmp_path)
    form = "een id in kleine letters, cijfers en koppeltekens"
    assert message == f"hier hoort {form}, en 'Big Oven' is dat niet"
    assert hints == [
        "Bedoelt u 'big-oven'?",
        "Schrijf het zoals 'ticket-sluiten'.",
    ]


def test_a_name_for_a_role_gets_no_id_because_it_may_be_a_person(tmp_path: Path) -> None:
    message, *hints = said(process("roles: [baker]", "roles: [Jan de Vries]"), tmp_path)
    form = "de id van een functie, nooit de naam van een persoon"
    assert message == f"hier hoort {form}, en 'Jan de Vries' is dat niet"
    assert hints == [
        "Schrijf het zoals 'system-engineer'; de id's staan in organisation/roles.yml."
    ]


def test_an_unknown_file_is_told_what_belongs_in_its_folder(tmp_path: Path) -> None:
    for folder in ("organisation", "processes", "kpis", "quality"):
        found = load(write(tmp_path, {f"{folder}/x.yml": "- id: x\n"})).findings
        hints = [wording(item, language("nl")).hints[-1] for item in found if item.code == "S117"]
        whole = re.compile(r"\.(yml|csv)\. Geef")
        assert all(whole.search(hint) and "…" not in hint for hint in hints), folder
    found = load(write(tmp_path, {"kpis/a/x.yml": "- id: x\n"})).findings
    assert found[0].details["known"] == "scorecard.yml, *.yml, measurements/*.csv"


HANDBOOK = Path(__file__).parents[2]
REAL = sorted((HANDBOOK / "processes").rglob("*.yml"))[::2]


def broken(text: str, pattern: str, replacement: str) -> Iterator[tuple[int, str]]:
    """The text with one line changed, for every line where the pattern stands, and that line."""
    lines = text.splitlines()
    for index, line in enumerate(lines):
        changed = re.sub(pattern, replacement, line)
        if changed != line:
            yield index + 1, "\n".join([*lines[:index], changed, *lines[index + 1 :]]) + "\n"


EVERYWHERE = {
    "apostrophe in front of a name": (r"^    name: (?=\w)", "    name: '", "S122"),
    "double quote in front of a name": (r"^    name: (?=\w)", '    name: "', "S122"),
    "quote in front of an item": (r"^      - (?=\w+$)", "      - '", "S122"),
    "bracket not closed": (r"^(    \w+: \[[^\]]*)\]$", r"\1", "S124"),
    "bracket too many": (r"^(    \w+: \[[^\]]*)\]$", r"\1]]", "S125"),
    "colon in a name": (r"^    name: (?=\w)", "    name: Step: ", "S126"),
    "field too far to the right": (r"^    (?=(name|roles|uses|inputs): ?)", "      ", "S127"),
    "field too far to the left": (r"^    (?=(name|roles|uses|inputs): ?)", "  ", "S127"),
    "dash without a space": (r"^  - (?=id:)", "  -", "S128"),
    "dash forgotten": (r"^  - (?=id:)", "    ", "S129"),
    "colon forgotten": (r"^    (name|roles|uses): ", r"    \1 ", "S130"),
    "at sign in front": (r"^    name: (?=\w)", "    name: @", "S131"),
}


@pytest.mark.parametrize(
    ("pattern", "replacement", "code"), EVERYWHERE.values(), ids=list(EVERYWHERE)
)
def test_everywhere_in_the_real_processes(pattern: str, replacement: str, code: str) -> None:
    """In files of hundreds of lines the finding stands on the line of the mistake."""
    cases = 0
    for path in REAL:
        for line, text in broken(path.read_text(encoding="utf-8"), pattern, replacement):
            _, found = read_yaml(text, "x.yml")
            assert [(item.position.line, item.code) for item in found] == [(line, code)], path
            cases += 1
    assert cases >= 20


def test_a_file_without_mistakes_has_no_slip() -> None:
    for path in sorted(HANDBOOK.glob("*/**/*.yml")):
        if path.relative_to(HANDBOOK).parts[0] in {"processes", "kpis", "organisation", "quality"}:
            text = path.read_text(encoding="utf-8")
            assert first_slip(text, text.count("\n")) is None, path


@pytest.mark.parametrize(
    "text", ["a" * 3000, "[" * 100_000, "- " * 100_000, "a:\n" + " " * 50_000, "x: '" + " " * 9000]
)
def test_lines_that_nobody_wrote_are_left_alone(text: str) -> None:
    assert first_slip(text, text.count("\n")) is None


def test_a_long_broken_file_is_read_again_in_a_moment() -> None:
    text = "".join(f"- id: step-{number}\n  names: ['a', 'b']\n" for number in range(20_000))
    slip = first_slip(text + "- 'x\n", 40_000)
    assert slip is not None
    assert (slip.code, slip.spot) == ("S122", (40_001, 3))


@pytest.mark.parametrize("file", sorted(FILES))
def test_files_cut_off_anywhere_give_one_place(file: str) -> None:
    """Whatever a half-saved file looks like, the finding stands inside it."""
    for end in range(len(FILES[file])):
        text = FILES[file][:end]
        slip = first_slip(text, text.count("\n"))
        if slip:
            line, column = slip.spot
            assert 1 <= line <= text.count("\n") + 1
            assert 1 <= column <= len(text.split("\n")[line - 1]) + 1
