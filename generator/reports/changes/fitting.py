"""Blocks of Markdown that have to fit in a comment: what may go, goes from the end."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Block(NamedTuple):
    """A piece of Markdown that stands or goes as a whole; an item of a list is one."""

    text: str
    may_go: bool = False


def fitted(blocks: Sequence[Block], notice: str, *, longest: int) -> str:
    """The blocks below each other, cut to a length that no forge counts as more.

    Args:
        blocks: the pieces. The last of those that may go is the first to go; when all of
            them went, the others go, from the end, but for the very first.
        notice: what stands where something went.
        longest: the most characters, counted as bytes of UTF-8, which are never fewer.

    Returns:
        Markdown with a line break at the end.
    """
    sizes = [_size(block.text) for block in blocks]
    gone: set[int] = set()
    if sum(sizes) > longest:
        room = longest - _size(notice)
        order = sorted(range(1, len(blocks)), key=lambda place: (not blocks[place].may_go, -place))
        for place in order:
            if sum(sizes) <= room:
                break
            gone.add(place)
            sizes[place] = 0
    first = min(gone, default=-1)
    return _joined(
        notice if place == first else block.text
        for place, block in enumerate(blocks)
        if place == first or place not in gone
    )


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace")) + 2  # what stands between two blocks


def _joined(texts: Iterable[str]) -> str:
    """Blocks with an empty line in between, but for items of one list."""
    found = ""
    for text in texts:
        gap = "\n" if text.startswith("- ") else "\n\n"
        found += gap + text if found else text
    return found + "\n"
