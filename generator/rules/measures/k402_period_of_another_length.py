"""A measurement over a period that is longer or shorter than the others.

ISO 9001:2015, 9.1.1 b and c: methods that give valid results, and when is measured.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.indicator import frequency_in
from generator.evaluation.periods import frequency_of
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K402"
NAME: Final = "period-of-another-length"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every period that is not as long as the indicator says, or else as most are."""
    handbook = inspection.handbook
    for identifier, series in handbook.measurements.items():
        expected = frequency_in(handbook.kpis.get(identifier), series)
        for number, item in enumerate(series.values):
            found = frequency_of(item.period)
            if found is not expected:
                details = {
                    "period": item.period,
                    "length": str(found),
                    "other_length": str(expected),
                }
                yield Fault(f"measurement:{identifier}", ("values", number, "period"), details)
