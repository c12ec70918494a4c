"""What stands at the boundary of a process is not what its steps and interfaces say.

The boundary is the business process diagram: inputs left, outputs right (Eriksson and Penker).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import slug
from generator.model.process import (
    Activity,
    BusinessObject,
    Direction,
    ObjectState,
    Place,
    Process,
    Step,
    Stereotype,
)
from generator.rules.inspection import Inspection
from generator.rules.objects.per_process import COMING, LEAVING, States, crosses, slug_of
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "B105"
NAME: Final = "boundary-differs"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1",)


class _Side(NamedTuple):
    """One side of the boundary: where it is declared, and what it is held against."""

    place: Place
    places: frozenset[Place]
    direction: Direction
    field: str


_SIDES = (
    _Side(Place.INPUT, COMING, Direction.IN, "inputs"),
    _Side(Place.OUTPUT, LEAVING, Direction.OUT, "outputs"),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every difference, once for an object and a side."""
    objects = inspection.objects.keys()
    for subject, process in processes(inspection.handbook):
        declared = [
            (index, item)
            for index, item in enumerate(process.objects)
            if item.place
            and item.stereotype is not Stereotype.PEOPLE
            and slug(item.name) in objects
        ]
        parts = _parts(process) if declared else []
        for side in _SIDES if declared else ():
            told: set[str] = set()
            for key, path, details in (
                *_not_in_steps(parts, declared, side),
                *_not_declared(process, declared, side),
            ):
                if key not in told:
                    told.add(key)
                    yield Fault(subject, path, details)


_Difference = tuple[str, FieldPath, dict[str, str]]
_Declared = list[tuple[int, BusinessObject]]
_Parts = list[Step | Activity]


def _not_in_steps(parts: _Parts, declared: _Declared, side: _Side) -> Iterator[_Difference]:
    """What is declared, but taken or given by no step in this state, all states of an object."""
    here = [(index, item) for index, item in declared if side.place in item.place]
    in_steps = _in_steps(parts, side) if here else {}
    found: dict[str, tuple[FieldPath, list[str]]] = {}
    for index, item in here:
        key = slug(item.name)
        missing = [state for state in item.states if not crosses(in_steps, key, slug_of(state))]
        if missing or not crosses(in_steps, key, None):
            first = ("states", item.states.index(missing[0])) if missing else ()
            _, shown = found.setdefault(key, (("objects", index, *first), []))
            names = [str(ObjectState(object=item.name, state=state)) for state in missing]
            shown += [name for name in names or [item.name] if name not in shown]
    declared_at = f"'objects' (place: {side.place.value})"
    for key, (path, shown) in found.items():
        yield key, path, _details(shown, declared_at, f"'steps' ({side.field})")


def _parts(process: Process) -> _Parts:
    """The steps, and the activities on the ways between them."""
    parts: _Parts = [*process.steps]
    for step in process.steps:
        for outcome in step.decision.outcomes if step.decision else ():
            parts += outcome.activities
    return parts


def _in_steps(parts: _Parts, side: _Side) -> States:
    """What the steps and activities take, or what they give."""
    items = {(item.object, item.state) for part in parts for item in getattr(part, side.field)}
    found: dict[str, set[str | None]] = {}
    for name, state in items:
        found.setdefault(slug(name), set()).add(slug_of(state))
    return {key: frozenset(states) for key, states in found.items()}


def _not_declared(process: Process, declared: _Declared, side: _Side) -> Iterator[_Difference]:
    """What an interface brings or takes away, but is not declared in this state."""
    boundary: dict[str, set[str | None]] = {}
    for _, item in declared:
        if not side.places.isdisjoint(item.place):
            states = boundary.setdefault(slug(item.name), set())
            states.update(map(slug, item.states) if item.states else [None])
    at_boundary: States = {key: frozenset(states) for key, states in boundary.items()}
    for index, interface in enumerate(process.interfaces):
        key, state = slug(interface.object.object), slug_of(interface.object.state)
        if interface.direction is side.direction and not crosses(at_boundary, key, state):
            here = f"'interfaces' (direction: {side.direction.value})"
            there = f"'objects' (place: {side.place.value})"
            shown = [str(interface.object)]
            yield key, ("interfaces", index, "object"), _details(shown, here, there)


def _details(shown: list[str], here: str, there: str) -> dict[str, str]:
    return {"objects": ", ".join(f"'{name}'" for name in shown), "here": here, "there": there}
