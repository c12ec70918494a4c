"""Edits of plain data: a key gets a value, a key goes, a list gets an item."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.load.yaml_writing import Plain, as_text
from generator.model.finding import FieldPath


@dataclass(frozen=True, slots=True)
class Put:
    """Gives the key at the end of a path a value; adds the key when the mapping lacks it."""

    path: FieldPath
    value: Plain
    after: str = ""
    """The key behind which a new one is added; behind the last one by default."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Takes the key at the end of a path away, with its value; nothing when it is not there."""

    path: FieldPath


@dataclass(frozen=True, slots=True)
class Insert:
    """Adds an item to the list at a path, at its head or its end; makes the list when needed."""

    path: FieldPath
    value: Plain
    at_end: bool = False


Edit: TypeAlias = Put | Drop | Insert


def changed_by(data: Any, edit: Edit) -> Any:
    """The data as it has to be after an edit.

    Raises:
        LookupError: when the path leads to nothing that could be taken away.
    """
    match edit:
        case Put(path, value):
            return _changed(data, path, lambda _: as_text(value))
        case Drop(path):
            around = _value_at(data, path[:-1])
            kept = {key: value for key, value in around.items() if key != path[-1]}
            return _changed(data, path[:-1], lambda _: kept)
        case Insert(path, value, at_end):
            new = as_text(value)
            return _changed(
                data, path, lambda old: [*(old or ()), new] if at_end else [new, *(old or ())]
            )


def _value_at(data: Any, path: FieldPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _changed(data: Any, path: FieldPath, change: Callable[[Any], Any]) -> Any:
    if not path:
        return change(data)
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        items = list(data)
        items[int(first)] = _changed(items[int(first)], rest, change)
        return items
    held = data if isinstance(data, Mapping) else {}
    return {**held, first: _changed(held.get(str(first)), rest, change)}
