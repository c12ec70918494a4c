"""A row of the matrix fills a column that the matrix does not have."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.model.guess import nearest
from generator.rules.inspection import Inspection
from generator.rules.matrix.rows import rows_in
from generator.rules.rule import Fault, Group

CODE: Final = "M102"
NAME: Final = "unknown-column"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MATRIX
CLAUSES: Final = ("5.3", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every cell outside the columns."""
    for matrix, index, row in rows_in(inspection.handbook):
        for role in row.cells:
            if role not in matrix.columns:
                details = {"role": str(role)} | nearest(role, matrix.columns)
                yield Fault("matrix", ("rows", index, "cells", Key(role)), details)
