"""Measurements: what an indicator was in each period, read from a table beside its file."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from generator.model.base import Entity, Line, Part
from generator.model.identifiers import KpiId, Period

_DIGITS = 18
_DECIMALS = 6
"""Twelve digits before the decimal mark, six behind it: a slip is longer, a measurement is not."""


def _plain(number: Decimal) -> Decimal:
    """The one form of a number: no exponent, no zeros at the end, no zero below zero."""
    return Decimal(format(number.normalize(), "f")) if number else Decimal(0)


Amount: TypeAlias = Annotated[
    Decimal, Field(max_digits=_DIGITS, decimal_places=_DECIMALS), AfterValidator(_plain)
]
"""A number that was measured, or that a measurement is held against."""


class Frequency(StrEnum):
    """How long the period of one measurement is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Band(Part):
    """The values that are good enough, both bounds included; one may be left out."""

    low: Amount | None = None
    high: Amount | None = None


class Measurement(Part):
    """What was measured over one period, where that came from, and a remark."""

    period: Period
    value: Amount
    source: Line | None = None
    note: Line | None = None


class Series(Entity):
    """The measurements of one indicator, in the order of the file; ``id`` is the indicator's."""

    id: KpiId
    values: tuple[Measurement, ...] = ()
