"""A total that is stated for an area of an assessment and that its scores do not make.

ISO 9001:2015, 7.5.2: documented information is reviewed for suitability and adequacy.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K302"
NAME: Final = "stated-total-differs"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("7.5.2", "9.1.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every stated total that is not the sum of the scores of its area."""
    for identifier, assessment in inspection.handbook.assessments.items():
        for number, area in enumerate(assessment.areas):
            if area.stated is not None and area.stated != area.total:
                details = {"area": area.name, "stated": str(area.stated), "sum": str(area.total)}
                yield Fault(f"assessment:{identifier}", ("areas", number, "stated"), details)
