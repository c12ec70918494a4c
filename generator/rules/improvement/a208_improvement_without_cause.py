"""An improvement that says it answers something, and does not say what.

ISO 9001:2015, 10.2.1: what is done is traced to what went wrong.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.improvement import ImprovementSource
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A208"
NAME: Final = "improvement-without-cause"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("10.2.1",)

_ANSWERING: Final = frozenset(ImprovementSource) - {ImprovementSource.SUGGESTION}
"""The sources that are registered somewhere; an idea of an employee is not."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every improvement out of something registered that does not name it."""
    for improvement in inspection.handbook.improvements.values():
        source, is_open = improvement.source, is_declared_open(improvement, "because")
        if source in _ANSWERING and not improvement.because and not is_open:
            details = {"improvement": improvement.name}
            yield Fault(f"improvement:{improvement.id}", ("source",), details)
