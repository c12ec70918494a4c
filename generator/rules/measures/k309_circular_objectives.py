"""Objectives that support each other in a circle, or one that supports itself.

Kaplan and Norton, "Strategy Maps" (2004): a strategy is a chain of cause and effect.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.circles import circles, way_round
from generator.rules.inspection import Inspection
from generator.rules.measures.scorecard_places import SUBJECT, objectives_in
from generator.rules.rule import Fault, Group

CODE: Final = "K309"
NAME: Final = "circular-objectives"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("6.2.1", "6.2.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every circle once, at the first of its objectives in the file."""
    scorecard = inspection.handbook.scorecard
    placed = list(objectives_in(scorecard)) if scorecard else []
    numbers: dict[str, int] = {}
    for number, (_, objective) in enumerate(placed):
        numbers.setdefault(objective.id, number)
    targets = [
        [numbers[name] for name in objective.supports if name in numbers] for _, objective in placed
    ]
    for group in sorted(circles(range(len(placed)), targets), key=min):
        way = way_round(min(group), group, targets)
        if len(way) > 1:
            path, first = placed[way[0]]
            place = first.supports.index(placed[way[1]][1].id)
            names = " → ".join(f"'{placed[number][1].name}'" for number in way)
            yield Fault(SUBJECT, (*path, "supports", place), {"names": names})
