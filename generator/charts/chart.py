"""Charts: numbers to be drawn, as values; what a page shows beside them is its own table."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value, and the words at its end; ``value`` None is not filled in.

    ``earlier`` is what the value was before, where that is to be compared.
    """

    name: str
    value: float | None
    words: str
    earlier: float | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars from zero to ``maximum``; ``names`` are those of now and of earlier."""

    bars: tuple[Bar, ...]
    maximum: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A named row of values, one for each axis or part of its chart; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class RadarChart:
    """Values on axes around a centre; ``rings`` names the values 1, 2, ... from within."""

    axes: tuple[str, ...]
    lines: tuple[Line, ...]
    rings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Wholes of a hundred percent, each a bar divided over the same ``parts``."""

    parts: tuple[str, ...]
    wholes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A grid: ``cells[row][column]`` is what stands in a cell, ``bands`` how hot it is (0, 1, ...).

    A band below 0 is not known; ``heats`` is how many there are, also when no cell is in some.
    Rows stand from below, as on the axis of a graph.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_title: str
    column_title: str
    cells: tuple[tuple[str, ...], ...]
    bands: tuple[tuple[int, ...], ...]
    heats: int


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Values over periods, with the band of values that are good enough; None is a gap."""

    periods: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    low: Decimal | None
    high: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The same without words, as small as a word in a table."""

    values: tuple[Decimal | None, ...]
    low: Decimal | None
    high: Decimal | None


Shape: TypeAlias = BarChart | RadarChart | ShareChart | HeatMap | TrendChart | Sparkline


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to be drawn: ``key`` names it (``chart-...``), ``title`` is its accessible name.

    ``about`` is the reference of what it shows, so that a fault can be reported there.
    """

    key: str
    title: str
    shape: Shape
    about: str
