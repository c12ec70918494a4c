"""What all rules together see in small handbooks: every error, and nothing else."""

from pathlib import Path

import pytest

from generator.language import LANGUAGES, language
from generator.load import load
from generator.reports import json_report, text_report
from generator.rules import check
from generator.rules.origins import o201_open_value
from generator.wording import wording
from small_handbook import FILES, PROCESS, edited, examine, places, write

MATRIX = "organisation/matrix.yml"
SYSTEMS = "organisation/systems.yml"
MAP = "quality/source-map.yml"
NOTES = "quality/source-notes.yml"
BOTTLENECKS = "quality/bottlenecks.yml"
INTERFACE = "interfaces:\n  - {direction: in, kind: informs, process: sell, object: x}\n"
LOOP = """\
        - answer: "no"
          next: bake
  - id: cool
    name: Cool bread
  - id: wrap
    name: Wrap bread
    next: cool
"""
DECISION_WITHOUT_ANSWERS = "    decision: {question: Is it brown?, outcomes: []}\n"
OUTCOMES = FILES[PROCESS][FILES[PROCESS].index("    decision:") : FILES[PROCESS].index("document:")]


def process(old: str, new: str) -> dict[str, str]:
    return edited(PROCESS, old, new)


def origins(text: str) -> dict[str, str]:
    return {PROCESS: FILES[PROCESS] + "origins:\n" + text}


