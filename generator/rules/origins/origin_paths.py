"""What a key of ``origins`` means: a field of the entity, or of a part inside it.

``steps.taak-aanmaken.roles`` goes into the step of that identifier; a part without an
identifier goes by a text it holds (``objects.change manager``), as it is or as a slug.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.base import Entity, Part
from generator.model.handbook import slug
from generator.model.process import ObjectState

_LONGEST = 300
"""No name is longer than a line of text may be."""


class OriginPaths:
    """The values of one entity by their path.

    What every list and part holds is indexed once, because an entity may have as many
    origins as values.
    """

    def __init__(self, entity: Entity) -> None:
        """Prepares to look into ``entity``."""
        self._entity = entity
        self._indexes: dict[int, Mapping[str, list[Any]]] = {}

    def values(self, path: str) -> tuple[Any, ...]:
        """Every value that a path means; none when it names nothing."""
        return tuple(self._values(self._entity, path.split(".")))

    def _values(self, value: Any, parts: list[str]) -> Iterator[Any]:
        inside = self._index(value)
        name = ""
        for number, part in enumerate(parts, start=1):
            # A name may hold points itself: "System Engineer sr."
            name = f"{name}.{part}" if number > 1 else part
            if len(name) > _LONGEST:
                return
            for found in inside.get(name, ()):
                if number == len(parts):
                    yield found
                else:
                    yield from self._values(found, parts[number:])

    def _index(self, value: Any) -> Mapping[str, list[Any]]:
        if id(value) not in self._indexes:
            found: dict[str, list[Any]] = {}
            for name, inner in _inside(value):
                found.setdefault(name, []).append(inner)
            self._indexes[id(value)] = found
        return self._indexes[id(value)]


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
    if identifier := getattr(item, "id", None):
        return {identifier}
    if isinstance(item, ObjectState):
        texts = {item.object, str(item)}
    elif isinstance(item, Part):
        held = [getattr(item, field) for field in type(item).model_fields]
        texts = {str(text) for text in held if isinstance(text, str) and len(text) <= _LONGEST}
        texts |= {state.object for state in held if isinstance(state, ObjectState)}
    else:
        texts = {str(item)}
    return texts | {slug(text) for text in texts}
