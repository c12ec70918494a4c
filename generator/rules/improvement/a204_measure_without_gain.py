"""A risk that is not expected to be lower after the measure than it is now.

ISO 9001:2015, 6.1.2: actions against risks are evaluated by their effect.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A204"
NAME: Final = "measure-without-gain"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("6.1.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every risk whose level after the measure is not below its level now."""
    for risk in inspection.handbook.risks.values():
        if risk.rating and risk.after and risk.after.level >= risk.rating.level:
            details = {
                "risk": risk.name,
                "before": str(risk.rating.level),
                "after": str(risk.after.level),
            }
            yield Fault(f"risk:{risk.id}", ("after",), details)
