"""A clause of which nobody said how it is met, what is missing or why it does not apply.

ISO 9001:2015, 4.3 and 4.4: the requirements that apply are met, the others are justified.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.coverage import settled
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.standards.clauses import asked

CODE: Final = "Q103"
NAME: Final = "unsettled-clause"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("4.3", "4.4.1", "9.2.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every whole clause that neither a coverage nor a subject of a chapter names."""
    for found in asked(inspection.handbook):
        known = settled(found)
        for place, item in enumerate(found):
            if item.is_unit and item.clause.number not in known:
                details = {"clause": item.clause.shown, "title": item.clause.title}
                yield Fault(f"standard:{item.standard.id}", ("clauses", place, "number"), details)
