"""A comment looks meant to suppress a finding but is not written as one; it suppresses nothing."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.control.comments import Trouble, fault, troubled
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X107"
NAME: Final = "unreadable-ignore"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("7.5.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every comment that cannot be read."""
    for ignore, codes in troubled(inspection, Trouble.UNREADABLE):
        yield fault(ignore, codes)
