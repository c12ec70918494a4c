"""Where a process names an object, with or without its state."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.finding import FieldPath
from generator.model.process import ObjectState, Process, Step
from generator.model.remembered import remembered
from generator.model.work import work_in


class WrittenObject(NamedTuple):
    """An object as a process writes it, where, and at which step; None at an interface."""

    item: ObjectState
    path: FieldPath
    step: Step | None


def written_objects(process: Process) -> Iterator[WrittenObject]:
    """Every object that the steps, activities and interfaces name, in the order of the file."""
    for step, part, path in work_in(process):
        for number, item in enumerate(part.inputs):
            yield WrittenObject(item, (*path, "inputs", number), step)
        for number, item in enumerate(part.outputs):
            yield WrittenObject(item, (*path, "outputs", number), step)
        for number, record in enumerate(step.records if part is step else ()):
            yield WrittenObject(record.what, (*path, "records", number, "what"), step)
    for number, interface in enumerate(process.interfaces):
        yield WrittenObject(interface.object, ("interfaces", number, "object"), None)


@remembered
def objects_in(process: Process) -> frozenset[tuple[str, str | None]]:
    """The same objects with their states, each once and without its places: much faster."""
    items = [item for _, part, _ in work_in(process) for item in (*part.inputs, *part.outputs)]
    items += [record.what for step in process.steps for record in step.records]
    items += [interface.object for interface in process.interfaces]
    return frozenset({(item.object, item.state) for item in items})
