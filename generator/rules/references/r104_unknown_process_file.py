"""A file of indicators is named after a process that does not exist.

What it finds: a file in `kpis/` whose name is not the identifier of a process.

Why it matters: its indicators would stand on no page.

How to fix: name the file after the process, such as `kpis/incident-beheren.yml`.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.rules.r101_unknown_reference import known
from generator.rules.rule import Fault, Group

CODE: Final = "R104"
NAME: Final = "unknown-process-file"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every file of indicators without a process, once."""
    seen = set()
    for identifier, kpi in handbook.kpis.items():
        if kpi.process in seen or known(handbook, ("process",), kpi.process):
            continue
        seen.add(kpi.process)
        details = {"id": str(kpi.process)} | nearest(kpi.process, tuple(handbook.processes))
        yield Fault(f"kpi:{identifier}", (), details)
