"""A clause that stands more than once in the file of its standard, so that one of them is lost.

ISO 9001:2015, 7.5.2 a: what is documented can be told apart.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "Q108"
NAME: Final = "duplicate-clause"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("7.5.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every clause of which the number was given before in the same standard."""
    for standard in inspection.handbook.standards.values():
        first: dict[str, str] = {}
        for place, clause in enumerate(standard.clauses):
            if clause.number in first:
                details = {
                    "clause": clause.shown,
                    "title": clause.title,
                    "other": first[clause.number],
                }
                path = ("clauses", place, "number")
                yield Fault(f"standard:{standard.id}", path, details)
            first.setdefault(clause.number, clause.title)
