"""What a key of ``origins`` means: a field of the entity, or of a part inside it.

``steps.taak-aanmaken.roles`` goes into the step of that identifier; a part without an
identifier goes by a text it holds (``objects.change manager``), as it is or as a slug.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.base import Part
from generator.model.handbook import slug
from generator.model.process import ObjectState


def values_at(value: Any, path: str) -> tuple[Any, ...]:
    """Every value that a path inside ``value`` means; none when the path names nothing."""
    found: list[Any] = []
    for name, inner in _inside(value):
        if path == name:
            found.append(inner)
        elif path.startswith(f"{name}."):
            found += values_at(inner, path[len(name) + 1 :])
    return tuple(found)


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Part):
        for field in type(value).model_fields:
            yield field, getattr(value, field)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple):
        for item in value:
            for name in _names_of(item):
                yield name, item


def _names_of(item: Any) -> set[str]:
    if isinstance(item, ObjectState):
        texts = {item.object, str(item)}
    elif isinstance(item, Part):
        held = [getattr(item, field) for field in type(item).model_fields]
        texts = {str(text) for text in held if isinstance(text, str)}
        texts |= {state.object for state in held if isinstance(state, ObjectState)}
    else:
        texts = {str(item)}
    return texts | {slug(text) for text in texts} - {""}
