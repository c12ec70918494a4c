"""The version of a process is not the newest one of its change log.

What it finds: a `document.version` for which the change log has no line, or that is not
the highest version in it.

Why it matters: a reader must be able to see what is new in the version at hand
(ISO 9001:2015, 7.5.3).

How to fix: add a line to `changes`, or correct the version.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D101"
NAME: Final = "version-differs"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every process whose version and change log differ."""
    for subject, process in processes(handbook):
        newest = max((change.version for change in process.changes), key=_order, default=None)
        if process.document.version != newest:
            details = {"version": str(process.document.version), "newest": newest or "-"}
            yield Fault(subject, ("document", "version"), details)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))
