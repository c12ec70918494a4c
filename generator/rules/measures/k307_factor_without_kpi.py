"""A critical success factor that no indicator shows.

Kaplan and Norton, "The Balanced Scorecard" (1992). ISO 9001:2015, 6.2.1 b: objectives are
measurable.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.served import unserved
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.measures.scorecard_places import SUBJECT, factors_in
from generator.rules.rule import Fault, Group

CODE: Final = "K307"
NAME: Final = "factor-without-kpi"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("6.2.1", "9.1.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every critical success factor without an indicator."""
    scorecard = inspection.handbook.scorecard
    left = unserved(inspection.handbook).factors
    for path, objective, factor in factors_in(scorecard) if scorecard else ():
        if (objective, factor) in left:
            details = {"factor": factor.name, "objective": objective.name}
            yield Fault(SUBJECT, (*path, "name"), details)
