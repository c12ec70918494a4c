"""The lines of a YAML file as a person reads them: how far in, the dashes, a field, a value."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.load.node import Spot

FIELD = re.compile(r" *(?:- +)*[a-z][\w.#-]*:(?=\s|$)")
"""A line that starts with a field in one word, which no text across lines would do."""

STRUCTURE = re.compile(r" *(?:-(?=\s|$)|---|\.\.\.|#)")
"""A line that starts a list item, a document or a comment."""

_SHAPE = re.compile(r"(?P<dashes> *(?:-(?: +|$))*)(?P<rest>.*)")
_KEY = re.compile(
    r"(?P<key>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^-\"'\[\]{},#&*!|>%@`?\s](?:[^:]|:(?=\S))*)"
    r":(?:\s+(?P<value>.*)|$)"
)


class Slip(NamedTuple):
    """A mistake in the layout: which finding, where, and its details."""

    code: str
    spot: Spot
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that starts something: an item of a list, a field, or a text.

    Lines and columns are counted from 0. ``column`` is that of the field, or of the text
    when there is no field; ``at`` that of the value.
    """

    line: int
    dashes: tuple[int, ...]
    key: str
    column: int
    value: str
    at: int

    @property
    def parent(self) -> int:
        """The column beyond which lines belong to the value."""
        if self.key or not self.dashes:
            return self.column if self.key else self.column - 1
        return self.dashes[-1]

    @property
    def opens(self) -> bool:
        """Whether the value stands on the lines below."""
        return not self.value

    @property
    def mark(self) -> str:
        """How a hint names the line: by its field, else by its dash, else by its first word."""
        return self.key or ("-" if self.dashes else first_word(self.value))


def entry_of(text: str, line: int) -> Entry:
    """Reads a line that is neither blank nor a comment."""
    shape = _SHAPE.match(text)
    assert shape, "all parts of a line may be empty"
    dashes = tuple(index for index, character in enumerate(shape["dashes"]) if character == "-")
    rest, column = shape["rest"], shape.start("rest")
    match = _KEY.match(rest)
    if match is None:
        return Entry(line, dashes, "", column, without_comment(rest), column)
    value = without_comment(match["value"] or "")
    return Entry(line, dashes, match["key"], column, value, column + max(match.start("value"), 0))


def without_comment(text: str) -> str:
    """The text up to a comment; one inside quotes is cut too, so quotes are read elsewhere."""
    if text[:1] in {'"', "'", "[", "{"}:
        return text
    return re.split(r"(?:^|\s)#", text, maxsplit=1)[0].rstrip()


def indent_of(text: str) -> int:
    """How many blanks a line starts with."""
    return len(text) - len(text.lstrip(" "))


def first_word(text: str) -> str:
    """The first word of a text, to find a line by."""
    return re.split(r"[\s:]", text.strip(), maxsplit=1)[0]


def passed_over(text: str) -> bool:
    """Whether a line says nothing: blank, a comment, or the mark of a document."""
    stripped = text.strip()
    return not stripped or stripped.startswith("#") or stripped in {"---", "..."}


def next_line(lines: Sequence[str], line: int) -> int | None:
    """The first line from ``line`` on that is not blank."""
    return next((index for index in range(line, len(lines)) if lines[index].strip()), None)


def place(line: int, column: int) -> Spot:
    """A place as people count it."""
    return line + 1, column + 1


def shifted(
    spot: tuple[int, int], measure: Entry, *, side: str, than: str = "same", mark: str = ""
) -> Slip:
    """A line that starts too far to one side, measured by another line."""
    first = str(measure.line + 1)
    details = {"side": side, "than": than, "mark": mark or measure.mark, "first": first}
    return Slip("S127", place(*spot), details)


def no_colon(entry: Entry) -> Slip:
    """A field without the colon, or without the blank behind it."""
    return Slip("S130", place(entry.line, entry.column), {"key": first_word(entry.value)})


def no_dash(entry: Entry, other: Entry) -> Slip:
    """An item of a list without the dash that another one has."""
    details = {"key": entry.mark, "first": str(other.line + 1)}
    return Slip("S129", place(entry.line, entry.column), details)
