"""A process that the matrix has no row for, or has under another group than its folder."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.organisation import Matrix
from generator.rules.inspection import Inspection
from generator.rules.matrix.rows import whole_groups
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "M204"
NAME: Final = "missing-row"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MATRIX
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process without a row of its own or of its whole group, and misplaced rows."""
    handbook = inspection.handbook
    matrix = handbook.matrix
    if matrix is None:
        return
    whole = whole_groups(matrix)
    placed = _rows(matrix)
    for subject, process in processes(handbook):
        rows = placed.get(process.id, {})
        group = handbook.groups.get(process.group)
        details = {"process": process.name, "group": group.name if group else process.group}
        if not rows and process.group not in whole:
            yield Fault(subject, ("name",), details)
        elif rows and process.group not in rows:
            yield Fault("matrix", ("rows", next(iter(rows.values())), "group"), details)


def _rows(matrix: Matrix) -> dict[str, dict[str, int]]:
    """Where the row of each process stands, by process and group; the first one counts."""
    found: dict[str, dict[str, int]] = {}
    for index, row in enumerate(matrix.rows):
        if row.process:
            found.setdefault(row.process, {}).setdefault(row.group, index)
    return found
