"""Bars: one value each, or a whole divided over its parts."""

from dataclasses import dataclass

from generator.charts.chart import Bar, BarChart, Line, ShareChart
from generator.publish.plotting.numbers import number
from generator.publish.plotting.paper import (
    LINE,
    MARGIN,
    WIDTH,
    Look,
    Paper,
    legend,
    legend_height,
    look,
    measured,
    wrapped,
)

_LENGTH = 190
_THICK = 14
_THIN = 7
_GAP = 9
_BESIDE = 6
_WHOLE = 24
_UNDER = 3
_INNER = WIDTH - 2 * MARGIN
_NOW = Look("information", "information-line", "//", "-", "")


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar with the lines of its name, which stand above it, and of the words at its end."""

    bar: Bar
    name: list[str]
    words: list[str]
    maximum: float

    @property
    def height(self) -> float:
        """How high the bar and the words beside it are."""
        under = _THIN + 2 if self.bar.earlier is not None else 0
        return max(_THICK + under, LINE * len(self.words))

    def length(self, value: float) -> float:
        """How long the bar of a value is; what lies outside the frame stays at its edge."""
        return min(max(value / self.maximum, 0), 1) * _LENGTH


def bars(chart: BarChart) -> Paper:
    """Horizontal bars, each with its name above it and its value in words at its end.

    Raises:
        ValueError: when the maximum is not above zero.
    """
    if not chart.maximum > 0:
        message = f"bars up to {chart.maximum}"
        raise ValueError(message)
    rows = [_row(bar, chart.maximum) for bar in chart.bars]
    names = chart.names if any(bar.earlier is not None for bar in chart.bars) else ()
    high = sum(LINE * len(row.name) + _UNDER + row.height + _GAP for row in rows)
    paper = Paper(2 * MARGIN + high + legend_height(names))
    top: float = MARGIN
    for row in rows:
        top = _draw(row, paper, top) + _GAP
    entries = [(name, _NOW, shown) for name, shown in zip(names, ("box", "dashed"), strict=False)]
    legend(paper, top, entries)
    return paper


def _row(bar: Bar, maximum: float) -> _Row:
    words = wrapped(bar.words, _INNER - _LENGTH - _BESIDE)
    return _Row(bar, wrapped(bar.name, _INNER), words, maximum)


def _draw(row: _Row, paper: Paper, top: float) -> float:
    """A bar in a frame as long as the maximum; a dotted one when it is not filled in."""
    value, earlier = row.bar.value, row.bar.earlier
    top = paper.lines(MARGIN, top, row.name) + _UNDER
    dash = ":" if value is None else "-"
    paper.box(MARGIN, top, _LENGTH, _THICK, fill=None, edge="frame", dash=dash)
    if value is not None:
        fill, edge, hatch = _NOW.fill, _NOW.edge, _NOW.hatch
        paper.box(MARGIN, top, row.length(value), _THICK, fill=fill, edge=edge, hatch=hatch)
    if earlier is not None:
        low = top + _THICK + 2
        paper.box(MARGIN, low, row.length(earlier), _THIN, fill=None, edge=_NOW.edge, dash="--")
    paper.lines(MARGIN + _LENGTH + _BESIDE, top - 1, row.words)
    return top + row.height


def shares(chart: ShareChart, decimal: str) -> Paper:
    """Bars of a hundred percent, each divided over the same parts."""
    names = [wrapped(whole.name, _INNER) for whole in chart.wholes]
    high = sum(LINE * len(lines) + _UNDER + _WHOLE + _GAP for lines in names)
    paper = Paper(2 * MARGIN + high + legend_height(chart.parts))
    top: float = MARGIN
    for lines, whole in zip(names, chart.wholes, strict=True):
        top = paper.lines(MARGIN, top, lines) + _UNDER
        _divide(whole, chart, paper, top, decimal)
        top += _WHOLE + _GAP
    legend(paper, top, [(name, look(at), "box") for at, name in enumerate(chart.parts)])
    return paper


def _divide(whole: Line, chart: ShareChart, paper: Paper, top: float, decimal: str) -> None:
    """One whole; what its parts leave of a hundred percent stays empty."""
    total = sum(value or 0 for value in whole.values)
    scale = _INNER / max(100, total)
    paper.box(MARGIN, top, 100 * scale, _WHOLE, fill=None, edge="frame", dash=":")
    left: float = MARGIN
    for at, (_, value) in enumerate(zip(chart.parts, whole.values, strict=True)):
        if not value:
            continue
        width, its = value * scale, look(at)
        paper.box(left, top, width, _WHOLE, fill=its.fill, edge=its.edge, hatch=its.hatch)
        words = f"{number(value, decimal)}\u00a0%"
        if measured(words) + 8 <= width:
            paper.label(left + width / 2, top + _WHOLE / 2, words)
        left += width
