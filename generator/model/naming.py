"""What a part of the handbook names: every identifier in it, and the kinds it may be of."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from generator.model.base import Entity, Part
from generator.model.finding import FieldPath
from generator.model.shape import shape_of

Kinds: TypeAlias = tuple[str, ...]
"""What an identifier may name: ``("role",)``, ``("role", "department")``, ``("reference",)``."""

NamingFields: TypeAlias = tuple[tuple[str, Kinds], ...]
"""Fields of a type with the kinds they name; none for a field whose parts name something."""


@cache
def naming_fields(model: type[Part]) -> NamingFields:
    """The fields that name something, or hold parts that do, and the kinds they name.

    What identifies the part itself is left out.
    """
    return tuple(
        (field, shape.names)
        for field, shape in shape_of(model).items()
        if field != "id" and (shape.names or (shape.part and naming_fields(shape.part)))
    )


def names_in(part: Part, path: FieldPath = ()) -> Iterator[tuple[Kinds, str, FieldPath]]:
    """Every identifier that a part and the parts inside it name.

    Yields:
        The kinds that the identifier may be of, the identifier, and the way to it. What
        identifies the part itself is left out, and so are the keys of a mapping.
    """
    for field, kinds in naming_fields(type(part)):
        if value := getattr(part, field):
            yield from _names(value, kinds, (*path, field))


def _names(value: object, kinds: Kinds, path: FieldPath) -> Iterator[tuple[Kinds, str, FieldPath]]:
    if isinstance(value, Part):
        yield from names_in(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _names(item, kinds, (*path, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, Part):
                yield from names_in(item, (*path, key))
    elif isinstance(value, str) and kinds:
        yield kinds, value, path


def identifiers_in(
    entity: Entity, fields: Callable[[type[Part]], NamingFields] = naming_fields
) -> Mapping[Kinds, set[str]]:
    """The same identifiers, each once and without the way to it: much faster.

    Args:
        entity: what is read.
        fields: which fields of a type count; all that name something by default.
    """
    found: dict[Kinds, list[str]] = defaultdict(list)
    pending: list[Part] = [entity]
    for part in pending:
        held = vars(part)
        for field, kinds in fields(type(part)):
            if value := held[field]:
                several = value if isinstance(value, tuple) else _inside(value, kinds)
                if kinds:
                    found[kinds] += several
                else:
                    pending += several
    return {kinds: set(identifiers) for kinds, identifiers in found.items()}


def _inside(value: Any, kinds: Kinds) -> tuple[Any, ...]:
    if isinstance(value, Mapping):
        return () if kinds else tuple(value.values())
    return (value,)
