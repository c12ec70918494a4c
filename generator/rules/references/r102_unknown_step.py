"""A step is named that the process does not have."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final, TypeAlias

from generator.model.base import Entity
from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.process import Process
from generator.model.quality import Bottleneck
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import Kinds

CODE: Final = "R102"
NAME: Final = "unknown-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("4.4.1", "7.5.2")


_Steps: TypeAlias = Mapping[str, Mapping[str, None]]
"""The steps of every process in their order, by identifier."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step that is named and is not there."""
    steps: dict[str, dict[str, None]] = {
        identifier: {step.id: None for step in process.steps}
        for identifier, process in inspection.handbook.processes.items()
    }
    for naming in inspection.namings:
        own = _process_around(naming.entity)
        for kinds, identifier, path in naming.places(partial(_unknown, steps, own)):
            process, step = _process_and_step(own, kinds, identifier)
            details = {"id": step, "process": process} | nearest(step, tuple(steps[process]))
            yield Fault(naming.subject, path, details)


def _unknown(steps: _Steps, own: str, kinds: Kinds, identifiers: set[str]) -> set[str]:
    """The identifiers of steps that the process they are named of does not have."""
    if kinds not in (("step",), ("reference",)):
        return set()
    named = {one: _process_and_step(own, kinds, one) for one in identifiers}
    return {one for one, (of, step) in named.items() if of in steps and step not in steps[of]}


def _process_and_step(own: str, kinds: Kinds, identifier: str) -> tuple[str, str]:
    """The process and the step that an identifier names; no process when it names no step."""
    if kinds == ("step",):
        return own, identifier
    reference, mark, step = identifier.partition("#")
    kind, _, process = reference.partition(":")
    return (process, step) if kind == "process" and mark else ("", "")


def _process_around(entity: Entity) -> str:
    if isinstance(entity, Bottleneck):
        return entity.process
    return entity.id if isinstance(entity, Process) else ""
