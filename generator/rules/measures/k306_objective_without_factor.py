"""An objective of which nobody said what has to go well to reach it.

Kaplan and Norton, "Strategy Maps" (2004). ISO 9001:2015, 6.2.2: planning how an objective is
reached says what will be done and how the result is evaluated.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.served import unserved
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.measures.scorecard_places import SUBJECT, objectives_in
from generator.rules.rule import Fault, Group

CODE: Final = "K306"
NAME: Final = "objective-without-factor"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("6.2.1", "6.2.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every objective without a critical success factor."""
    scorecard = inspection.handbook.scorecard
    left = unserved(inspection.handbook).objectives
    for path, objective in objectives_in(scorecard) if scorecard else ():
        if objective in left:
            yield Fault(SUBJECT, (*path, "name"), {"objective": objective.name})
