"""Everything that rules look at, with the reference under which its place is known."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from generator.model.base import Entity, Part
from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.shape import shape_of

Kinds: TypeAlias = tuple[str, ...]
"""What an identifier may name: ``("role",)``, ``("role", "department")``, ``("reference",)``."""


class Naming(NamedTuple):
    """An entity with its reference, and the identifiers it names by the kinds they may be of."""

    subject: str
    entity: Entity
    identifiers: Mapping[Kinds, set[str]]

    def places(
        self, among: Callable[[Kinds, set[str]], set[str]]
    ) -> Iterator[tuple[Kinds, str, FieldPath]]:
        """Where the entity names the identifiers that are wanted among those of some kinds.

        Their places are only looked up when there are any, which takes much longer.
        """
        wanted = {
            kinds: found
            for kinds, identifiers in self.identifiers.items()
            if (found := among(kinds, identifiers))
        }
        for kinds, identifier, path in names_in(self.entity) if wanted else ():
            if identifier in wanted.get(kinds, ()):
                yield kinds, identifier, path


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


def namings(handbook: Handbook) -> Iterator[Naming]:
    """Every entity with what it names."""
    for subject, entity in subjects(handbook):
        yield Naming(subject, entity, _identifiers_in(entity))


def names_in(part: Part, path: FieldPath = ()) -> Iterator[tuple[Kinds, str, FieldPath]]:
    """Every identifier that a part and the parts inside it name.

    Yields:
        The kinds that the identifier may be of, the identifier, and the way to it. What
        identifies the part itself is left out, and so are the keys of a mapping.
    """
    for field, kinds in _naming_fields(type(part)):
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


def _identifiers_in(entity: Entity) -> Mapping[Kinds, set[str]]:
    """The same identifiers, each once and without the way to it: much faster."""
    found: dict[Kinds, list[str]] = defaultdict(list)
    pending: list[Part] = [entity]
    for part in pending:
        held = vars(part)
        for field, kinds in _naming_fields(type(part)):
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


@cache
def _naming_fields(model: type[Part]) -> tuple[tuple[str, Kinds], ...]:
    """The fields that name something, or hold parts that do, and the kinds they name."""
    return tuple(
        (field, shape.names)
        for field, shape in shape_of(model).items()
        if field != "id" and (shape.names or (shape.part and _naming_fields(shape.part)))
    )
