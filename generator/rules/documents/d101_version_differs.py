"""The version of a process is not the newest one of its change log."""

from collections.abc import Iterator
from typing import Final

from generator.control.log import newest
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D101"
NAME: Final = "version-differs"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process whose version and change log differ."""
    for subject, process in processes(inspection.handbook):
        logged = newest(process.changes)
        if process.document.version != logged:
            details = {"version": str(process.document.version), "newest": logged or "-"}
            yield Fault(subject, ("document", "version"), details)
