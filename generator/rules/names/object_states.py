"""Where a process speaks of an object, with or without its state."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.finding import FieldPath
from generator.model.process import Activity, ObjectState, Process, Step


class Use(NamedTuple):
    """An object as a process writes it, where, and in which field (``inputs``, ``records``)."""

    item: ObjectState
    path: FieldPath
    field: str


def items(process: Process) -> Iterator[ObjectState]:
    """Every object that the steps, activities and interfaces name, quickly, without places."""
    for step in process.steps:
        yield from step.inputs
        yield from step.outputs
        for record in step.records:
            yield record.what
        for outcome in step.decision.outcomes if step.decision else ():
            for activity in outcome.activities:
                yield from activity.inputs
                yield from activity.outputs
    for interface in process.interfaces:
        yield interface.object


def uses(process: Process) -> Iterator[Use]:
    """Every object in a state that the steps, activities and interfaces name, in file order."""
    for index, step in enumerate(process.steps):
        here: FieldPath = ("steps", index)
        yield from _taken_and_given(step, here)
        for number, record in enumerate(step.records):
            yield Use(record.what, (*here, "records", number, "what"), "records")
        for way, outcome in enumerate(step.decision.outcomes if step.decision else ()):
            there = (*here, "decision", "outcomes", way, "activities")
            for number, activity in enumerate(outcome.activities):
                yield from _taken_and_given(activity, (*there, number))
    for number, interface in enumerate(process.interfaces):
        yield Use(interface.object, ("interfaces", number, "object"), "interfaces")


def _taken_and_given(part: Step | Activity, path: FieldPath) -> Iterator[Use]:
    for number, item in enumerate(part.inputs):
        yield Use(item, (*path, "inputs", number), "inputs")
    for number, item in enumerate(part.outputs):
        yield Use(item, (*path, "outputs", number), "outputs")
