"""A cell of the matrix holds a letter that its legend does not explain."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.matrix.rows import rows_in
from generator.rules.rule import Fault, Group

CODE: Final = "M101"
NAME: Final = "unknown-code"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MATRIX
CLAUSES: Final = ("5.3", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every cell with an unknown letter."""
    for matrix, index, row in rows_in(inspection.handbook):
        for role, code in row.cells.items():
            if code not in matrix.codes:
                details = {"code": code, "codes": ", ".join(matrix.codes), "role": str(role)}
                yield Fault("matrix", ("rows", index, "cells", role), details)
