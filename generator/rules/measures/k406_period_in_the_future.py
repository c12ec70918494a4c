"""A measurement over a period that has not begun.

ISO 9001:2015, 9.1.1: results are of what was measured. A build has no today, so it sees none.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.periods import span_of
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K406"
NAME: Final = "period-in-the-future"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every measurement over a period that begins after today."""
    if inspection.today is None:
        return
    for identifier, series in inspection.handbook.measurements.items():
        for number, item in enumerate(series.values):
            span = span_of(item.period)
            if span and span.first > inspection.today:
                details = {"period": item.period, "first": span.first.isoformat()}
                yield Fault(f"measurement:{identifier}", ("values", number, "period"), details)
