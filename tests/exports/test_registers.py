"""Registers as files: everything that is in the handbook is in them, and nothing is a formula."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from filled import filled
from generator.addresses import Addresses, register_files
from generator.exports.handbook_json import as_data
from generator.exports.json_schema import register_schema
from generator.exports.register_csv import register_csv
from generator.exports.registers import register_json
from generator.language import LANGUAGES, language
from generator.load.discover import FILES
from generator.model.handbook import Handbook
from generator.model.measurement import Band, Series
from generator.model.registers import REGISTERS, items
from hostile import texts_of, with_texts
from hostile_texts import HOSTILE
from other_runs import in_other_runs

_ELSEWHERE = {"organisation", "process", "group", "chapter", "riskscale", "sourcemap"}
"""What is no register: it stands on pages of its own and in the export of everything."""

_NOT_A_LINE = {
    *("Matrix.name", "MatrixCode.meaning", "MatrixCode.word"),
    *("Scorecard.explanation", "Perspective.question"),
}
"""What is said of the matrix and the scorecard as a whole stands in the export of everything."""


@pytest.fixture(scope="module")
def whole(library: Handbook) -> Handbook:
    """A handbook in which no field is empty."""
    return filled(library)


def read(handbook: Handbook, name: str, code: str = "en") -> list[dict[str, str]]:
    text = text_of(handbook, name, code)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def text_of(handbook: Handbook, name: str, code: str = "en") -> str:
    organisation = handbook.organisation.model_copy(update={"language": code})
    spoken = replace(handbook, organisation=organisation)
    return register_csv(spoken, Addresses(spoken, language(code)), name)


def data(handbook: Handbook, name: str) -> Any:
    return json.loads(register_json(handbook, Addresses(handbook, language("en")), name))


def empty(library: Handbook) -> Handbook:
    """The library with nothing in any register."""
    nothing: dict[str, Any] = {
        item.name: {} for item in fields(library) if isinstance(getattr(library, item.name), dict)
    }
    return replace(library, matrix=None, scorecard=None, **nothing)


def test_every_kind_of_thing_has_a_register() -> None:
    kinds = {layout.kind for layout in FILES} - _ELSEWHERE
    assert {register.kind for register in REGISTERS.values()} == kinds


@pytest.mark.parametrize("name", REGISTERS)
def test_as_many_lines_as_things(library: Handbook, name: str) -> None:
    found = list(items(library, name))
    assert found
    assert len(read(library, name)) == len(data(library, name)["items"]) == len(found)


@pytest.mark.parametrize("name", REGISTERS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_columns_have_the_same_heading(whole: Handbook, name: str, code: str) -> None:
    head = next(csv.reader(io.StringIO(text_of(whole, name, code))))
    assert len(head) > 4
    assert len(set(head)) == len(head), head


@pytest.mark.parametrize("name", REGISTERS)
def test_the_items_are_those_of_the_whole_export(library: Handbook, name: str) -> None:
    register = REGISTERS[name]
    exported = as_data(library, Addresses(library, language("en")))
    lists = [value for value in exported.values() if isinstance(value, list)]
    found = data(library, name)["items"]
    if register.inside:
        assert all(item["of"] for item in found)
    elif name == "kpis":  # the whole export tells the system under a second name too
        assert found == [
            {key: value for key, value in kpi.items() if key != "source"}
            for kpi in exported["kpis"]
        ]
    else:
        assert found in lists


@pytest.mark.parametrize("name", REGISTERS)
@pytest.mark.parametrize("state", ["as it is", "filled", "empty"])
def test_holds_to_its_own_schema(library: Handbook, name: str, state: str) -> None:
    handbook = {"as it is": library, "filled": filled(library), "empty": empty(library)}[state]
    validator = Draft202012Validator(json.loads(register_schema(name, language("en"))))
    validator.check_schema(validator.schema)
    exported = data(handbook, name)
    assert [error.message for error in validator.iter_errors(exported)] == []
    assert bool(exported["items"]) is (state != "empty")


@pytest.mark.parametrize("name", REGISTERS)
@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda found: found["items"][0].pop("origin"), "'origin' is a required property"),
        (lambda found: found["items"][0].update(more=1), "Additional properties are not allowed"),
        (lambda found: found.update(register="x"), "was expected"),
    ],
)
def test_the_schema_refuses_something_else(
    library: Handbook, name: str, damage: Any, told: str
) -> None:
    validator = Draft202012Validator(json.loads(register_schema(name, language("en"))))
    exported = data(library, name)
    damage(exported)
    assert told in next(validator.iter_errors(exported)).message


@pytest.mark.parametrize("name", REGISTERS)
def test_an_empty_register_has_headings_and_no_lines(library: Handbook, name: str) -> None:
    nothing = empty(library)
    assert text_of(nothing, name).count("\r\n") == 1
    assert data(nothing, name) == {"schema": "register/v1", "register": name, "items": []}


def test_every_text_of_a_register_is_in_its_files(whole: Handbook) -> None:
    cells = {cell for name in REGISTERS for row in read(whole, name) for cell in row.values()}
    told, values = "\n".join(cells), strings([data(whole, name) for name in REGISTERS])
    kept = replace(whole, processes={}, groups={}, chapters={}, source_map=None, risk_scale=None)
    around = set(texts_of(empty(kept)))
    own = [(place, text) for place, text in texts_of(kept) if (place, text) not in around]
    own = [(place, text) for place, text in own if place not in _NOT_A_LINE]
    assert len(own) > 150
    assert [place for place, text in own if text not in told] == []
    only_in_csv = ("Origin.why", "Perspective.name")
    lost = [place for place, text in own if text not in values and place not in only_in_csv]
    assert lost == []


def strings(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(strings, value.values()))
    if isinstance(value, list):
        return set().union(*map(strings, value))
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize(
    ("name", "identifier", "column", "cell"),
    [
        ("bottlenecks", "lb-k1", "Process", "lend-book"),
        ("bottlenecks", "lb-k1", "Process (name)", "Lend a book"),
        ("bottlenecks", "lb-k1", "Steps (name)", "Find book"),
        ("bottlenecks", "lb-k1", "Status", "in progress"),
        (
            "bottlenecks",
            "lb-k1",
            "Not from the source",
            "Priority: proposal (The source gives no order.); Why: proposal; Advice: proposal",
        ),
        ("bottlenecks", "lb-k1", "Page on the site", "measuring/bottlenecks.html#bottleneck-lb-k1"),
        ("roles", "staff", "Made up of", "librarian; head-librarian"),
        ("roles", "staff", "Made up of (name)", "librarian; head librarian"),
        ("roles", "visitor", "Outside the organisation", "yes"),
        ("risks", "catalogue-lost", "Rating: Chance", "2"),
        (
            "risks",
            "catalogue-lost",
            "Touches (name)",
            "catalogue; Lend a book: Find book",
        ),
        (
            "risks",
            "key-person",
            "Not from the source",
            "the whole description: proposal (The notebook names one person.)",
        ),
        ("coverage", "processes", "Clause (name)", "ISO 9001:2015: 4.4.1"),
        ("kpis", "lb-loans", "Target in numbers: Lower bound", "95"),
        ("objectives", "good-catalogue", "Supports (name)", "Readers get what they ask for"),
        ("objectives", "good-catalogue", "Perspective of the scorecard", "learning"),
        ("answers", "waiting-known", "Area of an assessment (name)", "The desk"),
        ("answers", "waiting-known", "Score", "1"),
        ("improvements", "count-days", "Address", "https://improvements.example.org/1"),
        ("improvements", "count-days", "Because of", "bottleneck:lb-k1"),
        ("improvements", "count-days", "Effect: By (name)", "head librarian"),
        (
            "classifications",
            "urgency",
            "Values",
            "Name: today, Meaning: The visitor waits at the desk.; Name: this week",
        ),
    ],
)
def test_cell(library: Handbook, name: str, identifier: str, column: str, cell: str) -> None:
    row = next(row for row in read(library, name) if row["Id"] == identifier)
    assert row[column] == cell


def test_a_measurement_a_line(library: Handbook) -> None:
    found = read(library, "measurements")
    assert [(row["Indicator (name)"], row["Period"], row["Value"]) for row in found][1] == (
        *("Loans a week", "2026-W02", "104"),
    )


def test_the_matrix_has_a_column_for_every_role(library: Handbook) -> None:
    row = read(library, "matrix")[2]
    assert (row["Process"], row["Cells: head-librarian"], row["Cells: librarian"]) == (
        *("buy-book", "D", "O"),
    )


def test_the_origin_of_one_line_is_not_that_of_another(library: Handbook) -> None:
    found = data(library, "answers")["items"]
    marked = {(item["of"][0], item["of"][1]) for item in found if item["origin"]}
    assert marked == set()  # the source is silent on what an area touches, not on the questions
    scan = next(one for one in library.assessments.values() if one.id == "reading-room-scan")
    origins = {**scan.origins, "areas.desk": scan.origins["areas.desk.touches"]}
    scan = scan.model_copy(update={"origins": origins})
    changed = replace(library, assessments={**library.assessments, scan.id: scan})
    found = data(changed, "answers")["items"]
    marked = {(item["of"][0], item["of"][1]) for item in found if item["origin"]}
    assert marked == {("reading-room-scan", "desk")}


def test_the_words_are_those_of_the_language(library: Handbook) -> None:
    row = next(row for row in read(library, "bottlenecks", "nl") if row["Id"] == "lb-k1")
    assert row["Proces (naam)"] == "Lend a book"
    assert row["Niet uit de bron"].startswith("Prioriteit: voorstel (")


@pytest.mark.parametrize("name", REGISTERS)
def test_nothing_runs_in_a_spreadsheet_and_nothing_is_lost(library: Handbook, name: str) -> None:
    for text in HOSTILE:
        wild = with_texts(library, _always(text))
        rows = list(csv.reader(io.StringIO(text_of(wild, name), newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert len(rows) == len(list(items(wild, name))) + 1
        cells = [cell.lstrip(" \u00a0") for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def _always(text: str) -> Callable[[str], str]:
    return lambda _: text


def test_equal_input_gives_equal_bytes(library_root: Path) -> None:
    """In other runs of Python too, which go through sets in another order."""
    script = (
        "import sys; from pathlib import Path; from generator.load import load;"
        "from generator.pages import site_of; from generator.pipeline import files_of_registers;"
        "print(files_of_registers(site_of(load(Path(sys.argv[1])).handbook)))"
    )
    made = in_other_runs(script, str(library_root))
    assert len(made) == 1
    assert all(f"{name}.csv".encode() in text for text in made for name in REGISTERS)


@pytest.mark.parametrize(
    ("written", "cell"), [("-5", "-5"), ("1e3", "1000"), ("0.50", "0.5"), ("-0", "0")]
)
def test_a_number_stays_a_number_in_one_form(library: Handbook, written: str, cell: str) -> None:
    kpi = next(item for item in library.kpis.values() if item.id == "lb-loans")
    changed = kpi.model_copy(update={"band": Band.model_validate({"low": written})})
    measured = {"id": kpi.id, "values": [{"period": "2026-01", "value": written}]}
    series = Series.model_validate(measured)
    handbook = replace(library, kpis={kpi.id: changed}, measurements={kpi.id: series})
    (row,) = read(handbook, "kpis")
    assert row["Target in numbers: Lower bound"] == cell
    assert data(handbook, "kpis")["items"][0]["band"]["low"] == cell
    (row,) = read(handbook, "measurements")
    assert row["Value"] == cell


def test_a_whole_number_below_zero_stays_a_number(library: Handbook) -> None:
    scan = next(one for one in library.assessments.values() if one.id == "reading-room-scan")
    area = scan.areas[0]
    first = area.questions[0].model_copy(update={"score": -1})
    area = area.model_copy(update={"questions": (first, *area.questions[1:])})
    scan = scan.model_copy(update={"areas": (area, *scan.areas[1:])})
    row = read(replace(library, assessments={scan.id: scan}), "answers")[0]
    assert row["Score"] == "-1"


def test_the_files_of_a_register_have_fixed_addresses() -> None:
    assert register_files("audit-findings") == {
        "csv": "api/v1/registers/audit-findings.csv",
        "json": "api/v1/registers/audit-findings.json",
        "schema": "api/v1/registers/audit-findings.schema.json",
    }
