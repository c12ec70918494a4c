"""An indicator that no critical success factor of the scorecard names.

Kaplan and Norton (1992): every measure belongs to an objective. ISO 9001:2015, 9.1.1: what is
measured is determined, so that it tells something.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.served import unserved
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K106"
NAME: Final = "kpi-in-no-factor"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("6.2.1", "9.1.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every indicator outside the scorecard, where there is one."""
    for kpi in unserved(inspection.handbook).kpis:
        yield Fault(f"kpi:{kpi.id}", ("name",), {"kpi": kpi.name})
