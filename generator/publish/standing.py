"""What has become of a process that stands in a release: does it hold, or did something replace it.

What was never approved was never in force, so it cannot expire: it is a draft, or a draft
that was replaced (ISO 9001:2015, 7.5.3: obsolete documents are not used by mistake).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.control.policy import numbers
from generator.history import History
from generator.history.known import Standing
from generator.model.control import Status
from generator.publish.facts import Facts, ProcessFacts


@dataclass(frozen=True, slots=True, order=True)
class KnownVersion:
    """A version of a process that exists, and whether it was approved."""

    number: tuple[int, ...]
    approved: bool


Known = Mapping[str, frozenset[KnownVersion]]
"""The versions of each process by its present identifier."""


def known_versions(present: Facts, releases: Iterable[Facts], history: History) -> Known:
    """Every version that is known: of today, of the releases, and of the history in git."""
    names = present_names(history)
    found: dict[str, set[KnownVersion]] = {}
    for facts in (present, *releases):
        for identifier, process in facts.processes.items():
            name = identifier if facts is present else names.get(identifier, identifier)
            known = KnownVersion(numbers(process.version), process.approved)
            found.setdefault(name, set()).add(known)
    for identifier, versions in history.versions.items():
        for issued in versions:
            approved = issued.status is Status.APPROVED
            found.setdefault(identifier, set()).add(KnownVersion(numbers(issued.version), approved))
    return {name: frozenset(versions) for name, versions in found.items()}


def present_names(history: History) -> dict[str, str]:
    """The present identifier of each process by the earlier ones that git knows of."""
    return dict(_renamings(history))


def _renamings(history: History) -> Iterator[tuple[str, str]]:
    for identifier, versions in sorted(history.versions.items()):
        for issued in versions:
            for change in issued.changes or ():
                kind, _, was = change.was.partition(":")
                if kind == "process" and "#" not in was and was not in history.versions:
                    yield was, identifier


def standing(
    then: ProcessFacts, now: ProcessFacts | None, known: Iterable[KnownVersion]
) -> Standing:
    """What a process of a release is worth today.

    Args:
        then: the process in the release.
        now: the same process in the handbook of today; None when it is gone.
        known: every version of it that is known.
    """
    mine = numbers(then.version)
    withdrawn = now is None or now.status is Status.OBSOLETE
    if then.status is Status.OBSOLETE:
        once = then.approved or any(item.approved for item in known)
        return Standing.WITHDRAWN if once else Standing.OLD_CONCEPT
    if then.approved:
        replaced = any(item.approved and item.number > mine for item in known)
        if withdrawn:
            return Standing.WITHDRAWN
        return Standing.REPLACED if replaced else Standing.IN_FORCE
    newer = any(item.number > mine or (item.approved and item.number == mine) for item in known)
    obsolete = now is not None and now.status is Status.OBSOLETE
    return Standing.OLD_CONCEPT if newer or obsolete else Standing.CONCEPT
