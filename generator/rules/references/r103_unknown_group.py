"""A process is filed under a group that does not exist."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.rules.inspection import Inspection
from generator.rules.references.known import known
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "R103"
NAME: Final = "unknown-group"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("4.4.1", "7.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process in a folder that is no group."""
    for subject, process in processes(inspection.handbook):
        if not known(inspection.handbook, ("group",), process.group):
            details = {"id": str(process.group)} | nearest(
                process.group, tuple(inspection.handbook.groups)
            )
            yield Fault(subject, (), details)
