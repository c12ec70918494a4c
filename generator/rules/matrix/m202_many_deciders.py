"""A row of the matrix in which more than one role decides.

ISO 9001:2015, 5.3: when two decide, nobody knows whose word is the last.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.organisation import Duty
from generator.rules.inspection import Inspection
from generator.rules.matrix.rows import duties, named, role_name, rows_in
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "M202"
NAME: Final = "many-deciders"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MATRIX
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every row with several deciders, at the second one."""
    handbook = inspection.handbook
    for matrix, index, row in rows_in(handbook):
        found = duties(matrix, row).items()
        deciding = [role for role, duty in found if duty is Duty.DECIDING]
        if len(deciding) > 1:
            names = quoted(role_name(role, handbook) for role in deciding)
            details = {"row": named(row, handbook), "roles": names}
            yield Fault("matrix", ("rows", index, "cells", deciding[1]), details)
