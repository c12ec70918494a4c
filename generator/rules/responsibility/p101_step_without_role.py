"""A step that no role and no system does.

ISO 9001:2015, 5.3: responsibilities are assigned and understood.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Severity
from generator.model.process import Process, Step
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "P101"
NAME: Final = "step-without-role"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("4.4.1", "5.3", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step without anybody, unless the file declares that open."""
    for subject, process in processes(inspection.handbook):
        for index, step in enumerate(process.steps):
            if not step.performers and not step.performed_by and not _is_open(process, step):
                yield Fault(subject, ("steps", index), {"step": step.name})


def _is_open(process: Process, step: Step) -> bool:
    """Whether the file says that it is not known who does the step; another rule lists that."""
    return process.origin(f"steps.{step.id}.roles").origin is OriginKind.OPEN
