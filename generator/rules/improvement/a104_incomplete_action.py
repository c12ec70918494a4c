"""A corrective action of which nobody said who does it, or by which day.

ISO 9001:2015, 10.2.1 c: the action is carried out; what is nobody's is not.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import left_empty
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "A104"
NAME: Final = "incomplete-action"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("10.2.1",)

_NEEDED: Final = ("owner", "due")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every action still to do without both; what is declared open is O201's."""
    for action in inspection.handbook.actions.values():
        missing = left_empty(action, _NEEDED)
        if missing and action.done is None:
            details = {"action": action.id, "fields": quoted(missing)}
            yield Fault(f"action:{action.id}", ("text",), details)
