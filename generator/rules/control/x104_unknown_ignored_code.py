"""A comment names a code that is no rule, or a finding that cannot be suppressed."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.rules.control.comments import Trouble, fault, troubled
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X104"
NAME: Final = "unknown-ignored-code"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("9.1.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every comment with a code that it cannot suppress."""
    for ignore, codes in troubled(inspection, Trouble.UNKNOWN_CODE):
        guess = _nearest(codes[0], sorted(inspection.suppressible)) if len(codes) == 1 else {}
        yield fault(ignore, codes, **guess)


def _nearest(code: str, known: Sequence[str]) -> dict[str, str]:
    """The rule with a code like it; a code of another letter is about something else."""
    return nearest(code, tuple(other for other in known if other[0] == code[0]))
