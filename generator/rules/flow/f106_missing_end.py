"""No step or answer that the work can come to names an end.

ISO 9001:2015, 4.4.1 a: the expected outputs of a process are determined.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.rules.flow.ends import names_end, stops
from generator.rules.flow.in_force import processes_in_force
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F106"
NAME: Final = "missing-end"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process that stops somewhere without naming an end anywhere."""
    for subject, process in processes_in_force(inspection.handbook):
        if not names_end(process) and stops(process):
            yield Fault(subject, (Key("steps"),), {"process": process.name})
