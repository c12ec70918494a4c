"""A step takes, gives or records a role as if it were an object.

In the business process diagram people are resources (Eriksson and Penker); what a step takes
or gives is an object in a state.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import Handbook, slug
from generator.model.process import Activity, ObjectState, Step
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "B104"
NAME: Final = "role-as-object"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every role that stands among the objects of a step or an activity."""
    is_role = _IsRole(inspection.handbook)
    for subject, process in processes(inspection.handbook):
        for index, step in enumerate(process.steps):
            if any(is_role[item.object] for item in _items(step)):
                for path, item in _places(step):
                    if is_role[item.object]:
                        details = {"role": item.object, "name": step.name}
                        yield Fault(subject, ("steps", index, *path), details)


class _IsRole(dict[str, bool]):
    """Whether the name of an object is that of a role; every name is read once."""

    def __init__(self, handbook: Handbook) -> None:
        super().__init__()
        names = {role.name for role in handbook.roles.values()}
        names.update(name for role in handbook.roles.values() for name in role.also_known_as)
        self._roles = frozenset(map(slug, names)) - {""}

    def __missing__(self, name: str) -> bool:
        self[name] = slug(name) in self._roles
        return self[name]


def _items(step: Step) -> list[ObjectState]:
    """Every object that a step or its activities name."""
    found = [*step.inputs, *step.outputs, *(record.what for record in step.records)]
    for outcome in step.decision.outcomes if step.decision else ():
        for activity in outcome.activities:
            found += (*activity.inputs, *activity.outputs)
    return found


def _places(step: Step) -> Iterator[tuple[FieldPath, ObjectState]]:
    """The same with their places in the step."""
    yield from _taken_and_given(step, ())
    for number, record in enumerate(step.records):
        yield ("records", number, "what"), record.what
    for number, outcome in enumerate(step.decision.outcomes if step.decision else ()):
        for place, activity in enumerate(outcome.activities):
            here = ("decision", "outcomes", number, "activities", place)
            yield from _taken_and_given(activity, here)


def _taken_and_given(
    part: Step | Activity, path: FieldPath
) -> Iterator[tuple[FieldPath, ObjectState]]:
    for number, item in enumerate(part.inputs):
        yield (*path, "inputs", number), item
    for number, item in enumerate(part.outputs):
        yield (*path, "outputs", number), item
