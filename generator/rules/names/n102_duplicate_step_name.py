"""Two steps of one process have the same name, so nobody knows which of them is meant."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import slug
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "N102"
NAME: Final = "duplicate-step-name"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("4.4.1", "7.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step whose name an earlier step of the process has, whatever the spelling."""
    for subject, process in processes(inspection.handbook):
        first: dict[str, int] = {}
        for index, step in enumerate(process.steps):
            key = slug(step.name)
            if key and first.setdefault(key, index) != index:
                details = {"name": step.name, "number": str(first[key] + 1)}
                yield Fault(subject, ("steps", index, "name"), details)
