"""Something is named that the handbook does not hold."""

from collections.abc import Iterator
from typing import Final

from generator.model.base import Entity
from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import identifiers_in, names_in, subjects

CODE: Final = "R101"
NAME: Final = "unknown-reference"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("7.5.2", "7.5.3")

_GIVEN_BY_PATH = {("process", "group"), ("kpi", "process")}
"""What the folder or the name of a file says has rules of its own."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every identifier that names nothing."""
    sound: dict[tuple[tuple[str, ...], str], bool] = {}
    sound: dict[tuple[tuple[str, ...], str], bool] = {}
    for subject, entity in subjects(inspection.handbook):
        for name in identifiers_in(entity):
            if name not in sound:
                sound[name] = name[0] == ("step",) or known(inspection.handbook, *_named(*name))
            if not sound[name]:
                yield from _faults(inspection.handbook, subject, entity)
                break


def _faults(handbook: Handbook, subject: str, entity: Entity) -> Iterator[Fault]:
    """The unknown names of one entity with their places; few entities have any."""
    kind = subject.partition(":")[0]
    for kinds, identifier, path in names_in(entity):
        if kinds == ("step",) or (kind, path[-1]) in _GIVEN_BY_PATH:
            continue
        named = _named(kinds, identifier)
        if not known(handbook, *named):
            yield Fault(subject, path, _details(handbook, *named))


def _named(kinds: tuple[str, ...], identifier: str) -> tuple[tuple[str, ...], str]:
    """The kinds and the identifier, also of a reference that tells its own kind."""
    if kinds != ("reference",):
        return kinds, identifier
    kind, _, rest = identifier.partition(":")
    return (kind,), rest.partition("#")[0]


def known(handbook: Handbook, kinds: tuple[str, ...], identifier: str) -> bool:
    """Whether one of the kinds has the identifier, or could not be read."""
    return any(
        kind in handbook.unread
        or f"{kind}:{identifier}" in handbook.unread
        or handbook.find(f"{kind}:{identifier}") is not None
        for kind in kinds
    )


def _details(handbook: Handbook, kinds: tuple[str, ...], identifier: str) -> dict[str, str]:
    existing = [str(name) for kind in kinds for name in handbook.entities.get(kind, {})]
    kind = "-or-".join(kinds)
    return {"kind": kind, "where": kind, "id": identifier} | nearest(identifier, existing)
