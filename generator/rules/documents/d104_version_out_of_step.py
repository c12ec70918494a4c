"""A version goes back, or takes a step that the version policy does not know."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.control.issued import Issued
from generator.control.log import allowed, begins_wrong, in_time, skips, steps
from generator.control.policy import first_versions, next_versions, numbers
from generator.language import language
from generator.model.control import Change, PolicyRule, VersionCase
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
    words = language(inspection.language)
    for subject, process in processes(inspection.handbook):
        issued = inspection.issued.get(process.id)
        for step in (
            *_in_log(process, policy),
            *(_since(issued, process, policy) if issued else ()),
        ):
            details = {
                "version": step.version,
                "before": step.before or words.label("policy.start"),
                "following": ", ".join(step.following) or words.label("policy.higher"),
            }
            yield Fault(subject, step.path, details)


class _Step(NamedTuple):
    """A step that the policy does not know."""

    path: FieldPath
    version: Version
    before: str
    """The version before it; empty at the beginning."""
    following: tuple[Version, ...]
    """What would have been right; empty when any higher version would."""


def _in_log(process: Process, policy: Sequence[PolicyRule]) -> Iterator[_Step]:
    """The wrong steps from line to line, in the order of time."""
    oldest = in_time(process.changes)[:1]
    if oldest and begins_wrong(oldest[0], policy):
        path = _path(process, oldest[0])
        yield _Step(path, oldest[0].version, "", first_versions(policy))
    for before, line in steps(process.changes):
        if _is_wrong(before.version, line, policy):
            yield _step(_path(process, line), line, before.version, policy)


def _since(issued: Issued, process: Process, policy: Sequence[PolicyRule]) -> Iterator[_Step]:
    """The wrong step from what was issued, as far as the log does not tell it."""
    version, path = process.document.version, ("document", "version")
    if numbers(version) < numbers(issued.version):
        following = next_versions(issued.version, policy, VersionCase.CONTENT)
        yield _Step(path, version, issued.version, following)
    elif all(line.version != issued.version for line in process.changes):
        later = (line for line in in_time(process.changes) if _is_after(line, issued.version))
        first = next(later, None)
        if first and _is_wrong(issued.version, first, policy):
            yield _step(path, first, issued.version, policy)


def _is_wrong(before: Version, line: Change, policy: Sequence[PolicyRule]) -> bool:
    return numbers(line.version) < numbers(before) or skips(before, line, policy)


def _is_after(line: Change, version: Version) -> bool:
    return numbers(line.version) > numbers(version)


def _step(path: FieldPath, line: Change, before: Version, policy: Sequence[PolicyRule]) -> _Step:
    following = allowed(before, line, policy)
    same = (before,) if following == () else ()
    return _Step(path, line.version, before, following or same)


def _path(process: Process, line: Change) -> FieldPath:
    return "changes", process.changes.index(line), "version"
