"""What stands above, in, under or after something comes round to that thing itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.circles import circles, way_round
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "R202"
NAME: Final = "circular-reference"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("5.3", "7.5.2")

_Links = Mapping[str, tuple[str, ...]]
"""What each thing of one kind points at, by identifier."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every circle once, at the first of its members in the file."""
    for kind, field, links in _chains(inspection.handbook):
        for names in _rounds(links):
            place = links[names[0]].index(names[1])
            path = (field, place) if field == "members" else (field,)
            listed = " → ".join(f"'{name}'" for name in names)
            yield Fault(f"{kind}:{names[0]}", path, {"field": field, "names": listed})


def _chains(handbook: Handbook) -> Iterator[tuple[str, str, _Links]]:
    """The references that must come to an end somewhere: kind, field, and the links."""
    members = {role.id: tuple(map(str, role.members)) for role in handbook.roles.values()}
    yield "company", "parent", _single((c.id, c.parent) for c in handbook.companies.values())
    yield "role", "members", {str(role): names for role, names in members.items()}
    yield "system", "runs_on", _single((s.id, s.runs_on) for s in handbook.systems.values())
    yield (
        "document",
        "replaced_by",
        _single((d.id, d.replaced_by) for d in handbook.documents.values()),
    )


def _single(links: Iterable[tuple[str, str | None]]) -> _Links:
    return {source: (target,) if target else () for source, target in links}


def _rounds(links: _Links) -> Iterator[tuple[str, ...]]:
    """Every circle as a way round, first and last the same; other rules report what is unknown."""
    names = list(links)
    numbers = {name: number for number, name in enumerate(names)}
    targets: Sequence[Sequence[int]] = [
        [numbers[target] for target in links[name] if target in numbers] for name in names
    ]
    for group in sorted(circles(range(len(names)), targets), key=min):
        way = way_round(min(group), group, targets)
        if len(way) > 1:
            yield tuple(names[number] for number in way)
