"""YAML edited in place: the new value is there, and nothing else moved."""

from datetime import date
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.in_place import (
    CannotEditError,
    Drop,
    Edit,
    Insert,
    LinesToWrite,
    Put,
    edited,
    lines_to_write,
)
from generator.load.yaml_source import read_yaml
from generator.load.yaml_writing import block, flow

ROOT = Path(__file__).resolve().parent.parent.parent
PROCESSES = sorted(
    [*ROOT.glob("processes/*/*.yml"), *ROOT.glob("tests/data/harbour-library/processes/*/*.yml")]
)
VERSION, STATUS = Put(("document", "version"), "7.0"), Put(("document", "status"), "in-review")
APPROVAL = Put(
    ("document", "approved"),
    {"by": "boss", "date": date(2026, 3, 4), "fingerprint": "ab" * 32},
    after="status",
)
LINE = {"version": "7.0", "date": date(2026, 3, 4), "kind": "content", "what": "New: a step"}


def data(text: str) -> Any:
    node, findings = read_yaml(text, "x.yml")
    assert findings == []
    return node.value if node else None


CASES: dict[str, tuple[str, Edit, str]] = {
    "a version in double quotes": (
        'version: "0.1"\n',
        Put(("version",), "0.2"),
        'version: "0.2"\n',
    ),
    "a version in single quotes": (
        "version: '0.1'\n",
        Put(("version",), "0.2"),
        "version: '0.2'\n",
    ),
    "a version without quotes": (
        "version: 0.1 # x\n",
        Put(("version",), "0.2"),
        "version: 0.2 # x\n",
    ),
    "a comment behind the value": (
        "a: draft  # not yet\nb: c\n",
        Put(("a",), "approved"),
        "a: approved  # not yet\nb: c\n",
    ),
    "a value in a flow mapping": (
        'document: {version: "0.1", status: draft}\n',
        Put(("document", "version"), "0.2"),
        'document: {version: "0.2", status: draft}\n',
    ),
    "a key that holds nothing": ("a:\nb: c\n", Put(("a",), "x"), "a: x\nb: c\n"),
    "a key that holds null": (
        "a: null  # later\nb: c\n",
        Put(("a",), {"by": "me"}),
        "a: {by: me}  # later\nb: c\n",
    ),
    "a block that becomes a value": (
        "a:\n  by: me\n  on: x\n\nb: c\n",
        Put(("a",), "none"),
        "a: none\n\nb: c\n",
    ),
    "a folded text that becomes a value": (
        "a: >-\n  one\n  two\nb: c\n",
        Put(("a",), "x"),
        "a: x\nb: c\n",
    ),
    "a text that needs quotes": ("a: b\n", Put(("a",), "b: #c"), 'a: "b: #c"\n'),
    "a text that is no text elsewhere": ("a: b\n", Put(("a",), "yes"), 'a: "yes"\n'),
    "a new key behind another": (
        "a:\n  b: 1\n  # of c\n  c: 2\n",
        Put(("a", "d"), "x", after="b"),
        "a:\n  b: 1\n  d: x\n  # of c\n  c: 2\n",
    ),
    "a new key at the end": (
        "a:\n  b: 1\nc: 2\n",
        Put(("a", "d"), "x"),
        "a:\n  b: 1\n  d: x\nc: 2\n",
    ),
    "a new key at the end of a file without a line end": ("a: 1", Put(("b",), "x"), "a: 1\nb: x"),
    "a new key in a flow mapping": ("a: {b: 1}\n", Put(("a", "c"), "x"), "a: {b: 1, c: x}\n"),
    "a key that goes": ("a: 1\nb:\n  c: 2\nd: 3\n", Drop(("b",)), "a: 1\nd: 3\n"),
    "a key that goes from a flow mapping": (
        "a: {b: 1, c: {d: 2}, e: 3}\n",
        Drop(("a", "c")),
        "a: {b: 1, e: 3}\n",
    ),
    "the first key of a flow mapping": ("a: {b: 1, c: 2}\n", Drop(("a", "b")), "a: {c: 2}\n"),
    "a key that is not there": ("a: 1\n", Drop(("b",)), "a: 1\n"),
    "an item at the head": (
        "log:\n  # newest first\n  - v: 1\n    w: x\n",
        Insert(("log",), {"v": "2.0", "w": "y"}),
        'log:\n  # newest first\n  - v: "2.0"\n    w: y\n  - v: 1\n    w: x\n',
    ),
    "an item at the end": (
        "log:\n  - v: 1 # old\n\nafter: x\n",
        Insert(("log",), {"v": "b"}, at_end=True),
        "log:\n  - v: 1 # old\n  - v: b\n\nafter: x\n",
    ),
    "a list that is not set in": (
        "log:\n- v: 1\n",
        Insert(("log",), {"v": "b"}),
        "log:\n- v: b\n- v: 1\n",
    ),
    "items between braces": (
        "log:\n  - {v: 1}\n",
        Insert(("log",), {"v": "b", "w": "c, d"}),
        'log:\n  - {v: b, w: "c, d"}\n  - {v: 1}\n',
    ),
    "a list between brackets": (
        "log: [{v: 1}]\n",
        Insert(("log",), {"v": "b"}),
        "log: [{v: b}, {v: 1}]\n",
    ),
    "the end of a list between brackets": (
        "log: [{v: 1}]\n",
        Insert(("log",), {"v": "b"}, at_end=True),
        "log: [{v: 1}, {v: b}]\n",
    ),
    "an empty list": (
        "log: []  # none\na: b\n",
        Insert(("log",), {"v": "b"}),
        "log:  # none\n  - v: b\na: b\n",
    ),
    "a list that holds nothing": (
        "log:\na: b\n",
        Insert(("log",), {"v": "b"}),
        "log:\n  - v: b\na: b\n",
    ),
    "a list that is null": (
        "a:\n  log: null\n",
        Insert(("a", "log"), {"v": "b"}),
        "a:\n  log:\n    - v: b\n",
    ),
    "a list that is not there": ("a: b\n", Insert(("log",), {"v": "b"}), "a: b\nlog:\n  - v: b\n"),
    "an empty list in a flow mapping": (
        "a: {log: []}\n",
        Insert(("a", "log"), {"v": "b"}),
        "a: {log: [{v: b}]}\n",
    ),
}


