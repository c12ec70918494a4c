"""Business objects across processes: who makes them, who uses them, in which states."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.handbook import Handbook, slug
from generator.model.process import (
    Activity,
    BusinessObject,
    ObjectState,
    Place,
    Process,
    Step,
    Stereotype,
)


class ObjectUse(NamedTuple):
    """One step, or activity on the way from it, that takes or gives an object in a state."""

    process: Process
    step: Step
    activity: Activity | None
    state: str | None
    gives: bool


@dataclass(frozen=True, slots=True)
class ObjectInHandbook:
    """One business object over all processes, known by the slug of its name."""

    id: str
    name: str
    declarations: tuple[tuple[Process, BusinessObject], ...]
    uses: tuple[ObjectUse, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state the object is seen in, in order of first appearance."""
        seen = [use.state for use in self.uses]
        seen += [state for _, item in self.declarations for state in item.states]
        return tuple(dict.fromkeys(state for state in seen if state))

    @property
    def stereotypes(self) -> tuple[Stereotype, ...]:
        """The stereotypes under which processes declare the object."""
        return tuple(dict.fromkeys(item.stereotype for _, item in self.declarations))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place the object takes in a business process diagram."""
        return tuple(dict.fromkeys(place for _, item in self.declarations for place in item.place))


def objects_of(handbook: Handbook) -> dict[str, ObjectInHandbook]:
    """Every business object of the handbook by its slug, in alphabetical order.

    Objects that stand for a role or a system (declared as such in a diagram) are left
    out: they have a page of their own. So is a name without any letter or digit.
    """
    known = {slug(role.name) for role in handbook.roles.values()}
    known |= {slug(system.name) for system in handbook.systems.values()}
    names: dict[str, str] = {}
    uses: dict[str, list[ObjectUse]] = {}
    declared: dict[str, list[tuple[Process, BusinessObject]]] = {}
    for process in handbook.processes.values():
        for item in process.objects:
            declared.setdefault(slug(item.name), []).append((process, item))
            names.setdefault(slug(item.name), item.name)
        for use, state in _uses(process):
            uses.setdefault(slug(state.object), []).append(use)
            names.setdefault(slug(state.object), state.object)
    return {
        key: ObjectInHandbook(
            key, names[key], tuple(declared.get(key, ())), tuple(uses.get(key, ()))
        )
        for key in sorted(names)
        if key and key not in known
    }


def _uses(process: Process) -> Iterator[tuple[ObjectUse, ObjectState]]:
    for step in process.steps:
        yield from _uses_at(process, step, None, step.inputs, step.outputs)
        for outcome in step.decision.outcomes if step.decision else ():
            for activity in outcome.activities:
                yield from _uses_at(process, step, activity, activity.inputs, activity.outputs)


def _uses_at(
    process: Process,
    step: Step,
    activity: Activity | None,
    inputs: tuple[ObjectState, ...],
    outputs: tuple[ObjectState, ...],
) -> Iterator[tuple[ObjectUse, ObjectState]]:
    for item in inputs:
        yield ObjectUse(process, step, activity, item.state, gives=False), item
    for item in outputs:
        yield ObjectUse(process, step, activity, item.state, gives=True), item
