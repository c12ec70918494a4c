"""A radar chart: values on axes around a centre, joined by a line for each row of values."""

from collections.abc import Sequence
from math import cos, pi, sin

from generator.charts.chart import Line, RadarChart
from generator.publish.plotting.paper import (
    LINE,
    MARGIN,
    WIDTH,
    Look,
    Paper,
    legend,
    legend_height,
    look,
    wrapped,
)

_RADIUS = 88
_AWAY = 11
_BESIDE = 82
_ABOVE = 170
_FEWEST = 3
_MOST_LINES = 3
_MOST_AXES = 10
_GAP = 10

_Point = tuple[float, float]


def radar(chart: RadarChart) -> Paper:
    """The axes with their names around them, the rings with theirs below the picture.

    Raises:
        ValueError: with fewer than three axes, which enclose nothing.
    """
    count = len(chart.axes)
    if count < _FEWEST:
        message = f"a radar chart of {count} axes"
        raise ValueError(message)
    names = [wrapped(name, _room(at, count)) for at, name in enumerate(chart.axes)]
    is_numbered = count > _MOST_AXES or any(len(lines) > _MOST_LINES for lines in names)
    shown = [[str(at + 1)] for at in range(count)] if is_numbered else names
    entries = _entries(chart, is_numbered=is_numbered)
    up = max(_reach(at, count, lines)[0] for at, lines in enumerate(shown))
    down = max(_reach(at, count, lines)[1] for at, lines in enumerate(shown))
    centre = (WIDTH / 2, MARGIN + up)
    below = centre[1] + down + _GAP
    paper = Paper(below + legend_height([name for name, _, _ in entries]) + MARGIN)
    _web(chart, paper, centre)
    for at, lines in enumerate(shown):
        _name(lines, at, count, paper, centre)
    for at, line in enumerate(chart.lines):
        _values(line, look(at), chart, paper, centre)
    for at in range(len(chart.rings)):
        x, y = _at(0, count, (at + 1) / len(chart.rings), centre)
        paper.label(x - 9, y, str(at + 1))
    legend(paper, below, entries)
    return paper


def _entries(chart: RadarChart, *, is_numbered: bool) -> list[tuple[str, Look | None, str]]:
    found: list[tuple[str, Look | None, str]] = []
    if len(chart.lines) > 1:
        found += [(line.name, look(at), "line") for at, line in enumerate(chart.lines)]
    found += [(name, None, str(at + 1)) for at, name in enumerate(chart.rings)]
    if is_numbered:
        found += [(name, None, f"({at + 1})") for at, name in enumerate(chart.axes)]
    return found


def _turn(at: int, count: int) -> float:
    """The angle of an axis, clockwise from above."""
    return 2 * pi * at / count


def _room(at: int, count: int) -> float:
    """How wide the name of an axis may be: beside the circle, or between its two neighbours."""
    if abs(sin(_turn(at, count))) < 0.2:
        return min(_ABOVE, 2 * (_RADIUS + _AWAY) * sin(_turn(1, count)) - 12)
    return _BESIDE


def _reach(at: int, count: int, lines: Sequence[str]) -> tuple[float, float]:
    """How far the name of an axis reaches above and below the centre."""
    top = _top_of_name(at, count, lines)
    return -top, top + LINE * len(lines)


def _top_of_name(at: int, count: int, lines: Sequence[str]) -> float:
    """Where a name begins: one above the circle ends at it, one below it starts there."""
    away = -cos(_turn(at, count))
    return (_RADIUS + _AWAY) * away - LINE * len(lines) * (1 - away) / 2


def _at(at: int, count: int, part: float, centre: _Point) -> _Point:
    turn = _turn(at, count)
    x, y = centre
    return x + _RADIUS * part * sin(turn), y - _RADIUS * part * cos(turn)


def _web(chart: RadarChart, paper: Paper, centre: _Point) -> None:
    count, rings = len(chart.axes), max(len(chart.rings), 1)
    for ring in range(1, rings + 1):
        corners = [_at(axis, count, ring / rings, centre) for axis in range(count)]
        paper.polygon(corners, edge="frame")
    for axis in range(count):
        paper.line([centre, _at(axis, count, 1, centre)], ink="frame", width=0.7)


def _name(lines: Sequence[str], at: int, count: int, paper: Paper, centre: _Point) -> None:
    aside = sin(_turn(at, count))
    place = "center" if abs(aside) < 0.2 else "left" if aside > 0 else "right"
    x = centre[0] + (_RADIUS + _AWAY) * aside
    if place != "center" and abs(aside) < 0.99:
        x -= 3 * (1 if aside > 0 else -1)
    paper.lines(x, centre[1] + _top_of_name(at, count, lines), lines, place=place)


def _values(line: Line, its: Look, chart: RadarChart, paper: Paper, centre: _Point) -> None:
    """One row of values; where one is missing, the line is interrupted."""
    count, rings = len(chart.axes), max(len(chart.rings), 1)
    points = [
        None if value is None else _at(at, count, min(max(value, 0), rings) / rings, centre)
        for at, (_, value) in enumerate(zip(chart.axes, line.values, strict=True))
    ]
    for start, end in zip(points, [*points[1:], points[0]], strict=True):
        if start and end:
            paper.line([start, end], ink=its.edge, dash=its.dash, width=1.8)
    for point in points:
        if point:
            paper.line([point], ink=its.edge, marker=its.marker, size=6)
