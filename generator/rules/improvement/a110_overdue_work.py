"""The day on which something had to be done has passed: an audit, a finding, an action.

ISO 9001:2015, 9.2.2 e: without undue delay. A build has no day, and sees nothing.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.follow_up import Work, left_to_do
from generator.model.finding import FieldPath, Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A110"
NAME: Final = "overdue-work"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("9.2.2", "10.2.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields everything left to do of which the day lies before the day of the check."""
    today = inspection.today
    for work in left_to_do(inspection.handbook) if today else ():
        if today and work.due and work.due < today:
            kind, _, line = work.reference.partition(":")
            details = {"kind": kind, "line": line, "date": work.due.isoformat()}
            yield Fault(work.reference, _place(work), details)


def _place(work: Work) -> FieldPath:
    """Where the file says the day."""
    if work.reference.startswith("audit:"):
        return ("planned",)
    return ("effect", "due") if work.is_check else ("due",)
