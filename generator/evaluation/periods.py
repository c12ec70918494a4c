"""Periods of measurement as numbers that count on, so that order and gaps can be seen.

ISO 8601: a week starts on Monday, and week 1 is the one with the first Thursday of the year.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.model.identifiers import Period
from generator.model.measurement import Frequency

_OF_LENGTH = {4: Frequency.YEAR, 10: Frequency.DAY}
_OF_MARK = {"Q": Frequency.QUARTER, "W": Frequency.WEEK}
_MONTHS: Mapping[Frequency, int] = {
    Frequency.YEAR: 12,
    Frequency.QUARTER: 3,
    Frequency.MONTH: 1,
}
"""The periods that are whole months, and how many."""


@dataclass(frozen=True, slots=True)
class Span:
    """One period: how long it is, its number among those as long, its first and last day."""

    frequency: Frequency
    number: int
    first: date
    last: date


def frequency_of(period: Period) -> Frequency:
    """How long a period is, by the form in which it is written."""
    return _OF_LENGTH.get(len(period)) or _OF_MARK.get(period[5], Frequency.MONTH)


@lru_cache(maxsize=1 << 12)
def span_of(period: Period) -> Span | None:
    """The period on the calendar; None when it is not there, such as 30 February or week 0."""
    frequency = frequency_of(period)
    try:
        first = _first_day(period, frequency)
    except ValueError:
        return None
    number = _number(first, frequency)
    return Span(frequency, number, first, _first_of(frequency, number + 1) - timedelta(days=1))


def period_of(frequency: Frequency, number: int) -> Period:
    """How the period of a number is written."""
    first = _first_of(frequency, number)
    match frequency:
        case Frequency.DAY:
            return first.isoformat()
        case Frequency.WEEK:
            year, week, _ = first.isocalendar()
            return f"{year}-W{week:02}"
        case Frequency.MONTH:
            return f"{first.year}-{first.month:02}"
        case Frequency.QUARTER:
            return f"{first.year}-Q{(first.month + 2) // 3}"
    return str(first.year)


def day_after_next(period: Period) -> date | None:
    """The day from which the value of the period after this one is missing."""
    span = span_of(period)
    return _first_of(span.frequency, span.number + 2) if span else None


def _first_day(period: Period, frequency: Frequency) -> date:
    year = int(period[:4])
    match frequency:
        case Frequency.DAY:
            return date.fromisoformat(period)
        case Frequency.WEEK:
            return date.fromisocalendar(year, int(period[6:]), 1)
        case Frequency.QUARTER:
            return date(year, 3 * int(period[6:]) - 2, 1)
        case Frequency.MONTH:
            return date(year, int(period[5:]), 1)
    return date(year, 1, 1)


def _number(first: date, frequency: Frequency) -> int:
    if frequency is Frequency.DAY:
        return first.toordinal()
    if frequency is Frequency.WEEK:
        return (first.toordinal() - 1) // 7  # day 1 of the calendar was a Monday
    return (12 * first.year + first.month - 1) // _MONTHS[frequency]


def _first_of(frequency: Frequency, number: int) -> date:
    if frequency is Frequency.DAY:
        return date.fromordinal(number)
    if frequency is Frequency.WEEK:
        return date.fromordinal(7 * number + 1)
    months = number * _MONTHS[frequency]
    return date(months // 12, months % 12 + 1, 1)
