"""Every step of a process is done by somebody outside the organisation.

Then it is the process of the other party, or the steps of the organisation are missing.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.identifiers import RoleId
from generator.model.process import Step
from generator.rules.inspection import Inspection
from generator.rules.roles import outsiders
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "P112"
NAME: Final = "customer-does-everything"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("4.4.1", "8.4.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process in which nobody of the organisation has anything to do."""
    outside = outsiders(inspection.handbook)
    for subject, process in processes(inspection.handbook):
        if all(_is_outside(step, outside) for step in process.steps):
            yield Fault(subject, ("name",), {"process": process.name})


def _is_outside(step: Step, outside: frozenset[RoleId]) -> bool:
    roles = step.performers
    return bool(roles) and not step.performed_by and outside.issuperset(roles)
