"""A row of the matrix in which no role decides.

ISO 9001:2015, 5.3: authorities are assigned, communicated and understood.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.finding import Severity
from generator.model.identifiers import GroupId
from generator.model.organisation import Duty, Matrix, MatrixRow
from generator.rules.inspection import Inspection
from generator.rules.matrix.rows import duties, knows_deciding, named, whole_groups
from generator.rules.rule import Fault, Group

CODE: Final = "M201"
NAME: Final = "nobody-decides"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MATRIX
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every row without a decider, when the legend has a letter for deciding."""
    handbook = inspection.handbook
    matrix = handbook.matrix
    if matrix is None or not knows_deciding(matrix):
        return
    groups = whole_groups(matrix)
    for index, row in enumerate(matrix.rows):
        if not _is_heading(row) and not _may_decide(matrix, row, groups):
            yield Fault("matrix", ("rows", index), {"row": named(row, handbook)})


def _is_heading(row: MatrixRow) -> bool:
    """Whether a row only names a group, above the rows of its processes."""
    return row.process is None and not row.cells


def _may_decide(matrix: Matrix, row: MatrixRow, groups: Mapping[GroupId, MatrixRow]) -> bool:
    """Whether somebody decides, in the row or for its whole group, or a letter is not clear."""
    found = set(duties(matrix, row).values())
    whole = groups.get(row.group)
    if whole is not None and whole is not row:
        found |= {duty for duty in duties(matrix, whole).values() if duty is Duty.DECIDING}
    return Duty.DECIDING in found or None in found
