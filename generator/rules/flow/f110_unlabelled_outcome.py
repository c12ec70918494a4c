"""An answer without a letter or a digit: "-", "?"."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import slug
from generator.rules.flow.decisions import decisions
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F110"
NAME: Final = "unlabelled-outcome"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every answer that holds no word."""
    for asked in decisions(inspection.handbook):
        for number, outcome in enumerate(asked.decision.outcomes):
            if not slug(outcome.answer):
                yield asked.fault(number)
