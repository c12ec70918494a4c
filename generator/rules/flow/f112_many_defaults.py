"""A decision with more than one answer for "everything else"."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import slug
from generator.rules.flow.decisions import decisions
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F112"
NAME: Final = "many-defaults"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every such answer after the first, unless it says the same as the first."""
    defaults = frozenset(map(slug, inspection.words("default-answers")))
    for asked in decisions(inspection.handbook):
        first = None
        for number, outcome in enumerate(asked.decision.outcomes):
            if slug(outcome.answer) not in defaults:
                continue
            if first is None:
                first = outcome.answer
            elif slug(first) != slug(outcome.answer):
                yield asked.fault(number, first=first)