@pytest.mark.parametrize(("text", "edit", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_edit(text: str, edit: Edit, expected: str, line_end: str) -> None:
    before, after = text.replace("\n", line_end), expected.replace("\n", line_end)
    if "\n" not in text and line_end == "\r\n":
        after = expected  # a file of one line does not tell how its lines end
    assert edited(before, [edit], path="x.yml") == after


def test_a_long_text_is_folded_over_lines_of_readable_length() -> None:
    text = edited(
        "log:\n  - what: x\n", [Insert(("log",), {"what": "word " * 60 + "end"})], path="x"
    )
    assert "what: >-\n" in text
    assert max(map(len, text.splitlines())) < 110
    assert data(text)["log"][0]["what"] == "word " * 60 + "end"


ODD = {
    "a list that starts on the line of another": (
        "log: \n  - - v: 1\n",
        Insert(("log", 0), {"v": "b"}),
    ),
    "a path to nothing": ("a: b\n", Put(("document", "version"), "0.2")),
    "a list that is a mapping": ("log: {a: b}\n", Insert(("log",), {"v": "b"})),
    "a list that is a text": ("log: b\n", Insert(("log",), {"v": "b"})),
    "the only key of a block": ("a:\n  b: 1\nc: 2\n", Drop(("a", "b"))),
    "a file that is no YAML": ("a: [\n", Put(("a",), "x")),
    "an alias": ("a: &x {b: 1}\nc: *x\n", Put(("c", "b"), "2")),
    "an empty file": ("", Put(("a",), "x")),
}


@pytest.mark.parametrize(("text", "edit"), ODD.values(), ids=ODD)
def test_an_odd_layout_is_left_alone_and_the_lines_are_told(text: str, edit: Edit) -> None:
    with pytest.raises(CannotEditError) as told:
        edited(text, [edit], path="processes/x.yml")
    assert "processes/x.yml" in str(told.value)
    assert str(edit.path[-1]) in str(told.value)
    if not isinstance(edit, Drop):
        lines = str(told.value).partition("\n")[2]
        assert str(edit.path[-1]) in data(lines)


@pytest.mark.parametrize("file", PROCESSES, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_in_every_process_only_the_lines_that_are_meant_differ(file: Path, line_end: str) -> None:
    before = file.read_text(encoding="utf-8").replace("\n", line_end)
    after = edited(before, [VERSION, STATUS, APPROVAL, Insert(("changes",), LINE)], path="x.yml")
    wanted = data(before)
    wanted["document"] |= {"version": "7.0", "status": "in-review"}
    wanted["document"]["approved"] = {"by": "boss", "date": "2026-03-04", "fingerprint": "ab" * 32}
    wanted["changes"] = [{**LINE, "date": "2026-03-04"}, *wanted["changes"]]
    assert data(after) == wanted
    gone, added = differing(before.split(line_end), after.split(line_end))
    assert all(line.lstrip().startswith(("version", "status", "approved")) for line in gone)
    assert len(gone) <= 3
    assert len(added) <= len(gone) + len(LINE) + 4


def differing(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """The lines that are only in one of two texts."""
    changes = list(ndiff(old, new, linejunk=None, charjunk=None))
    return [x[2:] for x in changes if x[0] == "-"], [x[2:] for x in changes if x[0] == "+"]


def patched(text: str, hunks: tuple[LinesToWrite, ...]) -> str:
    lines = text.splitlines(keepends=True)
    for hunk in reversed(hunks):
        assert 1 <= hunk.first <= hunk.last <= len(lines)
        lines[hunk.first - 1 : hunk.last] = [hunk.text]
    return "".join(lines)


@pytest.mark.parametrize("file", PROCESSES, ids=lambda path: path.stem)
def test_the_lines_to_write_make_the_new_text_of_the_old(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    after = edited(before, [VERSION, APPROVAL, Insert(("changes",), LINE)], path="x.yml")
    hunks = lines_to_write("processes/x.yml", before, after)
    assert patched(before, hunks) == after
    assert {hunk.path for hunk in hunks} == {"processes/x.yml"}
    assert sum(hunk.last - hunk.first + 1 for hunk in hunks) <= 6


def test_an_insertion_takes_the_line_before_it_along() -> None:
    assert lines_to_write("x", "a\nb\n", "a\nnew\nb\n") == (LinesToWrite("x", 1, 1, "a\nnew\n"),)
    assert lines_to_write("x", "a\n", "new\na\n") == (LinesToWrite("x", 1, 1, "new\na\n"),)
    assert lines_to_write("x", "a\n", "a\n") == ()


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
).map(lambda text: " ".join(text.split()))
names = st.sampled_from(["version", "status", "by", "what", "x-1"])
values = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


@given(
    document=st.dictionaries(names, values, min_size=1, max_size=4),
    in_flow=st.booleans(),
    name=names,
    value=values.filter(bool),
    what=words.filter(bool),
)
def test_made_up_files_keep_everything_else(
    *, document: dict[str, Any], in_flow: bool, name: str, value: Any, what: str
) -> None:
    inner = (
        f"  document: {flow(document)}\n" if in_flow else block({"document": document}, indent=2)
    )
    before = f"# top\nfirst: 'x'  # one\nouter:\n{inner}# between\nlast: y # end\n"
    edits = [Put(("outer", "document", name), value), Insert(("log",), {"what": what})]
    after = edited(before, edits, path="x.yml")
    wanted = data(before)
    wanted["outer"]["document"] |= {name: value}
    assert data(after) == {**wanted, "log": [{"what": what}]}
    assert after.startswith("# top\nfirst: 'x'  # one\nouter:\n")
    assert "# between\nlast: y # end\n" in after
    assert patched(before, lines_to_write("x", before, after)) == after
