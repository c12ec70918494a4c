"""A table of measurements: the tree it gives, and what is wrong with it at which cell."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import LANGUAGES, language
from generator.load import load, load_texts
from generator.load.csv_source import COLUMNS, read_csv
from generator.load.parse import parse
from generator.load.text_file import forbidden_in
from generator.load.yaml_source import MOST_VALUES
from generator.model.finding import Finding, Position
from generator.model.measurement import Measurement, Series
from generator.wording import wording
from small_handbook import FILES, examine, places, write
from tables import csv_of

HEAD = "period,value,source,note\n"
DUTCH_HEAD = "period;value;source;note\n"
FILE = "kpis/measurements/loaves.csv"
KPI = {
    "kpis/bake-bread.yml": "- id: loaves\n  name: Loaves a week\n  unit: loaves\n",
}

FAULTS = {
    "nothing": ("", ["1:1 S110"]),
    "empty lines": ("\n\r\n,,\n", ["1:1 S110"]),
    "no header": ("2026-W01,96\n2026-W02,104\n", ["1:1 S132"]),
    "no separator": ("period\tvalue\n2026-W01\t96\n", ["1:1 S132"]),
    "unknown column": ("period,value,who\n2026,1,x\n", ["1:14 S133"]),
    "misspelt column": ("period,valeu\n2026,1\n", ["1:8 S133"]),
    "column missing": ("period,source\n2026,x\n", ["1:1 S134"]),
    "column twice": ("period,value,period\n2026,1,x\n", ["1:14 S112"]),
    "cell too many": (f"{HEAD}2026,1,a,b,c\n2027,2,a,b\n", ["2:12 S135"]),
    "comma in a text": (f"{HEAD}2026,1,a,Mon, Tue\n", ["2:15 S135"]),
    "quote not closed": (f'{HEAD}2026,1,"a,b\n2027,2,c,d\n', ["2:8 S136"]),
    "quote not closed, last": (f'{HEAD}2026,1,"', ["2:8 S136"]),
    "text behind a quote": (f'{HEAD}2026,1,"a" b,c\n', ["2:12 S137"]),
    "quote not closed, further on": (f'{HEAD}2026,1,"a\n""",c\n2027,2,"b', ["4:8 S136"]),
    "decimal comma between commas": (f"{HEAD}2026,1,5,a\n", ["2:6 S138"]),
    "decimal comma and too many": ("period,value\n2026,1,5\n", ["2:6 S138"]),
    "thousands or decimals": (f"{DUTCH_HEAD}2026;1.234;a;b\n", ["2:6 S138"]),
    "thousands with a sign": (f"{DUTCH_HEAD}2026;-1.234;a;b\n", ["2:6 S138"]),
    "year behind the value, and too many": ("value,period\n1,5,2026\n", ["2:3 S206", "2:5 S135"]),
    "empty period": (f"{HEAD},1\n", ["2:1 S202"]),
    "empty value": (f"{HEAD}2026,,a\n", ["2:6 S202"]),
    "row cut short": (f"{HEAD}2026\n", ["2:1 S202"]),
    "no number": (f"{HEAD}2026,many\n", ["2:6 S203"]),
    "infinite": (f"{HEAD}2026,Infinity\n2027,NaN\n", ["2:6 S203", "3:6 S203"]),
    "much too large": (f"{HEAD}2026,1e400\n", ["2:6 S203"]),
    "a digit too many": (
        f"{HEAD}2026,999999999999.999999\n2027,1000000000000\n2028,0.0000001\n",
        ["3:6 S203", "4:6 S203"],
    ),
    "percent sign": (f"{HEAD}2026,96%\n", ["2:6 S203"]),
    "comma in quotes": (f'{HEAD}2026,"1,5"\n', ["2:6 S203"]),
    "both marks": (f"{DUTCH_HEAD}2026;1.234,5\n", ["2:6 S203"]),
    "period of no form": (f"{HEAD}march 2026,1\n", ["2:1 S206"]),
    "line break in a text": (f'{HEAD}2026,1,"a\nb"\n2027,x\n', ["2:8 S206", "4:6 S203"]),
    "blanks before a cell": (f"{HEAD} 2026 ,  many\n", ["2:10 S203"]),
}


