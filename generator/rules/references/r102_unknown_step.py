"""A step is named that the process does not have.

What it finds: a `next`, a `step`, or a reference such as `process:x#step` whose step is
not one of the steps of that process.

Why it matters: the work would go to a step that does not exist.

How to fix: use the `id` of a step of the process.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.base import Entity
from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.quality import Bottleneck
from generator.rules.rule import Fault, Group
from generator.rules.subjects import names_in, subjects

CODE: Final = "R102"
NAME: Final = "unknown-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every step that is named and is not there."""
    steps = {
        str(identifier): {str(step.id): None for step in process.steps}
        for identifier, process in handbook.processes.items()
    }
    for subject, entity in subjects(handbook):
        for kinds, identifier, path in names_in(entity):
            process, step = _process_and_step(kinds, identifier, entity)
            if process in steps and step not in steps[process]:
                details = {"id": step, "process": process} | nearest(step, tuple(steps[process]))
                yield Fault(subject, path, details)


def _process_and_step(kinds: tuple[str, ...], identifier: str, entity: Entity) -> tuple[str, str]:
    """The process and the step that an identifier names; no process when it names no step."""
    if kinds == ("step",):
        return _process_around(entity), identifier
    reference, mark, step = identifier.partition("#")
    kind, _, process = reference.partition(":")
    names_step = kinds == ("reference",) and kind == "process" and mark
    return (process, step) if names_step else ("", "")


def _process_around(entity: Entity) -> str:
    if isinstance(entity, Bottleneck):
        return entity.process
    return entity.id if isinstance(entity, Process) else ""
