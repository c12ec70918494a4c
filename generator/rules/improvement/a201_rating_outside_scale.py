"""A rating of a risk that is no value of the risk scale.

ISO 9001:2015, 6.1.1: risks are determined so that they can be compared.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.improvement import RiskScale
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A201"
NAME: Final = "rating-outside-scale"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("6.1.1",)

_RATINGS: Final = ("rating", "after")
_AXES: Final = ("chance", "effect")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every chance and every effect that the scale lacks; nothing without a scale."""
    scale = inspection.handbook.risk_scale
    if scale is None:
        return
    known = {axis: _values(scale, axis) for axis in _AXES}
    for risk in inspection.handbook.risks.values():
        for field in _RATINGS:
            rating = getattr(risk, field)
            for axis in _AXES if rating else ():
                value = getattr(rating, axis)
                if value not in known[axis]:
                    listed = ", ".join(map(str, known[axis]))
                    details = {"risk": risk.name, "value": str(value), "known": listed}
                    yield Fault(f"risk:{risk.id}", (field, axis), details)


def _values(scale: RiskScale, axis: str) -> list[int]:
    return [grade.value for grade in getattr(scale, axis)]
