"""What crosses the boundary of a process, in which states."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from generator.model.handbook import slug
from generator.model.process import BusinessObject, Direction, Place, Process
from generator.model.remembered import remembered

States: TypeAlias = Mapping[str, set[str | None]]
"""Objects by the slugs of their names, with the slugs of their states; None is any state."""

COMING: frozenset[Place] = frozenset({Place.INPUT, Place.SUPPLY, Place.CONTROL})
LEAVING: frozenset[Place] = frozenset({Place.OUTPUT, Place.GOAL})


@remembered
def coming_in(process: Process) -> States:
    """What the process says to get from outside: its boundary and its interfaces."""
    return _crossing(process, COMING, Direction.IN)


@remembered
def going_out(process: Process) -> States:
    """What the process says to bring about or deliver: its boundary and its interfaces."""
    return _crossing(process, LEAVING, Direction.OUT)


def _crossing(process: Process, places: frozenset[Place], direction: Direction) -> States:
    found = declared_at(process.objects, places)
    for interface in process.interfaces:
        if interface.direction is direction:
            state = slug_of(interface.object.state)
            found.setdefault(slug(interface.object.object), set()).add(state)
    return found


def declared_at(
    objects: Iterable[BusinessObject], places: frozenset[Place]
) -> dict[str, set[str | None]]:
    """The objects that stand in one of the places, with the states in which they are declared."""
    found: dict[str, set[str | None]] = {}
    for item in objects:
        if not places.isdisjoint(item.place):
            states = found.setdefault(slug(item.name), set())
            states.update(map(slug, item.states) if item.states else [None])
    return found


def slug_of(state: str | None) -> str | None:
    """The slug of a state; None when there is none."""
    return slug(state) if state else None


def crosses(states: States, key: str, state: str | None) -> bool:
    """Whether an object in a state is among these; no state fits every state."""
    found = states.get(key)
    return found is not None and (state is None or None in found or state in found)
