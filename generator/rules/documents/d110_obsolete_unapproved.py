"""A process is called obsolete that was never in force (ISO 9001:2015, 7.5.3.2)."""

from collections.abc import Iterator
from typing import Final

from generator.model.control import Status
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D110"
NAME: Final = "obsolete-unapproved"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every obsolete process without an approval."""
    for subject, process in processes(inspection.handbook):
        document = process.document
        if document.status is Status.OBSOLETE and document.approved is None:
            yield Fault(subject, ("document", "status"), {"name": process.name})
