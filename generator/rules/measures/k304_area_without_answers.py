"""An area of an assessment in which nothing is filled in.

ISO 9001:2015, 9.1.3: what was measured is analysed and evaluated.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K304"
NAME: Final = "area-without-answers"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every area without a score, an answer or a phase."""
    for identifier, assessment in inspection.handbook.assessments.items():
        for number, area in enumerate(assessment.areas):
            if not area.is_filled_in:
                details = {"area": area.name, "assessment": assessment.name}
                yield Fault(f"assessment:{identifier}", ("areas", number, "name"), details)
