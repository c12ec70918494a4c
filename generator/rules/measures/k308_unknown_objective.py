"""An objective is said to support one that the scorecard does not have."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.rules.inspection import Inspection
from generator.rules.measures.scorecard_places import SUBJECT, objectives_in
from generator.rules.rule import Fault, Group

CODE: Final = "K308"
NAME: Final = "unknown-objective"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("6.2.1", "7.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every identifier in ``supports`` that names no objective."""
    scorecard = inspection.handbook.scorecard
    if scorecard is None:
        return
    known = tuple(str(item.id) for item in scorecard.objectives)
    for path, objective in objectives_in(scorecard):
        for number, supported in enumerate(objective.supports):
            if supported not in known:
                details = {"id": str(supported), "objective": objective.name}
                yield Fault(
                    SUBJECT, (*path, "supports", number), details | nearest(supported, known)
                )
