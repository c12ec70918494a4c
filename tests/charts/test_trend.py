"""The charts of measurements: gaps stay gaps, and what was not measured has no picture."""

from dataclasses import replace
from decimal import Decimal

from generator.charts.chart import Sparkline, TrendChart
from generator.charts.trend import sparkline_key, trend_charts, trend_key
from generator.language import Language, language
from generator.model.handbook import Handbook
from generator.model.identifiers import KpiId
from generator.model.measurement import Series

LOANS = KpiId("lb-loans")


def test_a_trend_and_a_sparkline(library: Handbook, english: Language) -> None:
    trend, spark = trend_charts(library, english)
    assert (trend.key, spark.key) == (trend_key(LOANS), sparkline_key(LOANS))
    assert (trend.key, spark.key) == ("chart-kpi-lb-loans", "chart-spark-lb-loans")
    assert trend.title == spark.title == "Loans a week from 2026-W01 to 2026-W05"
    assert trend.about == spark.about == "kpi:lb-loans"
    weeks = tuple(f"2026-W0{week}" for week in range(1, 6))
    values = (Decimal(96), Decimal(104), Decimal(88), None, Decimal(120))
    assert trend.shape == TrendChart(weeks, values, Decimal(95), None, "books")
    assert spark.shape == Sparkline(values, Decimal(95), None)


def test_one_value_and_no_target(library: Handbook) -> None:
    kpi = library.kpis[LOANS].model_copy(update={"band": None, "unit": None, "frequency": None})
    series = Series.model_validate({"id": LOANS, "values": [{"period": "2026", "value": "-1.5"}]})
    handbook = replace(library, kpis={LOANS: kpi}, measurements={LOANS: series})
    trend, spark = trend_charts(handbook, language("nl"))
    assert trend.title == "Loans a week in 2026"
    assert trend.shape == TrendChart(("2026",), (Decimal("-1.5"),), None, None, "")
    assert spark.shape == Sparkline((Decimal("-1.5"),), None, None)


def test_a_sparkline_is_short(library: Handbook, english: Language) -> None:
    days = [{"period": f"2026-03-{day:02}", "value": day} for day in range(1, 31)]
    kpi = library.kpis[LOANS].model_copy(update={"frequency": None})
    series = Series.model_validate({"id": LOANS, "values": days})
    handbook = replace(library, kpis={LOANS: kpi}, measurements={LOANS: series})
    trend, spark = trend_charts(handbook, english)
    assert isinstance(trend.shape, TrendChart)
    assert isinstance(spark.shape, Sparkline)
    assert len(trend.shape.values) == 30
    assert spark.shape.values == tuple(map(Decimal, range(18, 31)))


def test_no_picture_of_what_was_not_measured(library: Handbook, english: Language) -> None:
    assert list(trend_charts(replace(library, measurements={}), english)) == []
