"""The change log as a chain of versions: in order of time, and what is new in it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.control.policy import first_versions, next_versions, numbers
from generator.model.control import Change, ChangeKind, PolicyRule, VersionCase
from generator.model.identifiers import Version

_CASES = {
    ChangeKind.CONTENT: (VersionCase.CONTENT, VersionCase.SMALL),
    ChangeKind.LANGUAGE: (VersionCase.LANGUAGE,),
    ChangeKind.APPROVAL: (VersionCase.APPROVAL,),
}
"""What a line of each kind may be in the policy: only an approval brings what it may bring."""


def is_newest_first(log: Sequence[Change]) -> bool:
    """Whether the newest line stands on top, which is also the custom of a log of one line."""
    return len(log) < 2 or _moment(log[0]) >= _moment(log[-1])


def in_time(log: Sequence[Change]) -> tuple[Change, ...]:
    """The lines from the oldest to the newest, whichever of the two stands on top."""
    return tuple(reversed(log)) if is_newest_first(log) else tuple(log)


def newest(log: Sequence[Change]) -> Version | None:
    """The highest version in the log; None when there is no line."""
    return max((line.version for line in log), key=numbers, default=None)


def steps(log: Sequence[Change]) -> Iterator[tuple[Change, Change]]:
    """Every line with the one before it in time."""
    yield from pairwise(in_time(log))


def allowed(
    before: Version, line: Change, policy: Sequence[PolicyRule]
) -> tuple[Version, ...] | None:
    """The versions that a line of the log may bring after a version, the same one left out.

    Returns:
        None when the policy has no rule that could say so: then any higher one may follow.
    """
    cases = _CASES.get(line.kind, ())
    if not cases or not next_versions(before, policy, cases[0]):
        return None
    found = (version for case in cases for version in next_versions(before, policy, case))
    return tuple(version for version in dict.fromkeys(found) if version != before)


def skips(before: Version, line: Change, policy: Sequence[PolicyRule]) -> bool:
    """Whether a line brings a higher version than the policy lets follow."""
    following = allowed(before, line, policy)
    is_higher = numbers(line.version) > numbers(before)
    return is_higher and following is not None and line.version not in following


def begins_wrong(line: Change, policy: Sequence[PolicyRule]) -> bool:
    """Whether the oldest line begins with a version that the policy does not begin with."""
    first = first_versions(policy)
    return bool(first) and line.kind is ChangeKind.FIRST and line.version not in first


def declares(before: Sequence[Change], now: Sequence[Change]) -> tuple[Change, ...]:
    """The lines that are new in a log; one that was only worded otherwise is not.

    Args:
        before: the log as it was issued.
        now: the log at hand.
    """
    known = list(before)
    left = [line for line in now if not _taken(line, known)]
    slots = [_place(line) for line in known]
    new = []
    for line in left:
        if _place(line) in slots:
            slots.remove(_place(line))
        else:
            new.append(line)
    return tuple(new)


def _taken(line: Change, known: list[Change]) -> bool:
    """Takes an equal line out of what is known."""
    if line in known:
        known.remove(line)
        return True
    return False


def _place(line: Change) -> tuple[object, ...]:
    return line.version, line.date, line.kind


def _moment(line: Change) -> tuple[object, ...]:
    return line.date, numbers(line.version)
