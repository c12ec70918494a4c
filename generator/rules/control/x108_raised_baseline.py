"""The baseline allows more than it did in the version compared with; it may only go down."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Position, Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X108"
NAME: Final = "raised-baseline"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("9.1.3", "10.3")

_FILE = "quality/baseline.json"


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every count that went up, and every rule that is no longer counted."""
    before, now = inspection.baseline_before, inspection.baseline or {}
    for code, counts in sorted((before or {}).items()):
        if code in inspection.codes and code not in now:
            yield _fault(code, "-", sum(counts.values()), "-")
            continue
        for subject, count in sorted(now.get(code, {}).items()):
            if count > counts.get(subject, 0):
                yield _fault(code, subject, counts.get(subject, 0), str(count))


def _fault(code: str, subject: str, before: int, count: str) -> Fault:
    details = {"rule": code, "subject": subject, "before": str(before), "count": count}
    return Fault(_FILE, details=details, position=Position(_FILE))
