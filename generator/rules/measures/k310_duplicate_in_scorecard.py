"""Two perspectives, objectives or critical success factors have the same identifier."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.scorecard import Scorecard
from generator.rules.inspection import Inspection
from generator.rules.measures.scorecard_places import SUBJECT, factors_in, objectives_in
from generator.rules.rule import Fault, Group

CODE: Final = "K310"
NAME: Final = "duplicate-in-scorecard"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("7.5.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every part with the identifier of an earlier one of its kind."""
    scorecard = inspection.handbook.scorecard
    seen: dict[tuple[str, str], str] = {}
    for kind, path, identifier, name in _parts(scorecard) if scorecard else ():
        key = kind, identifier
        if key in seen:
            details = {"id": identifier, "first": seen[key], "name": name}
            yield Fault(SUBJECT, (*path, "id"), details)
        seen.setdefault(key, name)


def _parts(scorecard: Scorecard) -> Iterator[tuple[str, FieldPath, str, str]]:
    """Every part: its kind, the way to it, its identifier and its name."""
    for number, side in enumerate(scorecard.perspectives):
        yield "perspective", ("perspectives", number), side.id, side.name
    for path, objective in objectives_in(scorecard):
        yield "objective", path, objective.id, objective.name
    for path, _, factor in factors_in(scorecard):
        yield "factor", path, factor.id, factor.name
