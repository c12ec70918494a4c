"""What has become of a process that stands in a release: does it hold, or did something replace it.

What was never approved was never in force, so it cannot expire: it is a draft, or a draft
that was replaced (ISO 9001:2015, 7.5.3: obsolete documents are not used by mistake).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.history import History
from generator.model.control import Status
from generator.model.identifiers import Version
from generator.publish.facts import Facts, ProcessFacts


class Standing(StrEnum):
    """What a process of a release is worth today."""

    IN_FORCE = "in-force"
    """It was approved then, and is still the newest approved version."""
    EXPIRED = "expired"
    """It was approved then, and is replaced or withdrawn."""
    DRAFT = "draft"
    """It was not approved then, and nothing newer has been written."""
    REPLACED_DRAFT = "replaced-draft"
    """It was not approved then, and there is a later version."""


@dataclass(frozen=True, slots=True, order=True)
class KnownVersion:
    """A version of a process that exists, and whether it was approved."""

    number: tuple[int, ...]
    approved: bool


Known = Mapping[str, frozenset[KnownVersion]]
"""The versions of each process by its present identifier."""


def number(version: Version) -> tuple[int, ...]:
    """A version as numbers, so that 0.10 comes after 0.9."""
    return tuple(map(int, version.split(".")))


def known_versions(present: Facts, releases: Iterable[Facts], history: History) -> Known:
    """Every version that is known: of today, of the releases, and of the history in git."""
    names = present_names(history)
    found: dict[str, set[KnownVersion]] = {}
    for facts in (present, *releases):
        for identifier, process in facts.processes.items():
            name = names.get(identifier, identifier)
            known = KnownVersion(number(process.version), process.approved)
            found.setdefault(name, set()).add(known)
    for identifier, versions in history.versions.items():
        for issued in versions:
            approved = issued.status is Status.APPROVED
            found.setdefault(identifier, set()).add(KnownVersion(number(issued.version), approved))
    return {name: frozenset(versions) for name, versions in found.items()}


def present_names(history: History) -> dict[str, str]:
    """The present identifier of each process by the earlier ones that git knows of."""
    return dict(_renamings(history))


def _renamings(history: History) -> Iterator[tuple[str, str]]:
    for identifier, versions in sorted(history.versions.items()):
        for issued in versions:
            for change in issued.changes or ():
                kind, _, was = change.was.partition(":")
                if kind == "process" and "#" not in was and was != identifier:
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
    mine = number(then.version)
    withdrawn = now is None or now.status is Status.OBSOLETE
    if then.status is Status.OBSOLETE:
        once = then.approved or any(item.approved for item in known)
        return Standing.EXPIRED if once else Standing.REPLACED_DRAFT
    if then.approved:
        replaced = any(item.approved and item.number > mine for item in known)
        return Standing.EXPIRED if replaced or withdrawn else Standing.IN_FORCE
    newer = any(item.number > mine or (item.approved and item.number == mine) for item in known)
    obsolete = now is not None and now.status is Status.OBSOLETE
    return Standing.REPLACED_DRAFT if newer or obsolete else Standing.DRAFT
