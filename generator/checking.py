"""One run of the check: what was asked for, compared with what, and what came out of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from generator.examination import Examined, examine
from generator.load.git import common_ancestor, version
from generator.model.finding import Finding, Severity
from generator.model.ignore import Ignore
from generator.model.settings import FailOn
from generator.reports.outcome import Outcome, Suppression

_ALWAYS = ("S", "X")
"""Files that cannot be read, and suppressions and counts that are wrong."""


@dataclass(frozen=True)
class Request:
    """What a run was asked for.

    ``paths`` are files and folders relative to the repository, all of it when empty.
    ``select`` and ``ignore`` are codes or beginnings of codes. ``base`` is a commit:
    only what is not in it counts.
    """

    paths: tuple[PurePosixPath, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    base: str | None = None
    today: date | None = None


def run(root: Path, request: Request) -> tuple[Examined, Outcome]:
    """Checks the repository at ``root``.

    Returns:
        What was examined, and what the run has to tell of it.

    Raises:
        NoVersionError: when git does not have ``request.base``.
    """
    earlier = _examined_at(root, request.base, request.today) if request.base else None
    before = earlier.baseline if earlier else None
    examined = examine(root, today=request.today, baseline_before=before, base=request.base)
    found, known = brought(examined.findings, earlier.findings if earlier else ())
    outcome = Outcome(
        findings=_asked_for(found, request),
        known=_asked_for(known, request),
        suppressed=tuple(
            (finding, _suppression(ignore))
            for finding, ignore in examined.suppressed
            if _is_asked_for(finding, request)
        ),
        base=request.base,
    )
    return examined, outcome


def fails(findings: Iterable[Finding], fail_on: FailOn) -> bool:
    """Whether there is a finding at or above a severity."""
    counting = {Severity.ERROR}
    if fail_on is FailOn.WARNING:
        counting.add(Severity.WARNING)
    return any(finding.severity in counting for finding in findings)


def brought(
    findings: Sequence[Finding], earlier: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Splits findings into those a change brings and those that were there before.

    A finding was there before when one with the same code and subject was whose details are
    the same or were worse; where there are more than before, the last ones are new. What
    is wrong with a file or with the checking itself always counts: it hides other things.
    """
    left: dict[tuple[str, str], list[Finding]] = {}
    for finding in earlier:
        left.setdefault(finding.identity[:2], []).append(finding)
    known: dict[int, Finding] = {}
    for is_same in (_is_equal, _is_no_worse):  # equal ones first, so that each finds its own
        for number, finding in enumerate(findings):
            if number in known or finding.code.startswith(_ALWAYS):
                continue
            before = left.get(finding.identity[:2], [])
            match = next((item for item in before if is_same(finding, item)), None)
            if match is not None:
                before.remove(match)
                known[number] = finding
    new = (finding for number, finding in enumerate(findings) if number not in known)
    return tuple(new), tuple(known[number] for number in sorted(known))


def _is_equal(now: Finding, before: Finding) -> bool:
    return now.details == before.details


def _is_no_worse(now: Finding, before: Finding) -> bool:
    """Whether every number is no higher and every list holds nothing new."""
    return now.details.keys() == before.details.keys() and all(
        _is_no_more(value, before.details[key]) for key, value in now.details.items()
    )


def _is_no_more(now: str, before: str) -> bool:
    if now.isdecimal() and before.isdecimal():
        return int(now) <= int(before)
    return set(now.split(", ")) <= set(before.split(", "))


def _examined_at(root: Path, reference: str, today: date | None) -> Examined:
    with version(root, common_ancestor(root, reference)) as folder:
        return examine(folder, today=today)


def _asked_for(findings: Iterable[Finding], request: Request) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if _is_asked_for(finding, request))


def _is_asked_for(finding: Finding, request: Request) -> bool:
    if request.select and not _matches(finding.code, request.select):
        return False
    if _matches(finding.code, request.ignore):
        return False
    place = PurePosixPath(finding.position.file)
    return not request.paths or any(place.is_relative_to(path) for path in request.paths)


def _matches(code: str, beginnings: Collection[str]) -> bool:
    return any(code.startswith(beginning) for beginning in beginnings)


def _suppression(ignore: Ignore) -> Suppression:
    return Suppression(ignore.reason, ignore.until.isoformat() if ignore.until else None)
