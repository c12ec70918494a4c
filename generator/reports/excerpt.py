"""The line of a file that a finding is about, with a caret under the spot."""

import re
import unicodedata
from functools import lru_cache

from generator.model.finding import Position
from generator.reports.outcome import Sources
from generator.wording import visible

_BREAK = re.compile("\r\n|\r|\n")
_LONGEST = 100
_BEFORE = 60
_TAB = 4


def source_line(position: Position, sources: Sources) -> str | None:
    """The text of the line that a position is on, without its end; None when there is none.

    A byte order mark is no part of the first line: columns are counted without it.
    """
    text = sources.get(position.file)
    if text is None:
        return None
    lines = _lines(text)
    return lines[position.line - 1] if 1 <= position.line <= len(lines) else None


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    """The lines of a file; kept, because many findings can be about one file."""
    return tuple(_BREAK.split(text.removeprefix("\ufeff")))


def excerpt(position: Position, sources: Sources) -> tuple[str, ...]:
    """The line at a position and a caret, between bars; empty when the text is not there."""
    line = source_line(position, sources)
    if line is None:
        return ()
    shown, cell = _around(line, position.column)
    number = str(position.line)
    margin = " " * len(number)
    return (f"{margin} |", f"{number} | {shown}".rstrip(), f"{margin} | {' ' * cell}^")


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of a line around a column, as a terminal shows it, and the cell of the column."""
    place = min(max(column, 1), len(line) + 1) - 1
    start = max(0, place - _BEFORE) if len(line) > _LONGEST else 0
    end = start + _LONGEST
    before, cell = _drawn(line[start:place], at=1 if start else 0)
    after, _ = _drawn(line[place:end], at=cell)
    return ("…" if start else "") + before + after + ("…" if end < len(line) else ""), cell


def _drawn(text: str, *, at: int) -> tuple[str, int]:
    """Text from cell ``at`` on: tabs as blanks, unseen characters spelled; and the next cell."""
    pieces = []
    for character in text:
        piece = " " * (_TAB - at % _TAB) if character == "\t" else visible(character)
        at += sum(_cells(shown) for shown in piece)
        pieces.append(piece)
    return "".join(pieces), at


def _cells(character: str) -> int:
    """How many cells of a terminal a character takes (Unicode Standard Annex 11)."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
