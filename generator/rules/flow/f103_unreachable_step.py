"""A step that the work never comes to."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes
from generator.rules.ways import has_loose_ends, reached_from_start

CODE: Final = "F103"
NAME: Final = "unreachable-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step that cannot be reached, unless a way that is wrong may lead to it."""
    for subject, process in processes(inspection.handbook):
        if has_loose_ends(process):
            continue
        found = reached_from_start(process)
        for index, step in enumerate(process.steps):
            if index not in found:
                yield Fault(subject, ("steps", index), {"name": step.name})
