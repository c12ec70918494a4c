"""What a key of ``origins`` means: a field of the entity, or of a part inside it.

``steps.taak-aanmaken.roles`` goes into the step of that identifier; a part without an
identifier goes by a text it holds (``objects.change manager``), as it is or as a slug.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.base import Entity, Part
from generator.model.handbook import slug
from generator.model.process import ObjectState

_LONGEST = 300
"""No name is longer than a line of text may be."""


class OriginPaths:
    """The values of one entity by their path.

    What every list holds is indexed once, because an entity may have as many origins as
    values.
    """

    def __init__(self, entity: Entity) -> None:
        """Prepares to look into ``entity``."""
        self._entity = entity
        self._indexes: dict[int, Mapping[str, list[Any]]] = {}

    def values(self, path: str) -> tuple[Any, ...]:
        """Every value that a path means; none when it names nothing."""
        return tuple(self._values(self._entity, path.split(".")))

    def _values(self, value: Any, parts: list[str]) -> Iterator[Any]:
        name = ""
        for number, part in enumerate(parts, start=1):
            # A name may hold points itself: "System Engineer sr."
            name = f"{name}.{part}" if number > 1 else part
            if len(name) > _LONGEST:
                return
            for found in self._inside(value, name):
                if number == len(parts):
                    yield found
                else:
                    yield from self._values(found, parts[number:])

    def _inside(self, value: Any, name: str) -> Sequence[Any]:
        """What a value holds under a name."""
        if isinstance(value, Part):
            held = vars(value)
            return (held[name],) if name in held else ()
        if isinstance(value, tuple):
            return self._index(value).get(name, ())
        return (value[name],) if isinstance(value, Mapping) and name in value else ()

    def _index(self, items: tuple[Any, ...]) -> Mapping[str, list[Any]]:
        if id(items) not in self._indexes:
            found: dict[str, list[Any]] = {}
            for item in items:
                for name in _names_of(item):
                    found.setdefault(name, []).append(item)
            self._indexes[id(items)] = found
        return self._indexes[id(items)]


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
