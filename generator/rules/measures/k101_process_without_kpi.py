"""A process that nobody measures.

ISO 9001:2015, 4.4.1 c and 9.1.1: performance indicators, and what needs to be measured.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "K101"
NAME: Final = "process-without-kpi"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("4.4.1", "9.1.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process without an indicator, unless some could not be read."""
    handbook = inspection.handbook
    if any(item.partition(":")[0] == "kpi" for item in handbook.unread):
        return
    measured = {kpi.process for kpi in handbook.kpis.values()}
    for subject, process in processes(handbook):
        if process.id not in measured:
            yield Fault(subject, ("name",), {"process": process.name})
