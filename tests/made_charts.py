"""A chart of every shape, made up, with a text in every place that takes one."""

from collections.abc import Mapping
from decimal import Decimal

from generator.charts.chart import (
    Bar,
    BarChart,
    HeatMap,
    Line,
    RadarChart,
    Shape,
    ShareChart,
    Sparkline,
    TrendChart,
)

TEXT = "Desk and shelves"


def shapes(text: str = TEXT) -> Mapping[str, Shape]:
    """One of every shape, with the same text everywhere, and values that are not there."""
    rows = (("", text, ""), (text, "", ""), ("", "", text))
    return {
        "bars": BarChart(
            (Bar(text, 62.5, text, 40.0), Bar(text, 100, ""), Bar(text, None, text)),
            100,
            (text, text),
        ),
        "radar": RadarChart(
            (text, text, text, text),
            (Line(text, (1, 2, None, 3)), Line(text, (3, 2, 1, 0))),
            (text, text, text),
        ),
        "shares": ShareChart(
            (text, text, text), (Line(text, (50, 30, 20)), Line(text, (10, None, 4.5)))
        ),
        "heat": HeatMap(
            (text, text, text),
            (text, text, text),
            text,
            text,
            rows,
            ((0, 1, 2), (0, -1, 1), (2, 3, 0)),
            4,
        ),
        "trend": TrendChart(
            (text, text, text),
            (Decimal("1.5"), None, Decimal(2)),
            Decimal(1),
            Decimal(3),
            text,
        ),
        "spark": Sparkline((Decimal(1), Decimal(2), None, Decimal(3)), Decimal(1), None),
    }
