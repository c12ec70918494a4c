"""What one process hands over has another name or state at the other process."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import slug
from generator.model.process import ObjectState
from generator.rules.inspection import Inspection
from generator.rules.objects.boundary import slug_of
from generator.rules.objects.handovers import handovers
from generator.rules.rule import Fault, Group

CODE: Final = "B107"
NAME: Final = "interface-names-differ"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1", "8.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every handover whose ends name it differently, at the end that gets it."""
    for giving, taking in handovers(inspection.handbook):
        if giving and taking and _differ(giving.interface.object, taking.interface.object):
            details = {
                "taken": str(taking.interface.object),
                "given": str(giving.interface.object),
                "name": giving.process.name,
            }
            path = ("interfaces", taking.index, "object")
            yield Fault(f"process:{taking.process.id}", path, details)


def _differ(given: ObjectState, taken: ObjectState) -> bool:
    if slug(given.object) != slug(taken.object):
        return True
    states = slug_of(given.state), slug_of(taken.state)
    return None not in states and states[0] != states[1]
