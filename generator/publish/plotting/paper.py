"""The paper that charts are drawn on: measured in pixels from the top left, with text that wraps.

A chart is as wide as a telephone shows, so that nothing has to shrink there, and as high as
its words need. What tells two things apart is never a colour alone.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from itertools import count
from math import isfinite
from typing import Any

from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch, Polygon, Rectangle
from matplotlib.textpath import text_to_path

from generator.diagrams.palette import COLOURS
from generator.publish.engine import font_files

WIDTH = 360
"""How wide a chart is, in pixels: it fits a telephone of 390 pixels."""
SIZE = 12
"""How high letters are, in pixels."""
LINE = 15
"""How far lines of text stand apart."""
MARGIN = 8
_SAMPLE = 26

SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "handbook",
    "text.parse_math": False,
    "text.usetex": False,
    "hatch.linewidth": 0.6,
    "path.simplify": False,
}
"""What differs from matplotlib's own defaults: text stays text, and means nothing else."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one of several things looks: colours by purpose, and what tells it apart without them."""

    fill: str
    edge: str
    hatch: str
    dash: str
    marker: str


LOOKS = (
    Look("information", "information-line", "", "-", "o"),
    Look("physical", "physical-line", "///", "--", "s"),
    Look("abstract", "abstract-line", "\\\\", ":", "^"),
    Look("people", "people-line", "xx", "-.", "D"),
    Look("goal", "goal-line", "---", "-", "v"),
    Look("process", "line", "|||", "--", "P"),
    Look("note", "note-line", "++", ":", "X"),
)
"""The looks of the first thing, the second, and so on."""


def look(number: int) -> Look:
    """The look of a thing by its number; they return after the last."""
    return LOOKS[number % len(LOOKS)]


def colour(purpose: str) -> str:
    """The sentinel of a purpose's colour, which the page replaces."""
    return COLOURS[purpose].light


@lru_cache(maxsize=1)
def face() -> FontProperties:
    """The shipped typeface, by its file: what a machine has installed does not count."""
    file = font_files(("Regular",))[0]
    return FontProperties(family="Source Sans Pro", fname=str(file), size=SIZE)


@lru_cache(maxsize=1 << 14)
def measured(text: str) -> float:
    """How wide a text is."""
    return float(text_to_path.get_text_width_height_descent(text, face(), ismath=False)[0])


def wrapped(text: str, width: float) -> list[str]:
    """A text as lines that are no wider; a word that is wider is broken where it has to be."""
    lines: list[str] = []
    for word in _clean(text).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measured(joined) <= width:
            lines[-1] = joined
        else:
            lines += _broken(word, width)
    return lines


def _clean(text: str) -> str:
    """A text without what no page can show."""
    return "".join(
        character
        for character in text
        if character.isspace() or unicodedata.category(character) not in ("Cc", "Cs", "Cn")
    )


def _broken(word: str, width: float) -> Iterator[str]:
    """A word in as many pieces as it needs, first of all after its own hyphens."""
    if measured(word) <= width:
        yield word
        return
    piece = ""
    for part in _units(word):
        if piece and measured(piece + part) > width:
            at = piece.rfind("-") + 1 or len(piece)
            yield piece[:at]
            piece = piece[at:]
        piece += part
    yield piece


def _units(word: str) -> list[str]:
    """The characters of a word, each with the marks and joiners that belong to it."""
    units: list[str] = []
    for character in word:
        joins = unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf", "Sk")
        if units and (joins or units[-1].endswith("\u200d")):
            units[-1] += character
        else:
            units.append(character)
    return units


