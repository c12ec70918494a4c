"""Two measurements of one indicator over the same period.

ISO 9001:2015, 9.1.1 b: methods that give valid results.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.identifiers import Period
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K403"
NAME: Final = "period-twice"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every measurement over a period that was measured before."""
    for identifier, series in inspection.handbook.measurements.items():
        seen: set[Period] = set()
        for number, item in enumerate(series.values):
            if item.period in seen:
                details = {"period": item.period}
                yield Fault(f"measurement:{identifier}", ("values", number, "period"), details)
            seen.add(item.period)
