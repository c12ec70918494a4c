"""A comment that is to suppress a finding does not say why; it suppresses nothing until it does."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.control.comments import Trouble, fault, troubled
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X103"
NAME: Final = "ignore-without-reason"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("7.5.3", "10.2.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every comment without a reason."""
    for ignore, codes in troubled(inspection, Trouble.NO_REASON):
        yield fault(ignore, codes)
