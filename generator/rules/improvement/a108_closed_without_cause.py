"""A complaint or nonconformity that was closed without saying what was done or why it happened.

ISO 9001:2015, 10.2.1 a and b: it is corrected, and its cause is determined; 10.2.2: recorded.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import left_empty
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "A108"
NAME: Final = "closed-without-cause"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("10.2.1", "10.2.2")

_NEEDED: Final = ("correction", "cause")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every closed line without both; what is declared open is O201's."""
    for item in inspection.handbook.nonconformities.values():
        missing = left_empty(item, _NEEDED)
        if missing and item.closed:
            details = {"nonconformity": item.id, "fields": quoted(missing)}
            yield Fault(f"nonconformity:{item.id}", ("closed",), details)
