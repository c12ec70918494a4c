"""A lettered part of a clause that its standard does not have.

ISO 9001:2015, 7.5.2 a: a lettered part is found in its clause, and stands on the page of that.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "Q107"
NAME: Final = "letter-without-clause"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("7.5.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every lettered part of which the whole clause is not in the file."""
    for standard in inspection.handbook.standards.values():
        numbers = {clause.number for clause in standard.clauses}
        for place, clause in enumerate(standard.clauses):
            if "-" in clause.number and clause.parent not in numbers:
                details = {"clause": clause.shown, "whole": clause.parent}
                path = ("clauses", place, "number")
                yield Fault(f"standard:{standard.id}", path, details)
