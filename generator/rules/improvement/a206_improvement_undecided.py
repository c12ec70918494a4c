"""An improvement about which nothing has been decided.

ISO 9001:2015, 10.1: the organisation chooses its opportunities for improvement.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A206"
NAME: Final = "improvement-undecided"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("10.1", "10.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every improvement without a decision; what is declared open is O201's."""
    for improvement in inspection.handbook.improvements.values():
        if not improvement.is_decided and not is_declared_open(improvement, "decision"):
            details = {"improvement": improvement.name}
            yield Fault(f"improvement:{improvement.id}", ("name",), details)
