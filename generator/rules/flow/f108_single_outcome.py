"""A decision with one answer: there is nothing to decide, or an answer is missing."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.flow.decisions import decisions
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F108"
NAME: Final = "single-outcome"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields the only answer of every decision that has one."""
    for asked in decisions(inspection.handbook):
        if len(asked.decision.outcomes) == 1:
            yield asked.fault(0)
