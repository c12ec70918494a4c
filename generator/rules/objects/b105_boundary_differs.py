"""What stands at the boundary of a process is not what its steps and interfaces say.

The boundary is the business process diagram: inputs left, outputs right (Eriksson and Penker).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import slug
from generator.model.objects import ObjectInHandbook
from generator.model.process import (
    BusinessObject,
    Direction,
    ObjectState,
    Place,
    Process,
    Stereotype,
)
from generator.rules.inspection import Inspection
from generator.rules.objects.boundary import COMING, LEAVING, States, crosses, declared_at, slug_of
from generator.rules.rule import Fault, Group, quoted
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
    gives: bool


_SIDES = (
    _Side(Place.INPUT, COMING, Direction.IN, "inputs", gives=False),
    _Side(Place.OUTPUT, LEAVING, Direction.OUT, "outputs", gives=True),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every difference, once for an object and a side."""
    in_steps = _in_steps(inspection.objects)
    for subject, process in processes(inspection.handbook):
        declared = [
            (index, item)
            for index, item in enumerate(process.objects)
            if item.place
            and item.stereotype is not Stereotype.PEOPLE
            and slug(item.name) in inspection.objects
        ]
        for side in _SIDES if declared else ():
            told: set[str] = set()
            for key, path, details in (
                *_not_in_steps(in_steps.get((process.id, side.gives), {}), declared, side),
                *_not_declared(process, declared, side),
            ):
                if key not in told:
                    told.add(key)
                    yield Fault(subject, path, details)


_Difference = tuple[str, FieldPath, dict[str, str]]
_Declared = list[tuple[int, BusinessObject]]


def _not_in_steps(in_steps: States, declared: _Declared, side: _Side) -> Iterator[_Difference]:
    """What is declared, but taken or given by no step in this state, all states of an object."""
    here = [(index, item) for index, item in declared if side.place in item.place]
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


def _in_steps(
    objects: Mapping[str, ObjectInHandbook],
) -> Mapping[tuple[str, bool], dict[str, set[str | None]]]:
    """By process, what its steps and activities take, and what they give."""
    found: dict[tuple[str, bool], dict[str, set[str | None]]] = defaultdict(dict)
    for key, item in objects.items():
        for use in item.uses:
            states = found[use.process.id, use.gives]
            states.setdefault(key, set()).add(slug_of(use.state))
    return found


def _not_declared(process: Process, declared: _Declared, side: _Side) -> Iterator[_Difference]:
    """What an interface brings or takes away, but is not declared in this state."""
    at_boundary = declared_at((item for _, item in declared), side.places)
    for index, interface in enumerate(process.interfaces):
        key, state = slug(interface.object.object), slug_of(interface.object.state)
        if interface.direction is side.direction and not crosses(at_boundary, key, state):
            here = f"'interfaces' (direction: {side.direction.value})"
            there = f"'objects' (place: {side.place.value})"
            shown = [str(interface.object)]
            yield key, ("interfaces", index, "object"), _details(shown, here, there)


def _details(shown: list[str], here: str, there: str) -> dict[str, str]:
    return {"objects": quoted(shown), "here": here, "there": there}
