"""Something is named that the handbook does not hold.

What it finds: a role, system, document, note or other thing that is named by an
identifier which no register knows.

Why it matters: the page, the diagram and the matrix would show a name without a meaning,
and the link to it would be dead.

How to fix: correct the identifier, or add the thing to its register.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.subjects import names_in, subjects

CODE: Final = "R101"
NAME: Final = "unknown-reference"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES

_GIVEN_BY_PATH = {("process", "group"), ("kpi", "process")}
"""What the folder or the name of a file says has rules of its own."""


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every identifier that names nothing."""
    for subject, entity in subjects(handbook):
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
