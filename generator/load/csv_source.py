"""CSV text -> the same tree of plain data and places that a YAML file gives.

A table of measurements: a header, and a line for each period (RFC 4180). Spreadsheets write
it with commas, or with semicolons and decimal commas; both are read. What could be read as
two different numbers is refused instead of guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from generator.load.csv_cells import Cell, MisquotedError, rows_of
from generator.load.node import Mark, Node, Place
from generator.load.yaml_source import MOST_VALUES
from generator.model.finding import Finding, Position
from generator.model.guess import nearest
from generator.model.measurement import Measurement

COLUMNS = tuple(Measurement.model_fields)
"""The columns that a table may have, in the order in which they are usually written."""

REQUIRED = tuple(name for name, item in Measurement.model_fields.items() if item.is_required())
"""The columns that every table has."""

_PERIOD = "period"
_NUMBER = "value"
_SEPARATORS = ";,"
_DECIMAL_COMMA = re.compile(r"([+-]?\d*),(\d+)")
_DIGITS = re.compile(r"[+-]?\d+")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+")
"""In a table with decimal commas: one thousand two hundred and thirty-four, or 1.234?"""


def read_csv(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """Reads the text of one table.

    Args:
        text: the text, without forbidden characters.
        file: its path, for the findings.

    Returns:
        ``{"values": [{column: text}]}``, an empty cell being None, or None when there is
        nothing to rely on; and what is wrong with the layout.
    """
    table = _Table(file, _separator(text))
    try:
        rows = _bounded(rows_of(text, table.separator))
    except MisquotedError as error:
        table.report("S136" if error.is_open else "S137", error.place)
        return None, table.findings
    if len(rows) * len(COLUMNS) > MOST_VALUES:
        table.report("S121", rows[-1][0].place, limit=str(MOST_VALUES))
        return None, table.findings
    if not rows:
        table.report("S110", Place(0, 0))
        return None, table.findings
    return table.tree(rows[0], rows[1:]), table.findings


def _separator(text: str) -> str:
    """What stands between the cells, by the first line that holds more than separators."""
    lines = StringIO(text, newline=None)
    first = next((line for line in lines if line.strip(f'{_SEPARATORS} \t\n"')), "")
    return ";" if first.count(";") > first.count(",") else ","


def _bounded(rows: Iterator[list[Cell]]) -> list[list[Cell]]:
    """The rows that hold more than separators, as many as one file may have and one more."""
    found: list[list[Cell]] = []
    for row in rows:
        if any(cell.text.strip(_SEPARATORS) for cell in row):
            found.append(row)
        if len(found) * len(COLUMNS) > MOST_VALUES:
            break
    return found


@dataclass
class _Table:
    """One table while it is made into a tree."""

    file: str
    separator: str
    findings: list[Finding] = field(default_factory=list)

    def report(self, code: str, mark: Mark, **details: str) -> None:
        place = Position(self.file, mark.line + 1, mark.column + 1)
        self.findings.append(Finding(code, place, details=details))

    def tree(self, header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Node | None:
        columns = self._columns(header)
        if columns is None:
            return None
        start = header[0].place
        marks: list[Mark] = [start, start, start]  # the table, the word values, and its list
        values: list[dict[str, Any]] = []
        for row in rows:
            self._check_row(row, header, columns)
            marks.append(row[0].place)
            values.append(dict(self._cells(row, columns, marks)))
        return Node({"values": values}, marks)

    def _columns(self, header: Sequence[Cell]) -> Mapping[int, str] | None:
        """The columns by their number; None when the table cannot be read without another."""
        found: dict[int, str] = {}
        names = [cell.text.lower() for cell in header]
        if not any(name in COLUMNS or nearest(name, COLUMNS) for name in names):
            self.report("S132", header[0].place, known=self.separator.join(COLUMNS))
            return None
        for number, (name, cell) in enumerate(zip(names, header, strict=True)):
            if name in found.values():
                line = str(header[0].place.line + 1)
                self.report("S112", cell.place, key=name, first=line)
            elif name in COLUMNS:
                found[number] = name
            elif name:
                details = {"key": cell.text, "known": ", ".join(COLUMNS)}
                self.report("S133", cell.place, **details, **nearest(name, COLUMNS))
        for name in REQUIRED:
            meant = any(nearest(word, (name,)) for word in names)
            if name not in found.values() and not meant:
                self.report("S134", header[0].place, key=name)
        return found if set(REQUIRED) <= set(found.values()) else None

    def _check_row(
        self, row: Sequence[Cell], header: Sequence[Cell], columns: Mapping[int, str]
    ) -> None:
        number = next(number for number, name in columns.items() if name == _NUMBER)
        surplus = [cell for cell in row[len(header) :] if cell.text]
        last = number + (1 if columns.get(number + 1) == _PERIOD else 2)
        if doubtful := self._doubtful(row[number:last]):
            self.report("S138", row[number].place, value=doubtful)
        elif surplus:
            self.report("S135", surplus[0].place, count=str(len(header)))

    def _cells(
        self, row: Sequence[Cell], columns: Mapping[int, str], marks: list[Mark]
    ) -> Iterator[tuple[str, str | None]]:
        for number, cell in enumerate(row):
            name = columns.get(number)
            if name is None:
                continue
            marks += (cell.place, cell.place)  # the key and the value
            yield name, (self._number(cell.text) if name == _NUMBER else cell.text) or None

    def _number(self, text: str) -> str:
        """The number as the model reads it; a semicolon tells that a comma is a decimal one."""
        if self.separator == ";" and (found := _DECIMAL_COMMA.fullmatch(text)):
            return f"{found[1]}.{found[2]}"
        return text

    def _doubtful(self, cells: Sequence[Cell]) -> str | None:
        """The number in a cell that somebody else would take for a different one.

        Args:
            cells: the cell of the number, and the one behind it unless a period belongs there.
        """
        texts = [cell.text for cell in cells]
        if self.separator == ";":
            return texts[0] if texts and _THOUSANDS.fullmatch(texts[0]) else None
        is_split = all(map(_DIGITS.fullmatch, texts)) and len(texts) == 2  # 1,5 became two cells
        return ",".join(texts) if is_split and not cells[1].is_quoted else None
