"""Charts as pictures: only those that are new are drawn, and only then is matplotlib loaded.

The cache is the one of the diagrams: a folder of finished pictures, named after everything
that shapes them, which is the numbers, the drawing code, matplotlib and the typeface.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.charts.chart import Chart, Shape
from generator.diagrams import palette
from generator.pages import markup
from generator.publish.engine import font_files
from generator.publish.pictures import DrawingError, Failure, finished, missing, place, store

PACKAGE = "matplotlib"
_HOME = "MPLCONFIGDIR"


@dataclass(frozen=True)
class Plotting:
    """Charts to be drawn; ``decimal`` is the sign between whole numbers and their parts."""

    charts: Mapping[str, Chart]
    cache: Path
    decimal: str

    def result(self) -> dict[str, str]:
        """Every picture by key, ready to be made inline.

        Raises:
            DrawingError: when a chart cannot be drawn; the others are in the cache by then.
        """
        return self._pictures

    @cached_property
    def _pictures(self) -> dict[str, str]:
        names = {key: name_of(chart, self.decimal) for key, chart in self.charts.items()}
        if wanted := missing(names, self.cache):
            self._draw(wanted)
        return finished(names, self.cache)

    def _draw(self, wanted: Mapping[str, str]) -> None:
        draw = _drawing(self.cache)
        failures = []
        for name, key in wanted.items():
            try:
                picture = draw(self.charts[key].shape, self.decimal)
            except Exception as error:  # whatever it is, the chart is to be named
                failures.append(Failure(key, f"{type(error).__name__}: {error}"))
            else:
                store(place(self.cache, name), picture)
        if failures:
            raise DrawingError(tuple(failures))


def _drawing(cache: Path) -> Callable[[Shape, str], str]:
    """What draws a chart; matplotlib keeps its list of fonts in our cache, not in a home."""
    before = os.environ.get(_HOME)
    os.environ[_HOME] = str(cache / PACKAGE)
    try:
        from generator.publish.plotting.drawing import draw  # noqa: PLC0415 - slow to import
    finally:
        os.environ.pop(_HOME)
        if before is not None:
            os.environ[_HOME] = before
    return draw


def name_of(chart: Chart, decimal: str) -> str:
    """The name of a chart's picture: other numbers, words, code or typeface, another name.

    A chart's key and title are not part of the picture; they are added on the page.
    """
    return sha256("\0".join([repr(chart.shape), decimal, _drawer()]).encode()).hexdigest()


@cache
def _drawer() -> str:
    """What draws: this package now, the escape, the palette, matplotlib and the typefaces."""
    whole = sha256(version(PACKAGE).encode())
    code = sorted(Path(__file__).parent.glob("*.py"))
    for path in (*code, Path(markup.__file__), Path(palette.__file__), *font_files()):
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()
