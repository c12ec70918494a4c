"""A cell of the matrix holds a letter that its legend does not explain.

What it finds: a cell whose text is not one of the `codes` of the matrix.

Why it matters: nobody can tell what the letter means.

How to fix: correct the letter, or add it to `codes`.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group

CODE: Final = "M101"
NAME: Final = "unknown-code"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MATRIX


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every cell with an unknown letter."""
    matrix = handbook.matrix
    for index, row in enumerate(matrix.rows if matrix else ()):
        for role, code in row.cells.items():
            if matrix and code not in matrix.codes:
                details = {"code": code, "codes": ", ".join(matrix.codes), "role": str(role)}
                yield Fault("matrix", ("rows", index, "cells", role), details)
