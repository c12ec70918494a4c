"""Nested blocks: what PlantUML can write of a flow."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """A node with one way on: the start, a step or an activity; ``guard`` stands on that way."""

    node: str
    guard: str | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One answer and what happens then; no guard means: every other answer."""

    guard: str | None
    blocks: "Sequence"


@dataclass(frozen=True, slots=True)
class Fork:
    """A choice; more than two branches stand under one diamond."""

    node: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A body that is done again, over at most one node, while ``again`` is the answer."""

    body: "Sequence"
    node: str
    again: str | None
    back: str | None
    leave: str | None


@dataclass(frozen=True, slots=True)
class Jump:
    """The flow goes on at another node, which carries the same letter."""

    node: str


@dataclass(frozen=True, slots=True)
class Stop:
    """An end."""

    node: str


Block = Act | Fork | Repeat | Jump | Stop
Sequence = tuple[Block, ...]


def everything(blocks: Sequence) -> Iterator[Block]:
    """Every block, the nested ones too, in the order in which they are written."""
    for block in blocks:
        yield block
        if isinstance(block, Fork):
            for branch in block.branches:
                yield from everything(branch.blocks)
        elif isinstance(block, Repeat):
            yield from everything(block.body)


def falls(blocks: Sequence) -> bool:
    """Whether the flow comes out at the end of the blocks."""
    if not blocks:
        return True
    last = blocks[-1]
    if isinstance(last, Fork):
        return any(falls(branch.blocks) for branch in last.branches)
    return not isinstance(last, Jump | Stop)


def drawn(blocks: Sequence) -> Iterator[str]:
    """The nodes in the order in which they are written."""
    for block in blocks:
        if isinstance(block, Repeat):
            yield from drawn(block.body)
            yield block.node
        elif not isinstance(block, Jump):
            yield block.node
        if isinstance(block, Fork):
            for branch in block.branches:
                yield from drawn(branch.blocks)
