"""A value of a file together with where it and its keys stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol, TypeAlias

from generator.model.finding import FieldPath, Key

Spot: TypeAlias = tuple[int, int]
"""Line and column, counted from 1."""


class Mark(Protocol):
    """A place as a parser gives it, counted from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class Place(NamedTuple):
    """A mark that no YAML parser made, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True)
class Node:
    """One value: text, None, a list or a mapping, as plain data and as places.

    ``value`` is the plain data of the whole value. ``marks`` are the places of every value
    and key of the file in the order in which they stand there, the one of this value at
    ``first``. Few places are ever asked for, so what stands where is worked out on asking.
    """

    value: Any
    marks: Sequence[Mark] = field(compare=False, repr=False)
    first: int = 0

    @property
    def spot(self) -> Spot:
        """Where the value stands."""
        return spot_of(self.marks[self.first])

    @property
    def children(self) -> Mapping[str | int, "Node"]:
        """The parts of a list or a mapping, by index or by key."""
        return self._parts[0]

    @property
    def keys(self) -> Mapping[str, Spot]:
        """The spots of a mapping's keys."""
        return self._parts[1]

    @cached_property
    def _parts(self) -> tuple[dict[str | int, "Node"], dict[str, Spot]]:
        children: dict[str | int, Node] = {}
        keys: dict[str, Spot] = {}
        index = self.first + 1
        if isinstance(self.value, dict):
            for key, item in self.value.items():
                keys[key] = spot_of(self.marks[index])
                children[key] = Node(item, self.marks, index + 1)
                index += 1 + _size(item)
        elif isinstance(self.value, list):
            for number, item in enumerate(self.value):
                children[number] = Node(item, self.marks, index)
                index += _size(item)
        return children, keys

    def at(self, path: FieldPath) -> Spot:
        """The spot of the value at a path, or of the nearest thing around it.

        A value that is left empty is found at its key, and so is a path that ends in a `Key`.
        """
        node = self
        for part in path:
            child = node.children.get(part)
            key = node.keys.get(part) if isinstance(part, str) else None
            if key and (isinstance(part, Key) or child is None or child.value is None):
                return key
            if child is None:
                break
            node = child
        return node.spot


def spot_of(mark: Mark) -> Spot:
    """A place as people count it."""
    return mark.line + 1, mark.column + 1


def _size(value: Any) -> int:
    """How many marks a value has: its own and those of everything in it."""
    kind = type(value)
    if kind is dict:
        return 1 + len(value) + sum(map(_size, value.values()))
    if kind is list:
        return 1 + sum(map(_size, value))
    return 1
