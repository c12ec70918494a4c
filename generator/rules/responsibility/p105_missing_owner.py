"""A process that nobody owns.

ISO 9001:2015, 4.4.1 e: responsibilities and authorities for the processes are assigned.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "P105"
NAME: Final = "missing-owner"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process without an owner, also when the file declares that open."""
    for subject, process in processes(inspection.handbook):
        if process.owner is None:
            yield Fault(subject, ("owner",), {"process": process.name})
