"""A process is called approved while nobody approved it (ISO 9001:2015, 7.5.2)."""

from collections.abc import Iterator
from typing import Final

from generator.model.control import Status
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D102"
NAME: Final = "approved-by-nobody"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process with the status approved and no approval."""
    for subject, process in processes(inspection.handbook):
        document = process.document
        if document.status is Status.APPROVED and document.approved is None:
            yield Fault(subject, ("document", "status"), {"process": process.name})
