"""A process that does not say what it is for.

ISO 9001:2015, 6.2.1: objectives at the relevant functions, levels and processes.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "K201"
NAME: Final = "missing-goal"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("4.4.1", "6.2.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process without a goal; one that is declared open is O201's."""
    for subject, process in processes(inspection.handbook):
        if process.goal is None and not is_declared_open(process, "goal"):
            yield Fault(subject, ("goal",), {"process": process.name})
