"""Something is named that the handbook does not hold."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.rules.inspection import Inspection
from generator.rules.references.known import known
from generator.rules.rule import Fault, Group
from generator.rules.subjects import Kinds

CODE: Final = "R101"
NAME: Final = "unknown-reference"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("7.5.2", "7.5.3")

_GIVEN_BY_PATH = {("process", "group"), ("kpi", "process")}
"""What the folder or the name of a file says has rules of its own."""

_INSIDE = {("step",), ("objective",)}
"""What only one file knows, a process or the scorecard, has rules of its own too."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every identifier that names nothing."""
    handbook = inspection.handbook
    unknown = _Unknown(handbook)
    for naming in inspection.namings:
        kind = naming.subject.partition(":")[0]
        for kinds, identifier, path in naming.places(unknown.among):
            if (kind, path[-1]) not in _GIVEN_BY_PATH:
                yield Fault(naming.subject, path, _details(handbook, *_named(kinds, identifier)))


class _Unknown:
    """Tells what is not there; every identifier is looked up once."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._known: dict[Kinds, set[str]] = defaultdict(set)

    def among(self, kinds: Kinds, identifiers: set[str]) -> set[str]:
        """The identifiers that name nothing, among those that any file may name."""
        if kinds in _INSIDE:
            return set()
        left = identifiers - self._known[kinds]
        found = {one for one in left if known(self._handbook, *_named(kinds, one))}
        self._known[kinds] |= found
        return left - found


def _named(kinds: Kinds, identifier: str) -> tuple[Kinds, str]:
    """The kinds and the identifier, also of a reference that tells its own kind."""
    if kinds != ("reference",):
        return kinds, identifier
    kind, _, rest = identifier.partition(":")
    return (kind,), rest.partition("#")[0]


def _details(handbook: Handbook, kinds: Kinds, identifier: str) -> dict[str, str]:
    if kinds[0] not in handbook.kinds and len(kinds) == 1:
        return _unknown_kind(handbook, kinds[0])
    existing = [str(name) for kind in kinds for name in handbook.entities.get(kind, {})]
    kind = "-or-".join(kinds)
    return {"kind": kind, "where": kind, "id": identifier} | nearest(identifier, existing)


def _unknown_kind(handbook: Handbook, kind: str) -> dict[str, str]:
    """Of a reference whose kind is none: the kinds that there are, not the thing it names."""
    kinds = {"kinds": ", ".join(handbook.kinds)}
    return {"kind": "kind", "where": "kind", "id": kind} | kinds | nearest(kind, handbook.kinds)