def told(text: str) -> list[Finding]:
    """Everything that is wrong with a table, in order of place."""
    node, findings = read_csv(text, FILE)
    if node:
        _, misfits = parse(Series, node, {"id": "loaves"})
        findings += [
            Finding(item.code, Position(FILE, *item.spot), details=item.details) for item in misfits
        ]
    return sorted(findings, key=Finding.order)


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_faults(text: str, expected: list[str]) -> None:
    found = told(text)
    assert [f"{item.position.line}:{item.position.column} {item.code}" for item in found] == (
        expected
    )
    for code in LANGUAGES:
        for item in found:
            said = wording(item, language(code))
            assert "{" not in " ".join((said.message, *said.hints))


def test_a_misspelt_column_is_guessed() -> None:
    (found,) = told("period,valeu\n2026,1\n")
    assert wording(found, language("en")).hints[0] == "Do you mean 'value'?"


def values(text: str) -> list[dict[str, str | None]]:
    node, findings = read_csv(text, FILE)
    assert node is not None
    assert findings == []
    found: list[dict[str, str | None]] = node.value["values"]
    return found


FULL = [{"period": "2026-03", "value": "96.5", "source": "a, b", "note": 'say "c"'}]
BARE = [{"period": "2026-03", "value": "96.5"}]
RIGHT = {
    "plain": ('period,value,source,note\r\n2026-03,96.5,"a, b","say ""c"""\r\n', FULL),
    "semicolons": ('period;value;source;note\n2026-03;96,5;a, b;"say ""c"""\n', FULL),
    "a point between semicolons": ("period;value\n2026-03;96.5", BARE),
    "below one between semicolons": (
        "period;value\n2026-03;0.125\n",
        [{"period": "2026-03", "value": "0.125"}],
    ),
    "zero before the point, with a sign": (
        "period;value\n2026-03;-0.125\n",
        [{"period": "2026-03", "value": "-0.125"}],
    ),
    "three decimals behind a comma": (
        "period;value\n2026-03;1,500\n",
        [{"period": "2026-03", "value": "1.500"}],
    ),
    "a year behind a whole number": (
        "value,period\n5,2026\n",
        [{"period": "2026", "value": "5"}],
    ),
    "commas before semicolons": (",,\nperiod;value\n2026-03;96,5\n", BARE),
    "semicolons before commas": (";;\nperiod,value\n2026-03,96.5\n", BARE),
    "blanks before semicolons": (" \t\nperiod;value\n2026-03;96,5\n", BARE),
    "semicolons and returns": ("period;value;source\r2026-03;96,5;\r", BARE),
    "two columns": ("period,value\n2026-03,96.5\n", BARE),
    "other order": ("value,period\n96.5,2026-03\n", BARE),
    "capitals and blanks": (" Period , VALUE\n 2026-03 ,  96.5 \n", BARE),
    "quoted header": ('"period";"value"\n"2026-03";"96,5"\n', BARE),
    "empty lines": ("\nperiod,value\n\n2026-03,96.5\n,\n\n", BARE),
    "separators at the end": ("period,value,,\n2026-03,96.5,,\n", BARE),
    "lines that end in a return": ("period,value\r2026-03,96.5\r", BARE),
    "no line yet": ("period,value\n", []),
    "a quote inside": (
        'period,value,note\n2026,1,6" nails\n',
        [{"period": "2026", "value": "1", "note": '6" nails'}],
    ),
    "a number in quotes behind the value": (
        'period,value,note\n2026,1,"5"\n',
        [{"period": "2026", "value": "1", "note": "5"}],
    ),
}


@pytest.mark.parametrize(("text", "expected"), RIGHT.values(), ids=RIGHT)
def test_what_is_read(text: str, expected: list[dict[str, str]]) -> None:
    found = values(text)
    assert [{key: cell for key, cell in row.items() if cell is not None} for row in found] == (
        expected
    )


def test_every_cell_has_its_place() -> None:
    text = f'{HEAD}2026-W01,96,"two\n lines",x\n2026-W02,104,,y\n'
    node, _ = read_csv(text, FILE)
    assert node is not None
    assert [node.at(("values", 0, name)) for name in COLUMNS] == [(2, 1), (2, 10), (2, 13), (3, 9)]
    assert [node.at(("values", 1, name)) for name in COLUMNS] == [(4, 1), (4, 10), (4, 14), (4, 15)]
    assert node.at(("values", 1)) == (4, 1)
    assert node.at(()) == (1, 1)


def test_size_is_bounded() -> None:
    most = MOST_VALUES // len(COLUMNS)
    node, findings = read_csv(HEAD + "2026,1\n" * (most - 1), FILE)
    assert node is not None
    assert findings == []
    node, findings = read_csv(HEAD + "2026,1\n" * 100_000, FILE)
    assert node is None
    assert [(item.code, item.position.line) for item in findings] == [("S121", most + 1)]


