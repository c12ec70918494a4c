"""A period of the right form that is not on the calendar, such as 30 February or week 53.

ISO 8601: which years have a week 53. ISO 9001:2015, 9.1.1 c: when is measured.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.periods import span_of
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K409"
NAME: Final = "no-such-period"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every measurement over a day or week that does not exist."""
    for identifier, series in inspection.handbook.measurements.items():
        for number, item in enumerate(series.values):
            if span_of(item.period) is None:
                details = {"period": item.period}
                yield Fault(f"measurement:{identifier}", ("values", number, "period"), details)
