"""What rules about objects ask of a process again and again, worked out once."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

from generator.model.finding import FieldPath
from generator.model.handbook import slug
from generator.model.objects import ObjectUse
from generator.model.process import Activity, Direction, ObjectState, Place, Process, Step

Result = TypeVar("Result")

States: TypeAlias = Mapping[str, frozenset[str | None]]
"""Objects by the slugs of their names, with the slugs of their states; None is any state."""

COMING: frozenset[Place] = frozenset({Place.INPUT, Place.SUPPLY, Place.CONTROL})
LEAVING: frozenset[Place] = frozenset({Place.OUTPUT, Place.GOAL})


def once_a_process(work: Callable[[Process], Result]) -> Callable[[Process], Result]:
    """The same work, done once for each process of one handbook."""
    done: dict[str, Result] = {}

    def remembered(process: Process) -> Result:
        if process.id not in done:
            done[process.id] = work(process)
        return done[process.id]

    return remembered


def coming_in(process: Process) -> States:
    """What the process says to get from outside: its boundary and its interfaces."""
    return _crossing(process, COMING, Direction.IN)


def going_out(process: Process) -> States:
    """What the process says to bring about or deliver: its boundary and its interfaces."""
    return _crossing(process, LEAVING, Direction.OUT)


def _crossing(process: Process, places: frozenset[Place], direction: Direction) -> States:
    found: dict[str, set[str | None]] = {}
    for item in process.objects:
        if not places.isdisjoint(item.place):
            states = found.setdefault(slug(item.name), set())
            states.update(map(slug, item.states) if item.states else [None])
    for interface in process.interfaces:
        if interface.direction is direction:
            state = slug_of(interface.object.state)
            found.setdefault(slug(interface.object.object), set()).add(state)
    return {key: frozenset(states) for key, states in found.items()}


def slug_of(state: str | None) -> str | None:
    """The slug of a state; None when there is none."""
    return slug(state) if state else None


def crosses(states: States, key: str, state: str | None) -> bool:
    """Whether an object in a state is among these; no state fits every state."""
    found = states.get(key)
    return found is not None and (state is None or None in found or state in found)


class Spot(NamedTuple):
    """Where the file says that an object is taken or given, and how it is written there."""

    path: FieldPath
    item: ObjectState


Spots: TypeAlias = Mapping[tuple[int, bool, str, str | None], Spot]
"""The spots by step or activity, whether the object is given, its slug and its state."""


def spots(process: Process) -> Spots:
    """Where every object of a process stands that a step or an activity takes or gives."""
    found: dict[tuple[int, bool, str, str | None], Spot] = {}
    for part, path in _parts(process):
        for field in ("inputs", "outputs"):
            for number, item in enumerate(getattr(part, field)):
                key = (id(part), field == "outputs", slug(item.object), item.state)
                found.setdefault(key, Spot((*path, field, number), item))
    return found


def spot_of(found: Spots, key: str, use: ObjectUse) -> Spot:
    """Where the file says that an object is taken or given."""
    return found[id(use.activity or use.step), use.gives, key, use.state]


def _parts(process: Process) -> Iterator[tuple[Step | Activity, FieldPath]]:
    for index, step in enumerate(process.steps):
        yield step, ("steps", index)
        for number, outcome in enumerate(step.decision.outcomes if step.decision else ()):
            here = ("steps", index, "decision", "outcomes", number, "activities")
            for place, activity in enumerate(outcome.activities):
                yield activity, (*here, place)
