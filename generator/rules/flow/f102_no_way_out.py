"""An answer of a decision leads nowhere."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "F102"
NAME: Final = "no-way-out"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every answer that leads nowhere, and every decision without answers."""
    for subject, process in processes(inspection.handbook):
        for index, step in enumerate(process.steps):
            if step.decision is None:
                continue
            path = ("steps", index, "decision", "outcomes")
            if not step.decision.outcomes:
                yield Fault(subject, (*path[:-1], Key("outcomes")), {"name": step.name})
            for number, outcome in enumerate(step.decision.outcomes):
                if not outcome.next and not outcome.end:
                    yield Fault(subject, (*path, number), {"name": outcome.answer})
