"""What an indicator was from period to period: a picture, and one as small as a word."""

from collections.abc import Iterator
from decimal import Decimal

from generator.charts.chart import Chart, Sparkline, TrendChart
from generator.evaluation.indicator import Timeline, timeline
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.identifiers import KpiId
from generator.model.measurement import Band
from generator.model.quality import Kpi

_MOST_IN_A_WORD = 13
"""So many periods fit in a word: a year of months and the same month the year before."""


def trend_charts(handbook: Handbook, language: Language) -> Iterator[Chart]:
    """A trend and a sparkline for every indicator with measurements."""
    for kpi in handbook.kpis.values():
        shown = timeline(kpi, handbook)
        if shown.periods:
            yield _trend(kpi, shown, language)
            yield _sparkline(kpi, timeline(kpi, handbook, most=_MOST_IN_A_WORD), language)


def trend_key(kpi: KpiId) -> str:
    """The key of the trend of an indicator."""
    return f"chart-kpi-{kpi}"


def sparkline_key(kpi: KpiId) -> str:
    """The key of the sparkline of an indicator."""
    return f"chart-spark-{kpi}"


def _trend(kpi: Kpi, shown: Timeline, language: Language) -> Chart:
    low, high = _bounds(kpi.band)
    shape = TrendChart(shown.periods, shown.values, low, high, kpi.unit or "")
    return Chart(trend_key(kpi.id), _title(kpi, shown, language), shape, f"kpi:{kpi.id}")


def _sparkline(kpi: Kpi, shown: Timeline, language: Language) -> Chart:
    shape = Sparkline(shown.values, *_bounds(kpi.band))
    return Chart(sparkline_key(kpi.id), _title(kpi, shown, language), shape, f"kpi:{kpi.id}")


def _title(kpi: Kpi, shown: Timeline, language: Language) -> str:
    first, last = shown.periods[0], shown.periods[-1]
    which = "one" if first == last else "several"
    return language.label(f"measurements.title.{which}", name=kpi.name, first=first, last=last)


def _bounds(band: Band | None) -> tuple[Decimal | None, Decimal | None]:
    return (band.low, band.high) if band else (None, None)
