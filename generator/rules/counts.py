"""How many findings there are by rule and by what they are about: the ratchet of the check."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from generator.model.finding import Finding, Severity
from generator.rules.inspection import Counts


def about(finding: Finding) -> str:
    """The process, register or file that a finding counts for."""
    return finding.subject.partition("#")[0] or finding.position.file


def counts_of(findings: Iterable[Finding], codes: Collection[str]) -> Counts:
    """The warnings by rule; each of the codes is there, if only with nothing.

    An error is told as itself: it cannot be let be, so there is nothing to count.
    """
    counted = Counter(
        (finding.code, about(finding))
        for finding in findings
        if finding.severity is Severity.WARNING and finding.code in codes
    )
    found: dict[str, dict[str, int]] = {code: {} for code in sorted(codes)}
    for (code, subject), count in sorted(counted.items()):
        found[code][subject] = count
    return found


def lowered(baseline: Counts | None, counts: Counts) -> Counts:
    """The baseline after a check: never higher than it was, lower where there is less.

    A rule that the baseline does not know yet (it is new, or there is no baseline) comes in
    with what it sees now.
    """
    return {
        code: now if baseline is None or code not in baseline else _lower(baseline[code], now)
        for code, now in counts.items()
    }


def _lower(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    return {
        subject: min(count, before.get(subject, 0))
        for subject, count in now.items()
        if before.get(subject, 0)
    }
