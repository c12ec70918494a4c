"""The names that the registers hold, ready to be found in a text."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.handbook import Handbook
from generator.model.organisation import Department, Role, System
from generator.rules.phrases import Phrases


class Named(NamedTuple):
    """What a name stands for: a kind (``role``, ``system``, ``process``, ...) and its id."""

    kind: str
    id: str


def names_of(entity: Role | System | Department) -> tuple[str, ...]:
    """The name of something in a register, and its other names."""
    return (entity.name, *entity.also_known_as)


def known_names(handbook: Handbook) -> Phrases[Named]:
    """Names and other names of roles, systems, documents and processes, as phrases."""
    return Phrases(_names(handbook))


def _names(handbook: Handbook) -> Iterator[tuple[str, Named]]:
    for role in handbook.roles.values():
        for name in names_of(role):
            yield name, Named("role", role.id)
    for system in handbook.systems.values():
        for name in names_of(system):
            yield name, Named("system", system.id)
    for document in handbook.documents.values():
        yield document.name, Named("document", document.id)
    for process in handbook.processes.values():
        yield process.name, Named("process", process.id)
