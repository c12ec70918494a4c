"""Fields that are no fields, or stand a level too deep or too shallow."""

import re
from collections.abc import Iterator
from typing import Any

from generator.load.node import Node, Spot
from generator.model.base import Part
from generator.model.finding import FieldPath
from generator.model.shape import model_at

_NO_FIELD = re.compile(r"[^a-z].*|.*[^\w.#-].*")
"""What no field is called: a capital in front, or more than one word."""


def text_read_as_field(path: FieldPath, node: Node) -> Spot | None:
    """Where a text with a colon was read as a block of one field; None when it was not.

    Args:
        path: of what does not fit: the block, its only field, or a field missing in it.
        node: the entity.
    """
    for length in (len(path), len(path) - 1):
        at = _node_at(node, path[: max(length, 0)])
        if at is None or length < 1 or not isinstance(at.value, dict) or len(at.value) != 1:
            continue
        key, value = next(iter(at.value.items()))
        if _NO_FIELD.fullmatch(key) and (value is None or isinstance(value, str)):
            return at.keys[key]
    return None


def shift_of(path: FieldPath, model: type[Part], node: Node) -> dict[str, str] | None:
    """How far an unknown field is from where it is known: the details of the finding.

    Args:
        path: of the field.
        model: the type of the entity.
        node: the entity.

    Returns:
        None when the field is known neither around its block nor in the block above it.
    """
    key = str(path[-1])
    for depth in range(len(path) - 2, -1, -1):
        around = _node_at(node, path[:depth])
        if around and _lacks(around, model, path[:depth], key):
            measure = str(path[depth])
            return _details("right", measure, around.keys[measure])
    for inside, block in _block_above(path, node):
        if _lacks(block, model, inside, key):
            measure = list(block.keys)[-1]
            return _details("left", measure, block.keys[measure])
    return _text_below(path, node) if _NO_FIELD.fullmatch(key) else None


def _text_below(path: FieldPath, node: Node) -> dict[str, str] | None:
    """A text with a colon that should belong to the empty field above it."""
    for above, block in _block_above(path, node):
        around = _node_at(node, path[:-1])
        if around and not block.value and isinstance(above[-1], str):
            return _details("left", above[-1], around.keys[above[-1]], than="further")
    return None


def _details(side: str, measure: str, spot: Spot, than: str = "same") -> dict[str, str]:
    return {"side": side, "than": than, "mark": measure, "first": str(spot[0])}


def _lacks(block: Node, model: type[Part], path: FieldPath, key: str) -> bool:
    """Whether a block is a mapping that could hold a field and does not."""
    part = model_at(model, path)
    known: Any = part.model_fields if part and isinstance(block.value, dict) else ()
    return key in known and bool(block.value) and key not in block.value


def _block_above(path: FieldPath, node: Node) -> Iterator[tuple[FieldPath, Node]]:
    """The block right above a field: the value before it, or the last item of that list."""
    around = _node_at(node, path[:-1])
    keys = list(around.keys) if around else []
    number = keys.index(str(path[-1])) if path[-1] in keys else 0
    if around is None or number == 0:
        return
    above = (*path[:-1], keys[number - 1])
    block = around.children[keys[number - 1]]
    if isinstance(block.value, list) and block.value:
        above, block = (*above, len(block.value) - 1), block.children[len(block.value) - 1]
    yield above, block


def _node_at(node: Node, path: FieldPath) -> Node | None:
    at: Node | None = node
    for part in path:
        at = at.children.get(part) if at else None
    return at
