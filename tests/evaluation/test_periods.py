from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evaluation.periods import day_after_next, frequency_of, period_of, span_of
from generator.model.measurement import Frequency

SPANS = {
    "2026": (Frequency.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    "2024-02": (Frequency.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
    "2026-12": (Frequency.MONTH, date(2026, 12, 1), date(2026, 12, 31)),
    "2026-Q4": (Frequency.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
    "2026-W01": (Frequency.WEEK, date(2025, 12, 29), date(2026, 1, 4)),
    "2026-W53": (Frequency.WEEK, date(2026, 12, 28), date(2027, 1, 3)),
    "2026-03-14": (Frequency.DAY, date(2026, 3, 14), date(2026, 3, 14)),
}


@pytest.mark.parametrize(("period", "expected"), SPANS.items(), ids=SPANS)
def test_spans(period: str, expected: tuple[Frequency, date, date]) -> None:
    span = span_of(period)
    assert span is not None
    assert (span.frequency, span.first, span.last) == expected
    assert frequency_of(period) is expected[0]


@pytest.mark.parametrize("period", ["2026-02-30", "2025-02-29", "2026-W00", "2025-W53", "2026-W54"])
def test_what_is_not_on_the_calendar(period: str) -> None:
    assert span_of(period) is None
    assert day_after_next(period) is None


@given(st.sampled_from(Frequency), st.dates(date(1000, 1, 8), date(2999, 12, 1)))
def test_periods_follow_each_other_without_a_gap(frequency: Frequency, day: date) -> None:
    number = _number_around(frequency, day)
    span, after = (span_of(period_of(frequency, item)) for item in (number, number + 1))
    assert span is not None
    assert after is not None
    assert (span.number, after.number) == (number, number + 1)
    assert span.first <= day <= span.last
    assert after.first == span.last + timedelta(days=1)
    assert frequency_of(period_of(frequency, number)) is frequency


def _number_around(frequency: Frequency, day: date) -> int:
    year, week, _ = day.isocalendar()
    period = {
        Frequency.DAY: day.isoformat(),
        Frequency.WEEK: f"{year}-W{week:02}",
        Frequency.MONTH: f"{day:%Y-%m}",
        Frequency.QUARTER: f"{day.year}-Q{(day.month + 2) // 3}",
        Frequency.YEAR: str(day.year),
    }[frequency]
    span = span_of(period)
    assert span is not None
    return span.number


NEXT = {
    "2026-W05": date(2026, 2, 9),
    "2026-12": date(2027, 2, 1),
    "2026-Q3": date(2027, 1, 1),
    "2025": date(2027, 1, 1),
    "2026-02-28": date(2026, 3, 2),
}


@pytest.mark.parametrize(("period", "expected"), NEXT.items(), ids=NEXT)
def test_from_when_the_next_value_is_missing(period: str, expected: date) -> None:
    assert day_after_next(period) == expected
