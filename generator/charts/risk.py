"""The charts of the risks: where each stands between chance and effect, now and later."""

from collections.abc import Iterator

from generator.charts.chart import Chart, HeatMap
from generator.evaluation.risk_level import Grid, grid_after, grid_now
from generator.language import Language
from generator.model.assessment import Grade
from generator.model.handbook import Handbook
from generator.model.improvement import RiskScale

NOW = "chart-risks"
"""The key of the chart of the risks as they are rated now."""

AFTER = "chart-risks-after"
"""The key of the chart of the risks as they are expected to be after the measures."""


def risk_charts(handbook: Handbook, language: Language) -> Iterator[Chart]:
    """A chart for each moment at which some risk has a place on the scale."""
    scale = handbook.risk_scale
    for key, grid in ((NOW, grid_now(handbook)), (AFTER, grid_after(handbook))):
        if scale and grid and not grid.is_empty:
            moment = "now" if key == NOW else "after"
            title = language.label(f"risks.grid.{moment}")
            yield Chart(key, title, _heat_map(grid, scale, language), "riskscale")


def _heat_map(grid: Grid, scale: RiskScale, language: Language) -> HeatMap:
    return HeatMap(
        rows=tuple(map(_name, grid.chances)),
        columns=tuple(map(_name, grid.effects)),
        row_title=language.label("risks.chance"),
        column_title=language.label("risks.effect"),
        cells=tuple(
            tuple(
                ", ".join(language.label("risks.number", number=item.number) for item in cell.risks)
                for cell in row
            )
            for row in grid.cells
        ),
        bands=tuple(tuple(cell.heat for cell in row) for row in grid.cells),
        heats=len({band.least for band in scale.bands}),
    )


def _name(grade: Grade) -> str:
    return f"{grade.value}. {grade.meaning}"
