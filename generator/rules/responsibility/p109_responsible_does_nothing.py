"""A role is responsible for a process, but it neither does nor decides anything in its steps."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.roles import counting_as, deciding, doing
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "P109"
NAME: Final = "responsible-does-nothing"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every responsible role without a step; members and groups count as each other."""
    handbook = inspection.handbook
    same = counting_as(handbook)
    for subject, process in processes(handbook):
        active = doing(process) | deciding(process) if process.responsible else frozenset()
        for number, role in enumerate(process.responsible):
            if role in handbook.roles and active.isdisjoint(same[role]):
                details = {"role": handbook.roles[role].name, "process": process.name}
                yield Fault(subject, ("responsible", number), details)
