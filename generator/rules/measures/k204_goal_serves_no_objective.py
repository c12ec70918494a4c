"""The goal of a process serves no objective of the scorecard.

ISO 9001:2015, 6.2.1: there are objectives at the processes, and they are consistent with the
policy of the organisation.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.served import unserved
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K204"
NAME: Final = "goal-serves-no-objective"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("5.2.1", "6.2.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every goal that no objective names the process of, where there is a scorecard."""
    for process in unserved(inspection.handbook).goals:
        details = {"process": process.name, "goal": str(process.goal)}
        yield Fault(f"process:{process.id}", ("goal",), details)
