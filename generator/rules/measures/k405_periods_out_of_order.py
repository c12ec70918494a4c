"""A measurement that stands below one over a later period.

ISO 9001:2015, 7.5.2: documented information has a form in which it can be read.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.periods import span_of
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K405"
NAME: Final = "periods-out-of-order"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("7.5.2", "9.1.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every measurement over a period before that of the one above it."""
    for identifier, series in inspection.handbook.measurements.items():
        above = None
        for number, item in enumerate(series.values):
            span = span_of(item.period)
            if above and span and span.first < above[0].first:
                details = {"period": item.period, "above": above[1]}
                yield Fault(f"measurement:{identifier}", ("values", number, "period"), details)
            above = (span, item.period) if span else above
