"""A trend: values over periods with the band of values that are good enough, large and small."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.charts.chart import Sparkline, TrendChart
from generator.publish.plotting.numbers import known, number, ticks
from generator.publish.plotting.paper import (
    LINE,
    LOOKS,
    MARGIN,
    WIDTH,
    Paper,
    measured,
    wrapped,
)

_HIGH = 150
_LEAST = 26
_SMALL = (96, 24)
_BAND = LOOKS[2]
_LINE = LOOKS[0]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where values and periods stand on the paper."""

    left: float
    top: float
    right: float
    bottom: float
    low: Decimal
    high: Decimal
    count: int

    def x(self, at: int) -> float:
        """The place of a period; a single one stands in the middle."""
        if self.count < 2:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * at / (self.count - 1)

    def y(self, value: Decimal) -> float:
        """The height of a value; what lies outside stays at the edge."""
        part = float((value - self.low) / (self.high - self.low))
        return self.bottom - (self.bottom - self.top) * min(max(part, 0), 1)


def trend(chart: TrendChart, decimal: str) -> Paper:
    """The values as a line, the band hatched, and a number for every line across."""
    steps = _steps(chart)
    words = [number(step, decimal) for step in steps]
    unit = wrapped(chart.unit, WIDTH - 2 * MARGIN)
    left = MARGIN + max(measured(word) for word in words) + 8
    shown = _shown(chart.periods, WIDTH - MARGIN - left)
    names = [wrapped(chart.periods[at], _most(shown, WIDTH - MARGIN - left)) for at in shown]
    top = MARGIN + LINE * len(unit) + 10
    frame = _Frame(
        left + _LEAST / 2, top, WIDTH - MARGIN - _LEAST, top + _HIGH, steps[0], steps[-1],
        len(chart.periods),
    )  # fmt: skip
    deepest = max((len(lines) for lines in names), default=0)
    paper = Paper(frame.bottom + 8 + LINE * deepest + MARGIN)
    paper.lines(MARGIN, MARGIN, unit, ink="muted")
    _band(chart, frame, paper, right=WIDTH - MARGIN, left=left)
    for step, word in zip(steps, words, strict=True):
        y = frame.y(step)
        paper.line([(left, y), (WIDTH - MARGIN, y)], ink="frame", width=0.5)
        paper.write(left - 6, y + 4, word, place="right", ink="muted")
    for at, lines in zip(shown, names, strict=True):
        half = max(map(measured, lines), default=0) / 2
        x = min(max(frame.x(at), MARGIN + half), WIDTH - MARGIN - half)
        paper.lines(x, frame.bottom + 8, lines, place="center", ink="muted")
    _values(chart.values, frame, paper)
    _last(chart, frame, paper, decimal)
    return paper


def sparkline(chart: Sparkline) -> Paper:
    """The line and the band, and a mark on the last value."""
    width, height = _SMALL
    found = known([*chart.values, chart.low, chart.high]) or [Decimal(0)]
    low, high = min(found), max(found)
    if low == high:
        low, high = low - 1, high + 1
    frame = _Frame(4, 4, width - 6, height - 4, low, high, len(chart.values))
    paper = Paper(height, width)
    _band(chart, frame, paper, left=1, right=width - 1)
    _values(chart.values, frame, paper, is_small=True)
    return paper


def _steps(chart: TrendChart) -> list[Decimal]:
    """The numbers beside the chart; they begin at zero unless that would flatten the line."""
    found = known([*chart.values, chart.low, chart.high]) or [Decimal(0)]
    low, high = min(found), max(found)
    if low >= 0 and low < (high - low) * 2:
        low = Decimal(0)
    return ticks(low, high)


def _shown(periods: Sequence[str], room: float) -> list[int]:
    """The periods that are named: all when they fit, otherwise every so many up to the last."""
    count = len(periods)
    widest = max((min(measured(name), 70) for name in periods), default=0) + 8
    fitting = max(int(room / widest), 1) if widest else 1
    every = -(-count // fitting)
    return sorted(range(count - 1, -1, -every)) if count else []


def _most(shown: Sequence[int], room: float) -> float:
    return max(room / max(len(shown), 1) - 8, 40)


def _band(
    chart: TrendChart | Sparkline, frame: _Frame, paper: Paper, *, left: float, right: float
) -> None:
    """The values that are good enough: hatched, with a line where they end."""
    if chart.low is None and chart.high is None:
        return
    top = frame.top if chart.high is None else frame.y(chart.high)
    bottom = frame.bottom if chart.low is None else frame.y(chart.low)
    hatch = _BAND.hatch if isinstance(chart, TrendChart) else ""
    paper.box(left, top, right - left, bottom - top, fill=_BAND.fill, edge=None, hatch=hatch)
    for norm, y in ((chart.high, top), (chart.low, bottom)):
        if norm is not None:
            paper.line([(left, y), (right, y)], ink=_BAND.edge, dash="--", width=1.2)


def _values(
    values: Sequence[Decimal | None], frame: _Frame, paper: Paper, *, is_small: bool = False
) -> None:
    points = [
        None if value is None else (frame.x(at), frame.y(value)) for at, value in enumerate(values)
    ]
    for start, end in pairwise(points):
        if start and end:
            paper.line([start, end], ink=_LINE.edge, width=1.4 if is_small else 1.8)
    found = [point for point in points if point]
    for point in found[-1:] if is_small else found:
        paper.line([point], ink=_LINE.edge, marker=_LINE.marker, size=4 if is_small else 6)


def _last(chart: TrendChart, frame: _Frame, paper: Paper, decimal: str) -> None:
    """The last value in digits, above its mark or, without room there, below it."""
    found = [(at, value) for at, value in enumerate(chart.values) if value is not None]
    if not found:
        return
    at, value = found[-1]
    y = frame.y(value)
    paper.label(frame.x(at), y - 14 if y - 20 > frame.top - 10 else y + 14, number(value, decimal))