class Paper:
    """A drawing on its way: a figure with one set of axes whose units are pixels."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        """An empty drawing of this size."""
        self.height, self.width = height, width
        self._figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        self._figure.patch.set_visible(False)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set(xlim=(0, width), ylim=(height, 0))
        self._order = count(1)

    def write(
        self, x: float, y: float, text: str, *, place: str = "left", ink: str = "ink"
    ) -> None:
        """One line of text; ``y`` is the line that its letters stand on."""
        self._axes.text(
            x, y, text, ha=place, va="baseline", color=colour(ink), fontproperties=face(),
            parse_math=False, clip_on=False, zorder=next(self._order),
        )  # fmt: skip

    def lines(
        self, x: float, top: float, lines: Sequence[str], *, place: str = "left", ink: str = "ink"
    ) -> float:
        """Lines of text from a height down; returns the height below them."""
        for number, line in enumerate(lines):
            self.write(x, top + LINE * number + SIZE, line, place=place, ink=ink)
        return top + LINE * len(lines)

    def label(self, x: float, y: float, text: str, *, place: str = "center") -> None:
        """A line of text around the middle of a place, on a ground of its own."""
        width = measured(text) + 4
        left = x - {"left": 0, "center": width / 2, "right": width}[place]
        self.box(left, y - LINE / 2, width, LINE, fill="paper", edge=None)
        self.write(left + width / 2, y + SIZE * 0.35, text, place="center")

    def turned(self, x: float, y: float, text: str) -> None:
        """A line of text from below upwards, around the middle of a place."""
        self._axes.text(
            x, y, text, ha="center", va="center", rotation=90, rotation_mode="anchor",
            color=colour("muted"), fontproperties=face(), parse_math=False, clip_on=False,
            zorder=next(self._order),
        )  # fmt: skip

    def box(
        self, x: float, y: float, width: float, height: float, *,
        fill: str | None, edge: str | None, hatch: str = "", dash: str = "-",
    ) -> None:  # fmt: skip
        """A rectangle; colours by purpose, None for none."""
        corner = (_sound(x), _sound(y))
        inked = _inked(fill, edge, dash, hatch)
        self._add(Rectangle(corner, _sound(width), height, **inked))

    def polygon(self, points: Sequence[tuple[float, float]], *, edge: str) -> None:
        """A closed line through points."""
        self._add(Polygon(list(points), closed=True, **_inked(None, edge, "-", "")))

    def _add(self, patch: Patch) -> None:
        """What comes later lies on top."""
        patch.set_zorder(next(self._order))
        self._axes.add_artist(patch)

    def line(
        self, points: Sequence[tuple[float, float]], *, ink: str, dash: str = "-",
        marker: str = "", width: float = 1.0, size: float = 5,
    ) -> None:  # fmt: skip
        """A line from point to point, with a marker on each."""
        self._axes.plot(
            [_sound(x) for x, _ in points], [_sound(y) for _, y in points], color=colour(ink),
            linestyle=dash, marker=marker, linewidth=width, markersize=size, clip_on=False,
            markerfacecolor=colour("paper"), markeredgecolor=colour(ink), zorder=next(self._order),
        )  # fmt: skip

    def svg(self) -> str:
        """The drawing as matplotlib writes it."""
        text = StringIO()
        FigureCanvasSVG(self._figure).print_svg(text, metadata={"Date": None})  # type: ignore[no-untyped-call]
        return text.getvalue()


def legend_height(names: Sequence[str]) -> float:
    """How high a legend is."""
    return sum(LINE * len(_named(name)) + 3 for name in names)


def legend(paper: Paper, top: float, entries: Sequence[tuple[str, Look | None, str]]) -> None:
    """What the looks stand for, a line each.

    Args:
        paper: the drawing.
        top: where the first line begins.
        entries: for each its name, its look, and how that is shown: ``box``, ``dashed``,
            ``line``, or a text that stands in its place.
    """
    for name, looks, shown in entries:
        middle = top + LINE / 2
        if looks is None:
            paper.lines(MARGIN, top, [shown])
        elif shown == "line":
            ends = [(MARGIN, middle), (MARGIN + _SAMPLE / 2, middle), (MARGIN + _SAMPLE, middle)]
            paper.line(ends, ink=looks.edge, dash=looks.dash, width=1.8)
            paper.line(ends[1:2], ink=looks.edge, marker=looks.marker)
        elif shown == "dashed":
            paper.box(MARGIN, top + 4, _SAMPLE, 7, fill=None, edge=looks.edge, dash="--")
        else:
            paper.box(
                MARGIN, top + 2, _SAMPLE, 11, fill=looks.fill, edge=looks.edge, hatch=looks.hatch
            )
        top = paper.lines(MARGIN + _SAMPLE + 8, top, _named(name)) + 3


def _named(name: str) -> list[str]:
    return wrapped(name, WIDTH - 2 * MARGIN - _SAMPLE - 8) or [""]


def _inked(fill: str | None, edge: str | None, dash: str, hatch: str) -> dict[str, Any]:
    return {
        "facecolor": colour(fill) if fill else "none",
        "edgecolor": colour(edge) if edge else "none",
        "linestyle": dash,
        "hatchcolor": colour(edge or "frame"),
        "hatch": hatch or None,
        "linewidth": 1.0,
        "clip_on": False,
    }


def _sound(number: float) -> float:
    """A number as it is.

    Raises:
        ValueError: when it is not one that can be drawn.
    """
    if not isfinite(number):
        message = f"{number} cannot be drawn"
        raise ValueError(message)
    return number
