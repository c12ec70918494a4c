"""The cells of CSV text with their places, as RFC 4180 has them.

Python's own reader says on which line a row ends, but not where a cell stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.load.node import Place

_QUOTE = '"'
_BLANKS = re.compile("[ \t]*")
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text without blanks around it, and where it begins."""

    text: str
    place: Place
    is_quoted: bool = False


class MisquotedError(ValueError):
    """A quote that is not closed (``is_open``), or text behind the quote that closes a cell."""

    def __init__(self, place: Place, *, is_open: bool) -> None:
        """Takes the place of the quote, or of the text behind it."""
        super().__init__(place)
        self.place = place
        self.is_open = is_open


def rows_of(text: str, separator: str) -> Iterator[list[Cell]]:
    """The rows of a text, each with at least one cell.

    Args:
        text: the text.
        separator: the character between cells.

    Raises:
        MisquotedError: when the cells cannot be told apart any further.
    """
    scanner = _Scanner(text, separator)
    while not scanner.is_done:
        yield list(scanner.row())


class _Scanner:
    """Reads a text from cell to cell."""

    def __init__(self, text: str, separator: str) -> None:
        self._text = text
        self._separator = separator
        self._plain = re.compile(f"[^{re.escape(separator)}\r\n]*")
        self._next = 0
        self._line = 0
        self._line_start = 0

    @property
    def is_done(self) -> bool:
        return self._next >= len(self._text)

    def row(self) -> Iterator[Cell]:
        """The cells up to the end of the line, which is taken too."""
        yield self._cell()
        while self._text.startswith(self._separator, self._next):
            self._next += 1
            yield self._cell()
        if end := _LINE_END.match(self._text, self._next):
            self._pass(end.end())

    def _cell(self) -> Cell:
        self._next = self._after_blanks(self._next)
        place = self._place()
        if self._text.startswith(_QUOTE, self._next):
            return Cell(self._quoted(place), place, is_quoted=True)
        start = self._next
        self._next = self._end_of_plain(start)
        return Cell(self._text[start : self._next].strip(), place)

    def _quoted(self, place: Place) -> str:
        start = self._next + 1
        end = self._text.find(_QUOTE, start)
        while end != -1 and self._text.startswith(_QUOTE, end + 1):  # a mark is written twice
            end = self._text.find(_QUOTE, end + 2)
        if end == -1:
            raise MisquotedError(place, is_open=True)
        self._pass(end + 1)
        self._next = self._after_blanks(self._next)
        if self._end_of_plain(self._next) > self._next:
            raise MisquotedError(self._place(), is_open=False)
        return self._text[start:end].replace(_QUOTE * 2, _QUOTE).strip()

    def _pass(self, end: int) -> None:
        """Goes on to a place behind any number of line ends."""
        for found in _LINE_END.finditer(self._text, self._next, end):
            self._line += 1
            self._line_start = found.end()
        self._next = end

    def _after_blanks(self, start: int) -> int:
        found = _BLANKS.match(self._text, start)
        return found.end() if found else start

    def _end_of_plain(self, start: int) -> int:
        found = self._plain.match(self._text, start)
        return found.end() if found else start

    def _place(self) -> Place:
        return Place(self._line, self._next - self._line_start)
