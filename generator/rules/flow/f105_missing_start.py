"""Nothing says what starts a process.

ISO 9001:2015, 4.4.1 a: the inputs of a process are determined.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.model.process import Direction, InterfaceKind, Process
from generator.rules.flow.in_force import processes_in_force
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F105"
NAME: Final = "missing-start"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")

_STARTING = frozenset({InterfaceKind.TRIGGERS, InterfaceKind.ESCALATES})
"""What another process may do to this one to set it going."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process without a trigger and without anything that comes in."""
    started = _started_by_others(inspection.handbook)
    for subject, process in processes_in_force(inspection.handbook):
        if not process.triggers and process.id not in started and not _gets_something(process):
            yield Fault(subject, ("triggers",), {"process": process.name})


def _started_by_others(handbook: Handbook) -> set[str]:
    return {
        interface.process
        for _, process in processes_in_force(handbook)
        for interface in process.interfaces
        if interface.process
        and interface.direction is Direction.OUT
        and interface.kind in _STARTING
    }


def _gets_something(process: Process) -> bool:
    """Whether something comes in, or the file says that the triggers are not known yet."""
    if any(interface.direction is Direction.IN for interface in process.interfaces):
        return True
    return process.origin("triggers").origin is OriginKind.OPEN
