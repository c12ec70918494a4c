"""A value of a YAML file together with where it and its keys stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.model.finding import FieldPath, Key

Spot: TypeAlias = tuple[int, int]
"""Line and column, counted from 1."""


@dataclass(slots=True)
class Node:
    """One value: text, None, a list or a mapping, as plain data and as places.

    ``value`` is the plain data of the whole value; ``children`` are its parts by key or by
    index, and ``keys`` are the spots of a mapping's keys.
    """

    value: Any
    spot: Spot
    children: Mapping[str | int, "Node"]
    keys: Mapping[str, Spot]

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
