"""Tables as text: the measurements of an indicator as a spreadsheet would save them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.load.csv_source import COLUMNS


def csv_of(
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str] = COLUMNS,
    *,
    separator: str = ",",
    end: str = "\r\n",
    quoting: Any = csv.QUOTE_MINIMAL,
) -> str:
    """Rows by column as the text of a CSV file; what a row lacks is an empty cell."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return stream.getvalue()


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
