"""A row of the matrix fills a column that the matrix does not have.

What it finds: a cell for a role that is not one of the `columns`.

Why it matters: the cell would not be shown.

How to fix: add the role to `columns`, or move the cell to the right role.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group

CODE: Final = "M102"
NAME: Final = "unknown-column"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MATRIX


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every cell outside the columns."""
    matrix = handbook.matrix
    for index, row in enumerate(matrix.rows if matrix else ()):
        for role in row.cells:
            if matrix and role not in matrix.columns:
                details = {"role": str(role)} | nearest(role, matrix.columns)
                yield Fault("matrix", ("rows", index, "cells", Key(role)), details)
