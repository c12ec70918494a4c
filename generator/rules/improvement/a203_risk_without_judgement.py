"""A risk that nobody rated, or of which nobody chose what to do about it.

ISO 9001:2015, 6.1.2: the organisation plans actions to address its risks.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import left_empty
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "A203"
NAME: Final = "risk-without-judgement"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("6.1.1", "6.1.2")

_JUDGEMENT: Final = ("rating", "treatment")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every risk without a rating or a treatment; what is declared open is O201's."""
    for risk in inspection.handbook.risks.values():
        missing = left_empty(risk, _JUDGEMENT)
        if missing:
            details = {"risk": risk.name, "fields": quoted(missing)}
            yield Fault(f"risk:{risk.id}", ("name",), details)
