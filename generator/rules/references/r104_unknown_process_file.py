"""A file of indicators is named after a process that does not exist."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.rules.inspection import Inspection
from generator.rules.references.known import known
from generator.rules.rule import Fault, Group

CODE: Final = "R104"
NAME: Final = "unknown-process-file"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("7.5.2", "9.1.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every file of indicators without a process, once."""
    seen = set()
    for identifier, kpi in inspection.handbook.kpis.items():
        if kpi.process in seen or known(inspection.handbook, ("process",), kpi.process):
            continue
        seen.add(kpi.process)
        details = {"id": str(kpi.process)} | nearest(
            kpi.process, tuple(inspection.handbook.processes)
        )
        yield Fault(f"kpi:{identifier}", (), details)
