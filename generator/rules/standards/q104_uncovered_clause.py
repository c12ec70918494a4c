"""A clause that nothing covers: what was named for it is missing or still open.

ISO 9001:2015, 4.4 and 9.1.3. The count may only go down (rules X105 and X108), so that coverage
only goes up.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.strength import Strength
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.standards.clauses import asked

CODE: Final = "Q104"
NAME: Final = "uncovered-clause"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("4.3", "4.4.1", "9.1.3")

_NOT_THERE: Final = (Strength.OPEN, Strength.MISSING)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every whole clause of which it is told that nothing covers it."""
    for found in asked(inspection.handbook):
        for place, item in enumerate(found):
            if item.is_unit and item.is_told and item.strength in _NOT_THERE:
                details = {"clause": item.clause.shown, "title": item.clause.title}
                yield Fault(f"standard:{item.standard.id}", ("clauses", place, "number"), details)
