"""A process with more steps than fit a page.

Mendling, Reijers and Van der Aalst, "Seven process modeling guidelines (7PMG)" (2010), the
first and the last: as few elements as possible, and divide a model that is large.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.rules.flow.in_force import processes_in_force
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F114"
NAME: Final = "too-many-steps"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "7.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process with more steps than the option allows."""
    most = inspection.options.most_steps
    for subject, process in processes_in_force(inspection.handbook):
        if len(process.steps) > most:
            details = {"process": process.name, "count": str(len(process.steps))}
            yield Fault(subject, (Key("steps"),), details | {"most": str(most)})
