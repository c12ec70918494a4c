"""One role alone does a step that every case passes, and nobody takes its place.

One absence stops the process (ISO 9001:2015, 7.1.2: the persons needed are there).
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.replaceable import alone, irreplaceable
from generator.model.finding import Severity
from generator.model.identifiers import RoleId
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.responsibility.unavoidable import unavoidable_steps
from generator.rules.roles import doing
from generator.rules.rule import Fault, Group, quoted
from generator.rules.subjects import processes

CODE: Final = "P110"
NAME: Final = "role-without-deputy"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("6.1.1", "7.1.2")

_SHOWN = 3
"""How many steps a message names before it only counts the others."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every such role once a process, at its first step that cannot be passed by."""
    nobody_else = irreplaceable(inspection.handbook)
    for subject, process in processes(inspection.handbook):
        if nobody_else.isdisjoint(doing(process)):
            continue
        for role, steps in _by_role(process).items():
            if role in nobody_else:
                details = {
                    "role": inspection.handbook.roles[role].name,
                    "process": process.name,
                    "steps": quoted((process.steps[index].name for index in steps), most=_SHOWN),
                }
                yield Fault(subject, ("steps", steps[0], "roles", 0), details)


def _by_role(process: Process) -> dict[RoleId, list[int]]:
    """The steps that cannot be passed by and that one role does, by that role."""
    found: dict[RoleId, list[int]] = {}
    for index in unavoidable_steps(process):
        role = alone(process.steps[index])
        if role is not None:
            found.setdefault(role, []).append(index)
    return found
