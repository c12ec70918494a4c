"""The work simply stops at a step, while the process does name ends elsewhere."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.process import Step
from generator.rules.flow.ends import names_end
from generator.rules.flow.in_force import processes_in_force
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.ways import reached_from_start

CODE: Final = "F107"
NAME: Final = "dead-end"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every last step that says nothing about what comes after it."""
    for subject, process in processes_in_force(inspection.handbook):
        last = len(process.steps) - 1
        step = process.steps[last]
        if _just_stops(step) and last in reached_from_start(process) and names_end(process):
            yield Fault(subject, ("steps", last), {"step": step.name})


def _just_stops(step: Step) -> bool:
    return not (step.next or step.end or step.decision)
