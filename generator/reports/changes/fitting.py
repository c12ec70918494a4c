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
    whole = joined(block.text for block in blocks)
    if _size(whole) <= longest:
        return whole
    sizes = [_size(block.text) + 2 for block in blocks]  # with what stands between two blocks
    room = longest - _size(notice) - 2
    gone: set[int] = set()
    order = sorted(range(1, len(blocks)), key=lambda place: (not blocks[place].may_go, -place))
    for place in order:
        if sum(sizes) <= room:
            break
        gone.add(place)
        sizes[place] = 0
    first = min(gone, default=-1)
    return joined(
        notice if place == first else block.text
        for place, block in enumerate(blocks)
        if place == first or place not in gone
    )


def joined(texts: Iterable[str]) -> str:
    """Blocks with an empty line in between, but for the items of one list."""
    found, is_list = "", False
    for text in texts:
        gap = "\n" if is_list and text.startswith("- ") else "\n\n"
        found += gap + text if found else text
        is_list = text.rpartition("\n")[2].startswith(("- ", "  "))
    return found + "\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
