"""Several ways lead into a step that itself decides: ways join and part at one place.

UML 2.5.1, 15.3: one symbol may be a merge node and a decision node at the same time.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.process import Process
from generator.rules.flow.in_force import processes_in_force
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.ways import reached_from_start, steps_behind

CODE: Final = "F115"
NAME: Final = "joining-decision"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step with a decision and more than one way into it."""
    for subject, process in processes_in_force(inspection.handbook):
        deciding = [index for index, step in enumerate(process.steps) if step.decision]
        ways_in = _ways_in(process) if deciding else Counter[int]()
        for index in deciding:
            if ways_in[index] > 1:
                details = {"step": process.steps[index].name, "count": str(ways_in[index])}
                yield Fault(subject, ("steps", index, "name"), details)


def _ways_in(process: Process) -> Counter[int]:
    """How many ways lead to each step: the start, and every way from another step."""
    behind = steps_behind(process)
    targets = [
        target
        for index in reached_from_start(process)
        for target in behind[index]
        if target != index
    ]
    return Counter([0, *targets])
