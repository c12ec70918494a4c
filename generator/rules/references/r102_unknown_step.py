"""A step is named that the process does not have."""

from collections.abc import Iterator
from typing import Final

from generator.model.base import Entity
from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.process import Process
from generator.model.quality import Bottleneck
from generator.rules.inspection import Inspection
from generator.rules.references.steps_named import steps_named_in
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "R102"
NAME: Final = "unknown-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("4.4.1", "7.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step that is named and is not there."""
    steps = {
        str(identifier): {str(step.id): None for step in process.steps}
        for identifier, process in inspection.handbook.processes.items()
    }
    for subject, entity in subjects(inspection.handbook):
        for kinds, identifier, path in steps_named_in(entity):
            process, step = _process_and_step(kinds, identifier, entity)
            if process in steps and step not in steps[process]:
                details = {"id": step, "process": process} | nearest(step, tuple(steps[process]))
                yield Fault(subject, path, details)


def _process_and_step(kinds: tuple[str, ...], identifier: str, entity: Entity) -> tuple[str, str]:
    """The process and the step that an identifier names; no process when it names no step."""
    if kinds == ("step",):
        return _process_around(entity), identifier
    if kinds != ("reference",):
        return "", ""
    reference, mark, step = identifier.partition("#")
    kind, _, process = reference.partition(":")
    return (process, step) if kind == "process" and mark else ("", "")


def _process_around(entity: Entity) -> str:
    if isinstance(entity, Bottleneck):
        return entity.process
    return entity.id if isinstance(entity, Process) else ""
