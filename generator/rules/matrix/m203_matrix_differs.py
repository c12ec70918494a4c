"""The matrix says one thing about a role in a process, the process itself another.

ISO 9001:2015, 5.3: responsibilities are assigned and understood, so two places agree on them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.identifiers import RoleId
from generator.model.organisation import Duty, MatrixCode, MatrixRow
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.matrix.rows import role_name, whole_groups
from generator.rules.roles import counting_as, deciders, deciding, doing, performers
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "M203"
NAME: Final = "matrix-differs"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MATRIX
CLAUSES: Final = ("4.4.1", "5.3")

_NOTHING = "-"
"""Stands in a message for an empty cell and for no task."""
_SHOWN = 3
"""How many tasks a message names before it only counts the others."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What is compared: the cells of a row, who is spoken of in it, and who has a task."""

    cells: Mapping[RoleId, str]
    spoken_of: frozenset[RoleId]
    responsible: frozenset[RoleId]
    doing: frozenset[RoleId]
    active: frozenset[RoleId]


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every role of which a row and its process say different things, once a row."""
    matrix = inspection.handbook.matrix
    if matrix is None:
        return
    same = counting_as(inspection.handbook)
    groups = whole_groups(matrix)
    for index, row in enumerate(matrix.rows):
        process = inspection.handbook.processes.get(row.process) if row.process else None
        if process is None or not row.cells:
            continue
        compared = _compared(row, groups.get(row.group), process)
        for role in dict.fromkeys((*matrix.columns, *process.responsible)):
            if role in same and _differs(compared, role, same[role], matrix.codes):
                details = {
                    "role": role_name(role, inspection.handbook),
                    "process": process.name,
                    "word": _word(row, role, matrix.codes),
                    "tasks": _tasks(process, same[role]),
                }
                yield Fault("matrix", _place(index, row, role), details)


def _compared(row: MatrixRow, whole: MatrixRow | None, process: Process) -> _Row:
    does = doing(process)
    authorities = {role for role, _ in _authorities(process)}
    return _Row(
        cells=row.cells,
        spoken_of=frozenset(row.cells) | frozenset(whole.cells if whole else ()),
        responsible=frozenset(process.responsible),
        doing=does,
        active=frozenset(does | authorities | deciding(process)),
    )


def _authorities(process: Process) -> Iterator[tuple[RoleId, str]]:
    """Who answers for a process or is turned to, with the key that says so."""
    if process.owner:
        yield process.owner, "owner"
    for role in process.responsible:
        yield role, "responsible"
    for escalation in process.escalations:
        for role in escalation.to:
            yield role, "escalations"


def _differs(
    row: _Row, role: RoleId, same: frozenset[RoleId], codes: Mapping[str, MatrixCode]
) -> bool:
    """Whether the cell of a role says something else than the process does."""
    does = not row.doing.isdisjoint(same)
    answers = not row.responsible.isdisjoint(same)
    if role not in row.cells:
        return (does or answers) and row.spoken_of.isdisjoint(same)
    code = codes.get(row.cells[role])
    if code is None or code.duty is None:
        return False
    if code.duty in (Duty.DECIDING, Duty.DOING):
        return row.active.isdisjoint(same)
    return answers or (code.duty is Duty.NONE and does)


def _tasks(process: Process, same: frozenset[RoleId]) -> str:
    """What a role answers for, decides and does in a process: the first few, in words."""
    parts = (
        *_authorities(process),
        *((role, step.name) for step in process.steps for role in deciders(step)),
        *((role, name) for role, name, _ in performers(process)),
    )
    names = dict.fromkeys(name for role, name in parts if role in same)
    return quoted(names, most=_SHOWN) or _NOTHING


def _word(row: MatrixRow, role: RoleId, codes: Mapping[str, MatrixCode]) -> str:
    code = codes.get(row.cells.get(role, ""))
    return f"'{code.word}'" if code else _NOTHING


def _place(index: int, row: MatrixRow, role: RoleId) -> FieldPath:
    """Where the cell stands; the row's process when the cell is empty."""
    filled: FieldPath = ("rows", index, "cells", role)
    return filled if role in row.cells else ("rows", index, "process")
