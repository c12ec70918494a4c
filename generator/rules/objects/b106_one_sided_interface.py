"""One process says that it hands something to another, or gets it, and the other is silent."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.objects.handovers import End, handovers
from generator.rules.rule import Fault, Group

CODE: Final = "B106"
NAME: Final = "one-sided-interface"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every handover of which only one of the two processes tells."""
    for giving, taking in handovers(inspection.handbook):
        if giving and not taking:
            yield _fault(inspection, giving, "in")
        elif taking and not giving:
            yield _fault(inspection, taking, "out")


def _fault(inspection: Inspection, end: End, missing: str) -> Fault:
    other = end.interface.process
    details = {
        "object": str(end.interface.object),
        "other": inspection.handbook.processes[other].name if other else "",
        "name": end.process.name,
        "direction": missing,
    }
    return Fault(f"process:{end.process.id}", ("interfaces", end.index, "process"), details)
