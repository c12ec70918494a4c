"""An answer that leads to its own step, without saying what changes on the way.

ISO 9001:2015, 8.7.1: what does not conform is dealt with before it is looked at again.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.flow.decisions import decisions
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F111"
NAME: Final = "outcome-to-itself"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1", "8.7.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every answer that only asks the same question again."""
    for asked in decisions(inspection.handbook):
        for number, outcome in enumerate(asked.decision.outcomes):
            if outcome.next == asked.step.id and not outcome.activities:
                details = {"answer": outcome.answer, "step": asked.step.name}
                yield Fault(asked.subject, (*asked.path, "outcomes", number, "next"), details)
