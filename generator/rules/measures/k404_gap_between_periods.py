"""Periods without a measurement between two that have one.

ISO 9001:2015, 9.1.1 c: when the monitoring and measuring is performed.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.evaluation.periods import Span, period_of, span_of
from generator.model.finding import Severity
from generator.model.measurement import Series
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K404"
NAME: Final = "gap-between-periods"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1", "9.1.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields the first measurement after every gap; the order of the file does not matter."""
    for identifier, series in inspection.handbook.measurements.items():
        found = _in_order(series)
        for (before, _), (after, number) in pairwise(found):
            missing = after.number - before.number - 1
            if before.frequency is after.frequency and missing > 0:
                details = {
                    "count": str(missing),
                    "first": period_of(before.frequency, before.number + 1),
                    "last": period_of(after.frequency, after.number - 1),
                }
                yield Fault(f"measurement:{identifier}", ("values", number, "period"), details)


def _in_order(series: Series) -> list[tuple[Span, int]]:
    """The periods that are on the calendar, each with its place in the file."""
    spans = ((span_of(item.period), number) for number, item in enumerate(series.values))
    found = [(span, number) for span, number in spans if span]
    return sorted(found, key=lambda pair: (pair[0].frequency, pair[0].number, pair[1]))
