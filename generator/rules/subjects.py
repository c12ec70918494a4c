"""Everything that rules look at, with the reference under which its place is known."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.model.base import Entity
from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.naming import Kinds, identifiers_in, names_in
from generator.model.process import Process

__all__ = ["Kinds", "Naming", "names_in", "namings", "processes", "subjects"]


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
    if handbook.risk_scale:
        yield "riskscale", handbook.risk_scale
    if handbook.scorecard:
        yield "scorecard", handbook.scorecard
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
        yield Naming(subject, entity, identifiers_in(entity))
