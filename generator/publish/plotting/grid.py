"""A heat map: a grid of cells on grounds that tell how hot each is, also without colour."""

from generator.charts.chart import HeatMap
from generator.publish.plotting.paper import LINE, MARGIN, WIDTH, Look, Paper, wrapped

_TITLE = 18
_NAMES = 60
_LEAST = 44
_GAP = 6

HEAT = (
    Look("abstract", "abstract-line", "", "-", ""),
    Look("abstract", "abstract-line", "/", "-", ""),
    Look("goal", "goal-line", "//", "-", ""),
    Look("goal", "goal-line", "///", "-", ""),
    Look("physical", "physical-line", "////", "-", ""),
    Look("people", "people-line", "xxx", "-", ""),
    Look("people", "people-line", "xxxx", "-", ""),
)
"""From cool to hot; what is hotter is hatched more densely."""

_UNKNOWN = Look("paper", "frame", "", "-", "")
"""A cell of which nobody said how hot it is: green would promise something."""


def heat_of(band: int, heats: int) -> Look:
    """The look of a band of so many, spread from the coolest look to the hottest.

    With more bands than looks, neighbours share one; a hotter band never looks cooler.
    """
    if band < 0:
        return _UNKNOWN
    return HEAT[min(band * (len(HEAT) - 1) // max(heats - 1, 1), len(HEAT) - 1)]


def heat_map(chart: HeatMap) -> Paper:
    """The grid, rows from below, with its words in the cells and names along two sides.

    Raises:
        ValueError: when there is not a cell for every row and column.
    """
    row_title = wrapped(chart.row_title, _LEAST * max(len(chart.rows), 1))
    left = MARGIN + _TITLE + LINE * max(len(row_title) - 1, 0) + _NAMES
    wide = (WIDTH - MARGIN - left) / max(len(chart.columns), 1)
    rows = list(zip(chart.rows, chart.cells, chart.bands, strict=True))
    texts = [[wrapped(text, wide - 8) for text in cells] for _, cells, _ in rows]
    names = [wrapped(name, _NAMES - 8) for name in chart.rows]
    heights = [
        max(_LEAST, *(LINE * len(lines) + 8 for lines in (*cells, name)))
        for cells, name in zip(texts, names, strict=True)
    ]
    columns = [wrapped(name, wide - 2) for name in chart.columns]
    title = wrapped(chart.column_title, WIDTH - MARGIN - left)
    below = LINE * max((len(lines) for lines in columns), default=0)
    bottom = MARGIN + sum(heights)
    paper = Paper(bottom + _GAP + below + _GAP + LINE * len(title) + MARGIN)
    y = bottom
    for (_, cells, bands), lines, name, height in zip(rows, texts, names, heights, strict=True):
        y -= height
        _centred(paper, left - _GAP, y + height / 2, name, place="right")
        found = zip(chart.columns, cells, bands, lines, strict=True)
        for at, (_, _, band, words) in enumerate(found):
            its = heat_of(band, chart.heats)
            _cell(paper, (left + at * wide, y, wide, height), its, words)
    for at, column in enumerate(columns):
        paper.lines(left + (at + 0.5) * wide, bottom + _GAP, column, place="center")
    middle = (left + WIDTH - MARGIN) / 2
    paper.lines(middle, bottom + 2 * _GAP + below, title, place="center", ink="muted")
    for at, line in enumerate(row_title):
        paper.turned(MARGIN + 6 + at * LINE, (MARGIN + bottom) / 2, line)
    return paper


def _cell(
    paper: Paper, place: tuple[float, float, float, float], its: Look, words: list[str]
) -> None:
    x, y, width, height = place
    paper.box(x, y, width, height, fill=its.fill, edge=its.edge, hatch=its.hatch)
    top = y + height / 2 - LINE * (len(words) - 1) / 2
    for at, line in enumerate(words):
        paper.label(x + width / 2, top + at * LINE, line)


def _centred(paper: Paper, x: float, y: float, lines: list[str], *, place: str) -> None:
    paper.lines(x, y - LINE * len(lines) / 2, lines, place=place)
