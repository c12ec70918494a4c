"""The version of a process is not the newest one of its change log."""

from collections.abc import Iterator
from typing import Final

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
        newest = max((change.version for change in process.changes), key=_order, default=None)
        if process.document.version != newest:
            details = {"version": str(process.document.version), "newest": newest or "-"}
            yield Fault(subject, ("document", "version"), details)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))
