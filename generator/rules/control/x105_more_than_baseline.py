"""A rule sees more of something than the baseline allows; an error speaks for itself."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.model.finding import Finding, Severity
from generator.rules.counts import about
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X105"
NAME: Final = "more-than-baseline"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("9.1.3", "10.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every rule and subject with more findings than before, at the last of them."""
    baseline = inspection.baseline
    if baseline is None:
        return
    counted: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], Finding] = {}
    for finding in inspection.found:
        if finding.severity is Severity.WARNING and finding.code in baseline:
            key = finding.code, about(finding)
            counted[key] += 1
            last[key] = finding
    for (code, subject), count in sorted(counted.items()):
        allowed = baseline[code].get(subject, 0)
        if count > allowed:
            details = {"rule": code, "count": str(count), "allowed": str(allowed)}
            yield Fault(subject, details=details, position=last[code, subject].position)
