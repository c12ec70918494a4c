"""Two steps of one process have the same identifier."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "R201"
NAME: Final = "duplicate-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("7.5.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step with the identifier of an earlier one."""
    for subject, process in processes(inspection.handbook):
        if len({step.id for step in process.steps}) == len(process.steps):
            continue
        seen: dict[str, str] = {}
        for index, step in enumerate(process.steps):
            if step.id in seen:
                details = {"id": str(step.id), "first": seen[step.id], "name": step.name}
                yield Fault(subject, ("steps", index, "id"), details)
            seen.setdefault(step.id, step.name)