def test_a_file_of_a_spreadsheet_may_begin_with_a_mark(tmp_path: Path) -> None:
    root = write(tmp_path, {**KPI, FILE: b"\xef\xbb\xbf" + b"period;value\r\n2026-01;96,5\r\n"})
    loaded = load(root)
    assert loaded.findings == ()
    assert [str(item.value) for item in loaded.readable.measurements["loaves"].values] == ["96.5"]


STRAYS = {
    "elsewhere": ({"kpis/loaves.csv": "x\n", "quality/loaves.csv": "x\n"}, []),
    "an explanation": ({"kpis/measurements/README.md": "# Columns\n"}, []),
    "capitals": ({"kpis/measurements/loaves.CSV": HEAD}, ["kpis/measurements/loaves.CSV:1:1 S117"]),
    "deeper": (
        {"kpis/measurements/2026/loaves.csv": HEAD},
        ["kpis/measurements/2026/loaves.csv:1:1 S117"],
    ),
    "a folder": (
        {"kpis/measurements/loaves.csv/x.txt": ""},
        [f"{FILE}:1:1 S102"],
    ),
    "not an identifier": (
        {"kpis/measurements/Loaves.csv": HEAD},
        ["kpis/measurements/Loaves.csv:1:1 S119"],
    ),
    "of YAML": (
        {"kpis/measurements/loaves.yml": "- id: x\n"},
        ["kpis/measurements/loaves.yml:1:1 S117"],
    ),
}


@pytest.mark.parametrize(("files", "expected"), STRAYS.values(), ids=STRAYS)
def test_which_files_are_read(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    assert places(load(write(tmp_path, {**KPI, **files})).findings) == expected


def test_a_link_out_of_the_handbook_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text(HEAD, encoding="utf-8")
    root = write(tmp_path / "handbook", KPI)
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).symlink_to(outside)
    loaded = load(root)
    assert places(loaded.findings) == [f"{FILE}:1:1 S103"]
    assert loaded.readable.unread == {"measurement:loaves"}


def test_texts_that_are_not_on_disk(tmp_path: Path) -> None:
    files = {**FILES, **KPI, FILE: f"{HEAD}2026,1,x\n"}
    loaded = load_texts(files)
    assert loaded.findings == load(write(tmp_path, {**KPI, FILE: files[FILE]})).findings == ()
    assert loaded.positions.at("measurement:loaves", ("values", 0, "source")) == Position(
        FILE, 2, 8
    )


def test_a_note_that_looks_like_a_comment_suppresses_nothing(tmp_path: Path) -> None:
    row = "2026,1,x,# handbook: ignore[K401]: no\n"
    root = write(tmp_path, {**KPI, FILE: HEAD + row})
    assert [item for item in places(examine(root)) if "X1" in item] == []


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20).filter(
    lambda text: not forbidden_in(text)
)
MEASUREMENTS = st.builds(
    Measurement,
    period=st.sampled_from(["2026", "2026-Q1", "2026-03", "2026-W09", "2026-03-14"]),
    value=st.decimals(-(10**8), 10**8, places=3),
    source=LINES.map(str.strip).map(lambda text: text or None),
    note=LINES.map(str.strip).map(lambda text: text or None),
)


@given(
    st.lists(MEASUREMENTS, max_size=5),
    st.permutations(COLUMNS),
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
)
def test_what_a_writer_writes_is_read_as_it_was(
    rows: list[Measurement], columns: list[str], end: str, quoting: int
) -> None:
    data = [row.model_dump() for row in rows]
    for separator in ",;":
        shown = [row | {"value": _typed(row["value"], separator)} for row in data]
        text = csv_of(shown, columns, separator=separator, end=end, quoting=quoting)
        node, findings = read_csv(text, FILE)
        assert node is not None
        assert findings == []
        found, misfits = parse(Series, node, {"id": "loaves"})
        assert misfits == []
        assert found is not None
        assert list(found.values) == rows


def _typed(value: object, separator: str) -> str:
    """A number as it stands in a table of that separator; one in a thousand looks doubtful."""
    return str(value).replace(".", "," if separator == ";" else ".")


@given(st.text('period,value;"\r\n\t 12.x', max_size=60), st.sampled_from(["", HEAD, DUTCH_HEAD]))
def test_any_text_gives_a_tree_or_a_finding(text: str, head: str) -> None:
    node, findings = read_csv(head + text, FILE)
    assert node is not None or findings
    assert all(
        item.position.line <= (head + text).count("\n") + text.count("\r") + 1 for item in findings
    )
