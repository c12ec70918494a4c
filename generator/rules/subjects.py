"""Everything that rules look at, with the reference under which its place is known."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.model.base import Entity, Part
from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.shape import shape_of


def subjects(handbook: Handbook) -> Iterator[tuple[str, Entity]]:
    """Every entity with its reference, the single ones first."""
    yield "organisation", handbook.organisation
    if handbook.matrix:
        yield "matrix", handbook.matrix
    if handbook.source_map:
        yield "sourcemap", handbook.source_map
    for kind, entities in handbook.entities.items():
        for identifier, entity in entities.items():
            yield f"{kind}:{identifier}", entity


def processes(handbook: Handbook) -> Iterator[tuple[str, Process]]:
    """Every process with its reference."""
    for identifier, process in handbook.processes.items():
        yield f"process:{identifier}", process


def names_in(part: Part, path: FieldPath = ()) -> Iterator[tuple[tuple[str, ...], str, FieldPath]]:
    """Every identifier that a part and the parts inside it name.

    Yields:
        The kinds that the identifier may be of, the identifier, and the way to it. What
        identifies the part itself is left out, and so are the keys of a mapping.
    """
    for field, kinds in _naming_fields(type(part)):
        if value := getattr(part, field):
            yield from _names(value, kinds, (*path, field))


def identifiers_in(entity: Entity) -> set[tuple[tuple[str, ...], str]]:
    """The same identifiers with their kinds, each once and without the way to it: much faster."""
    found: set[tuple[tuple[str, ...], str]] = set()
    pending: list[Any] = [entity]
    while pending:
        part = pending.pop()
        for field, kinds in _naming_fields(type(part)):
            value = getattr(part, field)
            if not value:
                continue
            if isinstance(value, str | Part):
                value = (value,)
            elif isinstance(value, Mapping):
                value = tuple(value.values())
            if kinds:
                found.update([(kinds, item) for item in value])
            else:
                pending.extend(value)
    return found


@cache
def _naming_fields(model: type[Part]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields that name something, or hold parts that do, and the kinds they name."""
    return tuple(
        (field, shape.names)
        for field, shape in shape_of(model).items()
        if field != "id" and (shape.names or (shape.part and _naming_fields(shape.part)))
    )


def _names(
    value: object, kinds: tuple[str, ...], path: FieldPath
) -> Iterator[tuple[tuple[str, ...], str, FieldPath]]:
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
