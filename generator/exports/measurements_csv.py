"""The measurements of each indicator as CSV, for a spreadsheet or another program."""

from decimal import Decimal

from generator.addresses import measurements_file
from generator.exports.csv_cells import csv_text
from generator.model.handbook import Handbook
from generator.model.measurement import Measurement, Series

_COLUMNS = tuple(Measurement.model_fields)


def measurement_files(handbook: Handbook) -> dict[str, str]:
    """A table for every indicator with measurements, by address."""
    return {
        measurements_file(series.id): measurements_csv(series)
        for series in handbook.measurements.values()
        if series.values
    }


def measurements_csv(series: Series) -> str:
    """One table (RFC 4180), with commas and decimal points whatever its file has."""
    rows: list[tuple[str | Decimal, ...]] = [_COLUMNS]
    rows += [
        (item.period, item.value, item.source or "", item.note or "") for item in series.values
    ]
    return csv_text(rows)
