"""The day until which a comment suppresses a finding is past."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.control.comments import Trouble, fault, troubled
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X102"
NAME: Final = "expired-ignore"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("9.1.3", "10.2.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every comment whose day is past."""
    for ignore, codes in troubled(inspection, Trouble.EXPIRED):
        yield fault(ignore, codes, until=str(ignore.until))
