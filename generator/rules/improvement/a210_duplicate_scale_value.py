"""A value of the risk scale that stands in it twice, so that a risk has two places in its grid.

ISO 9001:2015, 6.1.1: the risks that need to be addressed are determined, by one measure.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A210"
NAME: Final = "duplicate-scale-value"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("6.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every value of chance or effect that an earlier line of the same list has."""
    scale = inspection.handbook.risk_scale
    for axis, grades in (("chance", scale.chance), ("effect", scale.effect)) if scale else ():
        first: dict[int, str] = {}
        for number, grade in enumerate(grades):
            if other := first.get(grade.value):
                details = {"value": str(grade.value), "meaning": grade.meaning, "other": other}
                yield Fault("riskscale", (axis, number, "value"), details)
            first.setdefault(grade.value, grade.meaning)
