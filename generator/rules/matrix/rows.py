"""The rows of the matrix in the words of its legend: which role has which duty."""

from collections.abc import Iterator, Mapping

from generator.model.handbook import Handbook
from generator.model.identifiers import GroupId, RoleId
from generator.model.organisation import Duty, Matrix, MatrixRow


def rows_in(handbook: Handbook) -> Iterator[tuple[Matrix, int, MatrixRow]]:
    """Every row of the matrix, if there is one, with its number in the file."""
    if matrix := handbook.matrix:
        for index, row in enumerate(matrix.rows):
            yield matrix, index, row


def duties(matrix: Matrix, row: MatrixRow) -> Mapping[RoleId, Duty | None]:
    """The duty of every role with a cell in a row, in the order of the file.

    None when the legend does not say it; cells outside the columns are left out.
    """
    columns = set(matrix.columns)
    known = {code: item.duty for code, item in matrix.codes.items()}
    return {role: known.get(code) for role, code in row.cells.items() if role in columns}


def knows_deciding(matrix: Matrix) -> bool:
    """Whether the legend has a letter for deciding."""
    return any(item.duty is Duty.DECIDING for item in matrix.codes.values())


def whole_groups(matrix: Matrix) -> Mapping[GroupId, MatrixRow]:
    """The rows that speak for a whole group, by that group; a bare heading is none."""
    return {row.group: row for row in matrix.rows if row.process is None and row.cells}


def named(row: MatrixRow, handbook: Handbook) -> str:
    """What a row is about: the name of its process or of its group."""
    found = handbook.processes.get(row.process) if row.process else handbook.groups.get(row.group)
    return found.name if found else row.process or row.group


def role_name(role: RoleId, handbook: Handbook) -> str:
    """The name of a role; its id when the register does not have it."""
    known = handbook.roles.get(role)
    return known.name if known else role
