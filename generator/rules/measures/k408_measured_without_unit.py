"""An indicator with measurements of which nobody said what is counted.

ISO 9001:2015, 9.1.1 a and b: what is measured, with methods that give valid results.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K408"
NAME: Final = "measured-without-unit"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every indicator that has values and no unit."""
    measured = inspection.handbook.measurements
    for identifier, kpi in inspection.handbook.kpis.items():
        if kpi.unit is None and identifier in measured and measured[identifier].values:
            yield Fault(f"kpi:{identifier}", ("unit",), {"kpi": kpi.name})
