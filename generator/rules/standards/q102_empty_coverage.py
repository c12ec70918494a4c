"""A coverage that says nothing: not what covers the clause, what is missing or what is left out.

ISO 9001:2015, 4.3: a requirement that applies is met, one that does not has a reason.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "Q102"
NAME: Final = "empty-coverage"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("4.3", "9.2.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every line of the register without anything; words alone (``how``) prove nothing."""
    for coverage in inspection.handbook.coverages.values():
        if not (coverage.by or coverage.missing or coverage.excluded):
            details = {"coverage": coverage.id, "clause": coverage.clause.partition("#")[2]}
            yield Fault(f"coverage:{coverage.id}", ("clause",), details)