CASES = {
    "role of a step": (process("[baker]", "[baker, bakr]"), [f"{PROCESS}:7:20 R101"]),
    "role in an approval": (process("by: baker", "by: boss"), [f"{PROCESS}:26:18 R101"]),
    "system of a step": (process("[oven]", "[stove]"), [f"{PROCESS}:13:12 R101"]),
    "role or department": (edited(SYSTEMS, "[baker]", "[boss]"), [f"{SYSTEMS}:5:19 R101"]),
    "note of a change": (process("[heat]", "[cold]"), [f"{PROCESS}:32:13 R101"]),
    "note of an origin": (
        origins("  goal: {origin: derived, why: x, notes: [cold]}\n"),
        [f"{PROCESS}:34:43 R101"],
    ),
    "process of a bottleneck": (
        edited(BOTTLENECKS, "process: bake-bread", "process: bake-cake"),
        [f"{BOTTLENECKS}:3:12 R101"],
    ),
    "process of an interface": (
        {PROCESS: FILES[PROCESS] + INTERFACE},
        [f"{PROCESS}:34:45 R101"],
    ),
    "department of a role": (
        edited("organisation/roles.yml", "name: baker", "name: baker\n  department: kitchen"),
        ["organisation/roles.yml:3:15 R101"],
    ),
    "parent of a company": (
        {"organisation/companies.yml": "- id: bakery\n  name: Bakery\n  parent: holding\n"},
        ["organisation/companies.yml:3:11 R101"],
    ),
    "group of a matrix row": (
        edited(MATRIX, "group: baking", "group: bakery"),
        [f"{MATRIX}:6:12 R101"],
    ),
    "column of the matrix": (
        edited(MATRIX, "[baker]", "[baker, boss]"),
        [f"{MATRIX}:4:18 R101"],
    ),
    "what a note touches": (
        edited(NOTES, "system:oven", "system:stove"),
        [f"{NOTES}:4:40 R101"],
    ),
    "a kind that does not exist": (
        edited(NOTES, "system:oven", "thing:oven"),
        [f"{NOTES}:4:40 R101"],
    ),
    "what a range became": (
        edited(MAP, "process:bake-bread", "document:recipe"),
        [f"{MAP}:6:13 R101"],
    ),
    "next step": (process("next: bake", "next: back"), [f"{PROCESS}:22:17 R102"]),
    "step of a bottleneck": (edited(BOTTLENECKS, "[bake]", "[cool]"), [f"{BOTTLENECKS}:4:11 R102"]),
    "step that a note touches": (edited(NOTES, "#bake", "#cool"), [f"{NOTES}:4:13 R102"]),
    "folder that is no group": (
        {"processes/selling/sell.yml": FILES[PROCESS]},
        ["processes/selling/sell.yml:1:1 R103"],
    ),
    "indicators of no process": (
        {"kpis/sell.yml": "# two\n- {id: a, name: A}\n- {id: b, name: B}\n"},
        ["kpis/sell.yml:2:3 R104"],
    ),
    "two steps of one id": (
        process("id: bake", "id: mix"),
        [
            f"{PROCESS}:10:9 R201",
            f"{PROCESS}:22:17 R102",
            f"{BOTTLENECKS}:4:11 R102",
            f"{NOTES}:4:13 R102",
        ],
    ),
    "next and end": (process("uses:", "end: Done\n    uses:"), [f"{PROCESS}:13:5 F101"]),
    "decision and next": (process("uses:", "next: mix\n    uses:"), [f"{PROCESS}:13:5 F101"]),
    "answer with next and end": (
        process("next: bake", "next: bake\n          end: Burnt"),
        [f"{PROCESS}:23:11 F101"],
    ),
    "answer that leads nowhere": (
        process('- answer: "no"\n          next: bake', '- answer: "no"'),
        [f"{PROCESS}:21:11 F102"],
    ),
    "decision without answers": (
        {PROCESS: FILES[PROCESS].replace(OUTCOMES, DECISION_WITHOUT_ANSWERS)},
        [f"{PROCESS}:16:40 F102"],
    ),
    "step behind an end": (
        process("outputs:", "end: Done\n    outputs:"),
        [f"{PROCESS}:11:5 F103"],
    ),
    "loop without a way out": (
        process('        - answer: "no"\n          next: bake\n', LOOP),
        [f"{PROCESS}:23:5 F103", f"{PROCESS}:25:5 F103", f"{PROCESS}:27:11 F104"],
    ),
    "step that repeats itself": (
        process("end: Bread baked", "next: bake"),
        [f"{PROCESS}:20:17 F104"],
    ),
    "version without a line": (
        process('version: "0.1"', 'version: "0.2"'),
        [f"{PROCESS}:24:12 D101"],
    ),
    "version behind the log": (
        process('changes:\n  - version: "0.1"', 'changes:\n  - version: "0.10"'),
        [f"{PROCESS}:24:12 D101"],
    ),
    "no change log": (
        {PROCESS: FILES[PROCESS][: FILES[PROCESS].index("changes:")]},
        [f"{PROCESS}:24:12 D101"],
    ),
    "decision taken": (
        edited(
            NOTES, "what: Two temperatures", "what: Two temperatures\n  resolution: 200 degrees"
        ),
        [f"{NOTES}:4:3 D201"],
    ),
    "slip without a resolution": (
        edited(NOTES, "  resolution: One spelling\n", ""),
        [f"{NOTES}:5:3 D202"],
    ),
    "gap in the source": (edited(MAP, "L11-20", "L13-20"), [f"{MAP}:7:12 D203"]),
    "source that starts late": (edited(MAP, "L1-10", "L2-10"), [f"{MAP}:4:12 D203"]),
    "overlap in the source": (edited(MAP, "L11-20", "L9-20"), [f"{MAP}:7:12 D204"]),
    "source that ends early": (edited(MAP, "L11-20", "L11-19"), [f"{MAP}:2:12 D205"]),
    "source that goes on too long": (edited(MAP, "L11-20", "L11-21"), [f"{MAP}:2:12 D205"]),
    "range without an account": (
        edited(MAP, "    left_out: Not about the work\n", ""),
        [f"{MAP}:7:5 D206"],
    ),
    "origin of no field": (origins("  gaol: proposal\n"), [f"{PROCESS}:34:3 O101"]),
    "origin of no step": (origins("  steps.cool.roles: proposal\n"), [f"{PROCESS}:34:3 O101"]),
    "derived without a reason": (origins("  goal: derived\n"), [f"{PROCESS}:34:3 O102"]),
    "open and filled in": (origins("  goal: open\n"), [f"{PROCESS}:34:3 O103"]),
    "letter without a meaning": (edited(MATRIX, "baker: D", "baker: Q"), [f"{MATRIX}:9:14 M101"]),
    "cell outside the columns": (
        edited(MATRIX, "baker: D", "customer: D"),
        [f"{MATRIX}:9:7 M102"],
    ),
    # Legal, however odd it looks.
    "origin of a step by its id": (origins("  steps.bake.roles: {origin: derived, why: x}\n"), []),
    "origin of a decision": (origins("  steps.bake.decision.question: proposal\n"), []),
    "origin for everything": (origins('  "*": open\n'), []),
    "open and empty": (origins("  summary: open\n"), []),
    "log with the newest line last": (
        process(
            'changes:\n  - version: "0.1"\n    date: 2028-12-01\n    kind: first\n',
            'changes:\n  - {version: "0.0", date: 2028-11-01, kind: first, what: x}\n'
            '  - version: "0.1"\n    date: 2028-12-01\n    kind: content\n',
        ),
        [],
    ),
    "ranges that touch": (edited(MAP, "last_line: 20", "last_line: 20"), []),
    "no optional file at all": (
        {file: None for file in FILES if file != "organisation/organisation.yml"},
        ["organisation/organisation.yml:6:32 R101"],  # who may approve is nobody that is known
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_rule(tmp_path: Path, changes: dict[str, str | None], expected: list[str]) -> None:
    found = examine(write(tmp_path, changes))
    assert places(found) == expected
    for code in LANGUAGES:
        assert text_report(found, language(code))
        assert json_report(found, language(code))


def test_the_small_handbook_is_sound(tmp_path: Path) -> None:
    assert examine(write(tmp_path)) == []


def test_open_values_are_information(tmp_path: Path) -> None:
    changes = edited(
        PROCESS, "  approved: {by: baker, date: 2029-01-01}\n", "origins:\n  summary: open\n"
    )
    loaded = load(write(tmp_path, changes))
    found = check(loaded.readable, loaded.positions, [o201_open_value]).findings
    assert {(item.code, item.severity.value) for item in found} == {("O201", "info")}
    assert sorted((item.details["field"], item.position.line) for item in found) == [
        ("document.approved", 24),
        ("summary", 27),
    ]


def test_what_other_rules_ask_for_is_not_said_twice(tmp_path: Path) -> None:
    changes = edited(PROCESS, "owner: baker\n", "") | {
        "kpis/bake-bread.yml": "- id: loaves\n  name: Loaves\n  unit: loaves\n"
    }
    loaded = load(write(tmp_path, changes))
    assert check(loaded.readable, loaded.positions, [o201_open_value]).findings == ()


@pytest.mark.parametrize(
    ("kind", "hints"),
    {"proces": ["Did you mean 'process'?", "Put a kind"], "finding": ["Put a kind"]}.items(),
)
def test_a_kind_that_is_none_gets_the_kinds_as_advice(
    tmp_path: Path, kind: str, hints: list[str]
) -> None:
    changes = edited(NOTES, '"process:bake-bread#bake"', f'"{kind}:bake-bread"')
    found = [item for item in examine(write(tmp_path, changes)) if item.code == "R101"]
    said = wording(found[0], language("en"))
    assert said.message == f"the kind '{kind}' does not exist"
    assert [hint[: len(start)] for hint, start in zip(said.hints, hints, strict=True)] == hints
    assert "role, system, process" in said.hints[-1]
