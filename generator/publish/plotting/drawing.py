"""One chart drawn: its numbers become SVG text, whatever the machine has set for matplotlib."""

import logging
import warnings

import matplotlib as mpl

from generator.charts.chart import (
    BarChart,
    HeatMap,
    RadarChart,
    Shape,
    ShareChart,
    Sparkline,
    TrendChart,
)
from generator.publish.plotting.bars import bars, shares
from generator.publish.plotting.cleaned import cleaned
from generator.publish.plotting.grid import heat_map
from generator.publish.plotting.paper import SETTINGS, Paper
from generator.publish.plotting.radar import radar
from generator.publish.plotting.trend import sparkline, trend


def draw(shape: Shape, decimal: str) -> str:
    """The picture of a chart as SVG text with the colours of the palette.

    Args:
        shape: its numbers and words.
        decimal: the sign between whole numbers and their parts.

    Raises:
        ValueError: when numbers are missing, infinite, or more than there is room for.
    """
    # A machine without a home or a font is no fault, and what the typeface lacks the reader has.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    with warnings.catch_warnings(), mpl.rc_context():
        warnings.simplefilter("ignore")
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        return cleaned(_drawn(shape, decimal).svg())


def _drawn(shape: Shape, decimal: str) -> Paper:
    match shape:
        case BarChart():
            return bars(shape)
        case RadarChart():
            return radar(shape)
        case ShareChart():
            return shares(shape, decimal)
        case HeatMap():
            return heat_map(shape)
        case TrendChart():
            return trend(shape, decimal)
        case Sparkline():
            return sparkline(shape)
