"""The day on which a process was to be reviewed again has passed (ISO 9001:2015, 7.5.3.2)."""

from collections.abc import Iterator
from typing import Final

from generator.control.reviews import Term, calendar
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "D112"
NAME: Final = "review-overdue"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process that is overdue; a build, which has no day, sees none."""
    if inspection.today is None:
        return
    for found in calendar(inspection.handbook, inspection.today)[Term.OVERDUE]:
        process = inspection.handbook.processes[found.process]
        details = {"process": process.name, "date": str(found.date), "id": str(process.id)}
        yield Fault(f"process:{process.id}", ("document", "next_review"), details)
