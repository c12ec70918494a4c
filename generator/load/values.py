"""The value of one entry of a file whose layout is broken: where it ends, and what is wrong.

Only for a file that the parser refuses. It is stricter than YAML where people are: a text
in quotes or a list in brackets does not run on into the next field.
"""

import re
from collections.abc import Sequence

from generator.load.lines import (
    FIELD,
    STRUCTURE,
    Entry,
    Slip,
    indent_of,
    next_line,
    no_colon,
    place,
    shifted,
    without_comment,
)

_PAIRS = {"[": "]", "{": "}"}
_WHOLE = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_ENDING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])$")
_NO_START = re.compile(r"[@`%,\]}&*!]|[-?](?:\s|$)")
_WORD = re.compile(r" *\w+$")
_COLON = re.compile(r":(?=\s|$)")

Ending = tuple[int, Slip | None]
"""The line after a value, and the first mistake in it."""


def ending_of(lines: Sequence[str], entry: Entry) -> Ending:
    """Reads on from the value of an entry."""
    if entry.opens:
        return entry.line + 1, None
    start = entry.value[0]
    if start in _WHOLE:
        return _quoted(lines, entry)
    if start in _PAIRS:
        return _Brackets(lines, entry).ending()
    if start in "|>" and _HEADER.match(entry.value):
        return _block(lines, entry)
    if start in "|>" or _NO_START.match(entry.value):
        return entry.line + 1, _no_start(entry)
    return _plain(lines, entry)


def _no_start(entry: Entry) -> Slip:
    return Slip("S131", place(entry.line, entry.at), {"character": entry.value[0]})


def _quoted(lines: Sequence[str], entry: Entry) -> Ending:
    mark = entry.value[0]
    if match := _WHOLE[mark].match(entry.value):
        return entry.line + 1, _after(lines[entry.line], entry.line, entry.at + match.end())
    opened = Slip("S122", place(entry.line, entry.at), {"quote": mark})
    for line in range(entry.line + 1, len(lines)):
        text = lines[line]
        if not text.strip():
            continue
        if indent_of(text) <= entry.parent or FIELD.match(text):
            return line, opened
        if match := _ENDING[mark].match(text):
            return line + 1, _after(text, line, match.end())
    return len(lines), opened


def _after(text: str, line: int, end: int) -> Slip | None:
    """What stands behind the closing quote, which nothing may but a comment."""
    if without_comment(" " + text[end:].strip()).strip():
        return Slip("S123", place(line, end - 1), {"quote": text[end - 1]})
    return None


def _block(lines: Sequence[str], entry: Entry) -> Ending:
    """A text behind ``>-`` or ``|``: as far as its lines are indented like the first."""
    line = next_line(lines, entry.line + 1)
    if line is None:
        return len(lines), None
    base = indent_of(lines[line])
    if base <= entry.parent:
        loose = not _structural(lines[line])
        slip = shifted((line, base), entry, side="left", than="further") if loose else None
        return line, slip
    first = Entry(line, (), "", base, lines[line].strip(), base)
    for index in range(line, len(lines)):
        text = lines[index]
        if text.strip() and indent_of(text) < base:
            spot = index, indent_of(text)
            loose = not _structural(text) and not (spot[1] <= entry.parent and _WORD.match(text))
            return index, shifted(spot, first, side="left") if loose else None
    return len(lines), None


def _structural(text: str) -> bool:
    return bool(FIELD.match(text) or STRUCTURE.match(text))


def _plain(lines: Sequence[str], entry: Entry) -> Ending:
    """A text without quotes, and the lines below that are further in and so belong to it."""
    if colon := _COLON.search(entry.value):
        return entry.line + 1, Slip("S126", place(entry.line, entry.at + colon.start()), {})
    for line in range(entry.line + 1, len(lines)):
        text = without_comment(lines[line])
        if not lines[line].strip():
            continue
        if indent_of(lines[line]) <= entry.parent or not text.strip():
            return line, None
        if FIELD.match(text):
            return line, _field_in_text(entry, line, text)
        if colon := _COLON.search(text):
            return line, Slip("S126", place(line, colon.start()), {})
    return len(lines), None


def _field_in_text(entry: Entry, line: int, text: str) -> Slip:
    """A field right below a text: in the wrong place, or the text should be a field as well."""
    column = indent_of(text)
    if not entry.key and not entry.dashes:
        return Slip("S126", place(line, text.index(":")), {})
    if not entry.key and column == entry.column:
        return no_colon(entry)
    return shifted((line, column), entry, side="right")


class _Brackets:
    """A list or mapping in brackets, read character by character."""

    def __init__(self, lines: Sequence[str], entry: Entry) -> None:
        self._lines = lines
        self._entry = entry
        self._open: list[tuple[str, int, int]] = []
        self._fresh = True  # whether a part may start here, so that brackets and quotes count
        self._slip: Slip | None = None

    def ending(self) -> Ending:
        """The line after the last bracket, and the first mistake."""
        for line in range(self._entry.line, len(self._lines)):
            text = self._lines[line]
            if line > self._entry.line and text.strip() and self._is_outside(text):
                return line, self._unclosed()
            column: int | None = self._entry.at if line == self._entry.line else 0
            while column is not None and column < len(text):
                column = self._step(text, line, column)
                if self._slip or not self._open:
                    return line + 1, self._slip or self._behind(text, line, column or len(text))
        return len(self._lines), self._unclosed()

    def _is_outside(self, text: str) -> bool:
        closes = text.strip()[0] in "]}"
        inside = indent_of(text) > self._entry.parent
        return not (closes or inside) or (self._open[-1][0] == "[" and bool(FIELD.match(text)))

    def _unclosed(self) -> Slip:
        bracket, line, column = self._open[-1]
        return Slip("S124", place(line, column), {"bracket": bracket, "closing": _PAIRS[bracket]})

    def _step(self, text: str, line: int, column: int) -> int | None:
        """Reads one character, or a whole text in quotes; None where a comment starts."""
        character = text[column]
        if character == "#" and text[:column].endswith((" ", "\t")):
            return None
        if character in _WHOLE and self._fresh:
            return self._quotes(text, line, column)
        fits = True
        if character in _PAIRS:
            self._open.append((character, line, column))
            fits = self._fresh
        elif character in "]}":
            fits = _PAIRS[self._open.pop()[0]] == character
        self._slip = None if fits else _misplaced(character, line, column)
        self._fresh = self._starts_a_part(text, column)
        return column + 1

    def _starts_a_part(self, text: str, column: int) -> bool:
        character = text[column]
        if character.isspace():
            return self._fresh
        return character in "[{," or bool(_COLON.match(text, column))

    def _quotes(self, text: str, line: int, column: int) -> int | None:
        match = _WHOLE[text[column]].match(text, column)
        self._fresh = False
        if match is None:
            self._slip = Slip("S122", place(line, column), {"quote": text[column]})
            return None
        return match.end()

    def _behind(self, text: str, line: int, column: int) -> Slip | None:
        """What stands behind the last bracket: one too many, or a text that starts with one."""
        rest = without_comment(" " + text[column:].strip()).strip()
        if rest[:1] in {"]", "}"}:
            return _misplaced(rest[0], line, text.index(rest[0], column))
        return _no_start(self._entry) if rest else None


def _misplaced(bracket: str, line: int, column: int) -> Slip:
    return Slip("S125", place(line, column), {"bracket": bracket})
