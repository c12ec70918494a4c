"""A version goes back, or takes a step that the version policy does not know."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.control.issued import Issued
from generator.control.log import allowed, begins_wrong, in_time, skips, steps
from generator.control.policy import first_versions, numbers
from generator.language import language
from generator.model.control import Change, PolicyRule
from generator.model.finding import FieldPath, Severity
from generator.model.identifiers import Version
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D104"
NAME: Final = "version-out-of-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every line of a change log, and every version, that does not follow on."""
    policy = inspection.handbook.organisation.version_policy
    for subject, process in processes(inspection.handbook):
        yield from _beginning(subject, process, policy, inspection.language)
        yield from _chain(subject, process, policy)
        if issued := inspection.issued.get(process.id):
            yield from _since_issued(subject, process, issued, policy)


def _beginning(
    subject: str, process: Process, policy: Sequence[PolicyRule], code: str
) -> Iterator[Fault]:
    """The oldest line, when the policy says with which version a document begins."""
    oldest = in_time(process.changes)[:1]
    if oldest and begins_wrong(oldest[0], policy):
        start = language(code).label("policy.start")
        following = first_versions(policy)
        yield _fault(subject, _place(process, oldest[0]), oldest[0].version, start, following)


def _chain(subject: str, process: Process, policy: Sequence[PolicyRule]) -> Iterator[Fault]:
    """The lines of the log, each after the one before it in time."""
    for before, line in steps(process.changes):
        is_back = numbers(line.version) < numbers(before.version)
        if is_back or skips(before.version, line, policy):
            following = allowed(before.version, line, policy) or ()
            place = _place(process, line)
            yield _fault(subject, place, line.version, before.version, following)


def _since_issued(
    subject: str, process: Process, issued: Issued, policy: Sequence[PolicyRule]
) -> Iterator[Fault]:
    """The version at hand after the one that was issued."""
    version, path = process.document.version, ("document", "version")
    if numbers(version) < numbers(issued.version):
        yield _fault(subject, path, version, issued.version, ())
        return
    later = [line for line in in_time(process.changes) if _is_after(line, issued.version)]
    if later and not any(line.version == issued.version for line in process.changes):
        first = later[0]  # the line of what was issued is gone, so the chain does not tell
        if skips(issued.version, first, policy):
            following = allowed(issued.version, first, policy) or ()
            yield _fault(subject, path, first.version, issued.version, following)


def _is_after(line: Change, version: Version) -> bool:
    return numbers(line.version) > numbers(version)


def _fault(
    subject: str,
    path: FieldPath,
    version: Version,
    before: str,
    following: Sequence[Version],
) -> Fault:
    details = {
        "version": version,
        "before": before,
        "following": ", ".join(following) or f"> {before}",
    }
    return Fault(subject, path, details)


def _place(process: Process, line: Change) -> FieldPath:
    return "changes", process.changes.index(line), "version"
