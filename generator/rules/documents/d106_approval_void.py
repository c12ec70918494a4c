"""Something else was approved than what the process says now (ISO 9001:2015, 7.5.2)."""

from collections.abc import Iterator
from typing import Final

from generator.control.approval import is_void
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D106"
NAME: Final = "approval-void"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every approval whose fingerprint is not that of the process."""
    for subject, process in processes(inspection.handbook):
        approved = process.document.approved
        if approved and is_void(process):
            details = {
                "process": process.id,
                "name": process.name,
                "date": approved.date.isoformat(),
                "role": approved.by,
            }
            yield Fault(subject, ("document", "approved"), details)
