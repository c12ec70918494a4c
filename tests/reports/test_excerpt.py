"""The line under a message, and the caret under the spot."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.finding import Position
from generator.reports.excerpt import excerpt, source_line

FILE = "x.yml"


def shown(text: str, *, line: int = 1, column: int = 1) -> tuple[str, ...]:
    return excerpt(Position(FILE, line, column), {FILE: text})


def test_the_line_stands_between_bars() -> None:
    text = "\n".join(f"- line {number}" for number in range(1, 13))
    assert shown(text, line=12, column=3) == ("   |", "12 | - line 12", "   |   ^")


@pytest.mark.parametrize(
    ("line", "column", "drawn", "caret"),
    [
        ("abc", 2, "abc", 1),
        ("abc", 4, "abc", 3),
        ("abc", 99, "abc", 3),
        ("", 1, "", 0),
        ("\tx: y", 2, "    x: y", 4),
        ("ab\tx: y", 4, "ab  x: y", 4),
        ("漢字: x", 4, "漢字: x", 5),
        ("🙂: x", 2, "🙂: x", 2),
        ("e\u0301: x", 3, "e\u0301: x", 1),
        ("a\u202eb: x", 3, "a\\u202eb: x", 7),
        ("a\x1b[31mb", 3, "a\\x1b[31mb", 5),
        ("x" * 101, 1, "x" * 100 + "…", 0),
        ("x" * 100, 100, "x" * 100, 99),
        ("a" * 70 + "b" + "c" * 200, 71, "…" + "a" * 60 + "b" + "c" * 39 + "…", 61),
        ("a" * 200, 201, "…" + "a" * 60, 61),
    ],
)
def test_the_caret_is_under_the_spot(line: str, column: int, drawn: str, caret: int) -> None:
    _, text, mark = shown(line, column=column)
    assert text == f"1 | {drawn}".rstrip()
    assert mark == "  | " + " " * caret + "^"


@pytest.mark.parametrize("text", ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "\ufeffa\nb\nc"])
def test_lines_are_counted_as_they_are_read(text: str) -> None:
    lines = [source_line(Position(FILE, line), {FILE: text}) for line in range(5)]
    assert lines == [None, "a", "b", "c", None]


def test_a_file_that_is_not_there_shows_nothing() -> None:
    assert excerpt(Position(FILE), {}) == ()
    assert excerpt(Position(FILE), {FILE: None}) == ()


@given(line=st.text(), column=st.integers(1, 300))
def test_nothing_in_a_line_controls_the_terminal(line: str, column: int) -> None:
    for part in shown(line, column=column):
        assert part.isprintable()
        assert all(unicodedata.category(character)[0] != "C" for character in part)
