"""A process is approved, but nothing says what exactly was (ISO 9001:2015, 7.5.2)."""

from collections.abc import Iterator
from typing import Final

from generator.control.fingerprint import fingerprint
from generator.model.control import Status
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D107"
NAME: Final = "approved-unseen"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every approval in force without a fingerprint."""
    for subject, process in processes(inspection.handbook):
        document = process.document
        approved = document.approved
        if document.status is Status.APPROVED and approved and approved.fingerprint is None:
            details = {"name": process.name, "fingerprint": fingerprint(process)}
            yield Fault(subject, ("document", "approved"), details)
