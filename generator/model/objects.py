"""Business objects across processes: who makes them, who uses them, in which states."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import FieldPath
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
from generator.model.work import work_in


class ObjectUse(NamedTuple):
    """One step, or activity on the way from it, that takes or gives an object in a state.

    ``item`` is the object as it is written there, ``path`` where in the process.
    """

    process: Process
    step: Step
    activity: Activity | None
    state: str | None
    gives: bool
    item: ObjectState
    path: FieldPath

    @property
    def work(self) -> Step | Activity:
        """What takes or gives the object."""
        return self.activity or self.step


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
    uses: dict[str, list[ObjectUse]] = defaultdict(list)
    declared: dict[str, list[tuple[Process, BusinessObject]]] = {}
    for process in handbook.processes.values():
        for item in process.objects:
            declared.setdefault(slug(item.name), []).append((process, item))
            names.setdefault(slug(item.name), item.name)
        for use in _uses(process):
            key = slug(use.item.object)
            uses[key].append(use)
            names.setdefault(key, use.item.object)
    return {
        key: ObjectInHandbook(
            key, names[key], tuple(declared.get(key, ())), tuple(uses.get(key, ()))
        )
        for key in sorted(names)
        if key and key not in known
    }


def _uses(process: Process) -> Iterator[ObjectUse]:
    for step, part, path in work_in(process):
        activity = part if isinstance(part, Activity) else None
        for field, items, gives in (
            ("inputs", part.inputs, False),
            ("outputs", part.outputs, True),
        ):
            for number, item in enumerate(items):
                here = (*path, field, number)
                yield ObjectUse(process, step, activity, item.state, gives, item, here)
