"""What a person did wrong in a file that the parser refuses, where that person would look.

The parser says where it got stuck, which is often a page further down: a quote that is not
closed runs on to the next one. So the lines up to there are read again as people read them,
and the first that does not fit is the answer. Where nothing stands out, the parser's own
words remain.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load.lines import (
    Entry,
    Slip,
    entry_of,
    no_colon,
    no_dash,
    passed_over,
    place,
    shifted,
)
from generator.load.values import ending_of

_LONGEST_LINE = 2000


def first_slip(text: str, last: int) -> Slip | None:
    """The first mistake in the layout of a text.

    Args:
        text: the text of a file that is no YAML.
        last: the line where the parser got stuck, counted from 0; the mistake is not below it.

    Returns:
        The mistake, or None when none can be pointed out.
    """
    lines = [line.rstrip("\r") for line in text.split("\n")]
    if any(len(line) > _LONGEST_LINE for line in lines):
        return None  # nobody wrote that by hand, and reading it again could take long
    return next(_Outline(lines).slips(last), None)


@dataclass(slots=True)
class _Level:
    """A list or a block of fields that is open, with the first and the latest entry in it."""

    column: int
    listed: bool
    first: Entry
    latest: Entry


class _Outline:
    """The open levels of a file while it is read line by line."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._levels: list[_Level] = []
        self._previous: Entry | None = None

    def slips(self, last: int) -> Iterator[Slip]:
        """The mistakes in order; after the first one the rest is a guess."""
        line = 0
        while line <= min(last, len(self._lines) - 1):
            if passed_over(self._lines[line]):
                line += 1
                continue
            entry = entry_of(self._lines[line], line)
            yield from self._fit(entry)
            line, slip = ending_of(self._lines, entry)
            if slip:
                yield slip
            self._previous = entry

    def _fit(self, entry: Entry) -> Iterator[Slip]:
        if entry.dashes:
            yield from self._fit_item(entry)
        elif entry.key:
            yield from self._fit_field(entry)
        else:
            yield from self._fit_text(entry)

    def _fit_text(self, entry: Entry) -> Iterator[Slip]:
        """A line without dash or field: a text below its field, or something is missing."""
        above = self._previous
        if entry.value.startswith("-") and entry.value[1:2] not in {"", "-"}:
            yield Slip("S128", place(entry.line, entry.column), {})
        elif above and above.opens and entry.column > above.parent:
            return
        elif (level := self._at(entry.column, listed=True)) is not None:
            yield no_dash(entry, self._levels[level].latest)
        elif entry.value[:1] not in {"[", "{", '"', "'"}:
            yield no_colon(entry)

    def _fit_field(self, entry: Entry) -> Iterator[Slip]:
        if self._goes_deeper(entry.column):
            self._open(entry.column, entry, listed=False)
        elif (level := self._at(entry.column, listed=False)) is not None:
            self._close(level).latest = entry
        else:
            yield self._misfit_field(entry)

    def _misfit_field(self, entry: Entry) -> Slip:
        index = self._at(entry.column, listed=True)
        if index is not None and self._levels[index].first.key == entry.key:
            return no_dash(entry, self._levels[index].latest)
        return self._shifted(entry, entry.column, listed=False)

    def _fit_item(self, entry: Entry) -> Iterator[Slip]:
        column = entry.dashes[0]
        if (level := self._at(column, listed=True)) is not None:
            self._close(level).latest = entry
        elif self._goes_deeper(column) or self._below_its_field(column):
            self._open(column, entry, listed=True)
        else:
            yield self._misfit_item(entry)
        for further in entry.dashes[1:]:
            self._open(further, entry, listed=True)
        if entry.key:
            self._open(entry.column, entry, listed=False)

    def _misfit_item(self, entry: Entry) -> Slip:
        """An item where no list is open; perhaps because the first one has no dash."""
        for level in self._levels:
            first = level.first
            inside = not level.listed and level.column >= entry.dashes[0]
            if inside and not first.dashes and entry.key and first.key == entry.key:
                return no_dash(first, entry)
        return self._shifted(entry, entry.dashes[0], listed=True)

    def _open(self, column: int, entry: Entry, *, listed: bool) -> None:
        self._levels.append(_Level(column, listed, entry, entry))

    def _goes_deeper(self, column: int) -> bool:
        """Whether an entry starts a level of its own: at the top, or below what is left open."""
        if not self._levels:
            return True
        above = self._previous
        return column > self._levels[-1].column and above is not None and above.opens

    def _below_its_field(self, column: int) -> bool:
        """A list may start right below its field, as far in as the field."""
        above = self._previous
        return above is not None and above.opens and bool(above.key) and above.column == column

    def _at(self, column: int, *, listed: bool) -> int | None:
        """The innermost open level of a sort at a column."""
        found = [
            index
            for index, level in enumerate(self._levels)
            if level.column == column and level.listed is listed
        ]
        return found[-1] if found else None

    def _close(self, level: int) -> _Level:
        """Closes everything inside a level."""
        del self._levels[level + 1 :]
        return self._levels[level]

    def _shifted(self, entry: Entry, column: int, *, listed: bool) -> Slip:
        """A line between the levels, measured by the nearest one; by a deeper one in doubt."""
        levels = [level for level in self._levels if level.listed is listed] or self._levels
        if listed:  # a list of the same sort, when there is one
            levels = [level for level in levels if level.first.key == entry.key] or levels
        nearest = min(levels, key=lambda level: (abs(level.column - column), -level.column))
        side = "left" if nearest.column > column else "right"
        mark = "-" if nearest.listed else nearest.latest.mark
        return shifted((entry.line, column), nearest.latest, side=side, mark=mark)
