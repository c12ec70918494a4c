"""A comment suppresses nothing: the finding is gone, and the comment should go too."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.control.comments import Trouble, fault, troubled
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X101"
NAME: Final = "unused-ignore"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("9.1.3", "10.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every comment with a code that no longer suppresses anything."""
    for ignore, codes in troubled(inspection, Trouble.UNUSED):
        yield fault(ignore, codes)
