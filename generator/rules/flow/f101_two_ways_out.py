"""A step or an answer says two things about where the work goes."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import FieldPath, Key, Severity
from generator.model.process import Step
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "F101"
NAME: Final = "two-ways-out"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step and every answer with two ways out."""
    for subject, process in processes(inspection.handbook):
        for index, step in enumerate(process.steps):
            if step.decision or (step.next and step.end):
                yield from _faults(subject, step, ("steps", index))


def _faults(subject: str, step: Step, path: FieldPath) -> Iterator[Fault]:
    ways_out = {"decision": step.decision, "next": step.next, "end": step.end}
    present = [name for name, way in ways_out.items() if way is not None]
    if len(present) > 1:
        details = {"name": step.name, "first": present[0], "second": present[1]}
        yield Fault(subject, (*path, Key(present[1])), details)
    for number, outcome in enumerate(step.outcomes):
        if outcome.next and outcome.end:
            details = {"name": outcome.answer, "first": "next", "second": "end"}
            yield Fault(subject, (*path, "decision", "outcomes", number, Key("end")), details)
