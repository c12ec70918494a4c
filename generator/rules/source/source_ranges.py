"""The line ranges of the source map as numbers."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.quality import SourceMap


class Stretch(NamedTuple):
    """One range of the source map, and the first line that no earlier range covers."""

    number: int
    first: int
    last: int
    expected: int


def stretches(source_map: SourceMap | None) -> Iterator[Stretch]:
    """Every range in the order of the file; none without a source map."""
    expected = 1
    for number, item in enumerate(source_map.ranges if source_map else ()):
        start, _, end = item.lines.removeprefix("L").partition("-")
        first = int(start)
        last = max(first, int(end or start))
        yield Stretch(number, first, last, expected)
        expected = max(expected, last + 1)


def covered(source_map: SourceMap) -> int:
    """The last line that the ranges cover."""
    return max((stretch.last for stretch in stretches(source_map)), default=0)
