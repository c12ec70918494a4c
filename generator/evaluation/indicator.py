"""How an indicator stands: its latest value, which way it goes, and whether that is good enough.

ISO 9001:2015, 9.1.1 (what is measured, and when the results are evaluated) and 9.1.3 (trends).
How long ago the last period was is not told here: that changes with the day of reading.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.evaluation.periods import Span, frequency_of, period_of, span_of
from generator.model.handbook import Handbook
from generator.model.identifiers import Period
from generator.model.measurement import Band, Frequency, Measurement, Series
from generator.model.quality import Kpi, KpiDirection

MOST_SHOWN = 60
"""The most periods in a row of values: five years of months; a misspelt year makes no picture."""


class Attainment(StrEnum):
    """What the latest value says when it is held against the band of good values."""

    ON_TARGET = "on-target"
    OFF_TARGET = "off-target"
    NO_TARGET = "no-target"
    NOT_MEASURED = "not-measured"


class Trend(StrEnum):
    """Which way the latest value went since the one before."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the measurements of one indicator say.

    ``previous`` is the value before the latest, however long before. ``trend`` is None with
    fewer than two values. ``is_better`` is None when nobody said which way is good.
    """

    attainment: Attainment
    latest: Measurement | None = None
    previous: Measurement | None = None
    trend: Trend | None = None
    is_better: bool | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods that follow each other without a gap; the value of one not measured is None."""

    periods: tuple[Period, ...] = ()
    values: tuple[Decimal | None, ...] = ()


def evaluate(kpi: Kpi, handbook: Handbook) -> Evaluation:
    """How an indicator stands by its measurements."""
    measured = [item for _, item in _in_order(kpi, handbook.measurements.get(kpi.id))]
    if not measured:
        return Evaluation(Attainment.NOT_MEASURED)
    latest = measured[-1]
    attainment = _attainment(latest.value, kpi.band)
    if len(measured) == 1:
        return Evaluation(attainment, latest)
    previous = measured[-2]
    trend = _trend(previous.value, latest.value)
    return Evaluation(attainment, latest, previous, trend, _is_better(kpi, previous, latest))


def counts(kpis: Iterable[Kpi], handbook: Handbook) -> Mapping[Attainment, int]:
    """How many of some indicators stand how; each attainment has a number."""
    found = Counter(evaluate(kpi, handbook).attainment for kpi in kpis)
    return {attainment: found[attainment] for attainment in Attainment}


def timeline(kpi: Kpi, handbook: Handbook, *, most: int = MOST_SHOWN) -> Timeline:
    """The last ``most`` periods up to the latest measured one, those without a value too."""
    measured = {
        span.number: (span.frequency, item)
        for span, item in _in_order(kpi, handbook.measurements.get(kpi.id))
    }
    if not measured:
        return Timeline()
    last, first = max(measured), min(measured)
    frequency, _ = measured[last]
    numbers = range(max(first, last - most + 1), last + 1)
    return Timeline(
        tuple(period_of(frequency, number) for number in numbers),
        tuple(measured[number][1].value if number in measured else None for number in numbers),
    )


def frequency_in(kpi: Kpi | None, series: Series) -> Frequency | None:
    """How long the periods of a series are: as the indicator says, or else as most of them are.

    None for a series without values.
    """
    if kpi and kpi.frequency:
        return kpi.frequency
    found = [frequency_of(item.period) for item in series.values]
    return max(found, key=found.count, default=None)


def is_on_target(value: Decimal, band: Band) -> bool:
    """Whether a value lies in the band, both bounds included."""
    return _distance(value, band) == 0


def _in_order(kpi: Kpi, series: Series | None) -> list[tuple[Span, Measurement]]:
    """The measurements that can be compared, the latest last; of one period the last counts."""
    if series is None:
        return []
    frequency = frequency_in(kpi, series)
    found = {
        span.number: (span, item)
        for item in series.values
        if (span := span_of(item.period)) and span.frequency is frequency
    }
    return [found[number] for number in sorted(found)]


def _attainment(value: Decimal, band: Band | None) -> Attainment:
    if band is None or (band.low is None and band.high is None):
        return Attainment.NO_TARGET
    return Attainment.ON_TARGET if is_on_target(value, band) else Attainment.OFF_TARGET


def _trend(before: Decimal, after: Decimal) -> Trend:
    if before == after:
        return Trend.FLAT
    return Trend.UP if after > before else Trend.DOWN


def _is_better(kpi: Kpi, previous: Measurement, latest: Measurement) -> bool | None:
    """Whether the step to the latest value was a good one; None where that cannot be said."""
    before, after = previous.value, latest.value
    if kpi.direction is KpiDirection.TARGET and kpi.band is not None:
        before, after = -_distance(before, kpi.band), -_distance(after, kpi.band)
    elif kpi.direction is KpiDirection.DOWN:
        before, after = -before, -after
    elif kpi.direction is not KpiDirection.UP:
        return None
    return None if before == after else after > before


def _distance(value: Decimal, band: Band) -> Decimal:
    """How far a value lies outside a band."""
    below = band.low - value if band.low is not None else Decimal(0)
    above = value - band.high if band.high is not None else Decimal(0)
    return max(below, above, Decimal(0))
