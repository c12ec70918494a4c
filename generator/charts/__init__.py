"""Charts: from the model to numbers that can be drawn; pure. ``publish/plotting`` draws them."""

from collections.abc import Callable, Iterator, Mapping

from generator.charts.assessments import assessment_charts
from generator.charts.chart import Chart
from generator.charts.risk import risk_charts
from generator.charts.trend import trend_charts
from generator.language import Language
from generator.model.handbook import Handbook

__all__ = ["Chart", "charts_of"]

MAKERS: tuple[Callable[[Handbook, Language], Iterator[Chart]], ...] = (
    assessment_charts,
    risk_charts,
    trend_charts,
)
"""The makers of charts, one for each subject."""


def charts_of(handbook: Handbook, language: Language) -> Mapping[str, Chart]:
    """Every chart of a handbook by key."""
    return {chart.key: chart for make in MAKERS for chart in make(handbook, language)}
