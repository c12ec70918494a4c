"""Text in a cell of a CSV file: shown as it is, and never taken for a formula."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula (OWASP: CSV Injection), the forms of
full width too, which some read as the same."""


def cell(text: str) -> str:
    """The text of a cell; with a quote mark before what a spreadsheet would run.

    A spreadsheet shows the mark in no cell that it reads as text, and any program can take it
    away again. A blank in front hides nothing: it is looked through.
    """
    start = text.lstrip(" \u00a0")
    return f"'{text}" if start.startswith(_FORMULA) or text.startswith("'") else text


def csv_text(rows: Iterable[Iterable[str | Decimal]]) -> str:
    """Rows as CSV (RFC 4180), every text escaped and in quotes where it has to be.

    A number stays a number, also below zero: a minus and digits run nothing.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([_shown(value) for value in row] for row in rows)
    return stream.getvalue()


def _shown(value: str | Decimal) -> str:
    return format(value, "f") if isinstance(value, Decimal) else cell(value)
