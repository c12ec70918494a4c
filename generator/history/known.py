"""Which versions of a process are known, and which of them is in force.

ISO 9001:2015, 7.5.3.2: obsolete documents are not used by mistake. A version is in force from
its approval until a newer one is approved or the document becomes obsolete. What was never
approved was never in force.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from generator.control.approval import status_in_force
from generator.control.policy import numbers
from generator.history.history import Commit, History
from generator.model.control import Status
from generator.model.identifiers import Version
from generator.model.process import Process


class Standing(StrEnum):
    """What a version is worth to whoever holds it."""

    IN_FORCE = "in-force"
    REPLACED = "replaced"
    """It was in force, until a newer version was approved."""
    CONCEPT = "concept"
    """It is the newest and was not approved."""
    OLD_CONCEPT = "old-concept"
    """It was not approved, and a newer one is there."""
    WITHDRAWN = "withdrawn"
    """The document is obsolete, or was when it had this version."""
    UNKNOWN = "unknown"
    """Only the change log names it: whether it was approved is not known."""


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version of a process, as far as the files and git tell of it."""

    version: Version
    status: Status | None
    """None when only the change log names it."""
    day: date | None = None
    """That of its newest line in the change log, or else of its commit."""
    commit: Commit | None = None
    effective: date | None = None
    """The day it comes into force, of the version at hand only."""
    standing: Standing = Standing.UNKNOWN


def known_versions(process: Process, history: History) -> tuple[KnownVersion, ...]:
    """Every version of a process that the file, its change log or git names, the oldest first."""
    found = _logged(process) | _issued(process, history)
    document = process.document
    status = status_in_force(process)
    known = found.get(document.version, KnownVersion(document.version, status))
    found[document.version] = replace(known, status=status, effective=document.effective)
    in_order = sorted(found.values(), key=lambda item: numbers(item.version))
    return tuple(_standing(in_order))


def in_force(versions: Iterable[KnownVersion]) -> KnownVersion | None:
    """The version that is in force; None when none is, as far as is known."""
    return next((item for item in versions if item.standing is Standing.IN_FORCE), None)


def newest_concept(versions: Iterable[KnownVersion]) -> KnownVersion | None:
    """The newest version when it was not approved; None when it was, or is obsolete."""
    return next((item for item in versions if item.standing is Standing.CONCEPT), None)


def is_certain(versions: Iterable[KnownVersion]) -> bool:
    """Whether no version of unknown status may have been approved without our knowing it."""
    return all(item.standing is not Standing.UNKNOWN for item in versions)


def _logged(process: Process) -> dict[Version, KnownVersion]:
    """The versions of the change log, each with the day of its newest line."""
    found: dict[Version, KnownVersion] = {}
    for line in process.changes:
        known = found.get(line.version)
        if known is None or (known.day and known.day < line.date):
            found[line.version] = KnownVersion(line.version, None, line.date)
    return found


def _issued(process: Process, history: History) -> dict[Version, KnownVersion]:
    """The versions on the main line, on the day of the change log or else of the commit."""
    logged = _logged(process)
    found = {}
    for item in history.versions.get(process.id, ()):
        day = logged[item.version].day if item.version in logged else item.commit.date
        found[item.version] = KnownVersion(item.version, item.status, day, item.commit)
    return found


def _standing(versions: list[KnownVersion]) -> Iterable[KnownVersion]:
    """The versions, the oldest first, each with what it is worth now."""
    obsolete = [at for at, one in enumerate(versions) if one.status is Status.OBSOLETE]
    approved = [at for at, one in enumerate(versions) if one.status is Status.APPROVED]
    newest, force = len(versions) - 1, approved[-1] if approved else None
    if force is not None and obsolete and obsolete[-1] > force:
        force = None
    for at, item in enumerate(versions):
        past = _past(item.status, is_newest=at == newest, is_replaced=force is not None)
        yield replace(item, standing=Standing.IN_FORCE if at == force else past)


def _past(status: Status | None, *, is_newest: bool, is_replaced: bool) -> Standing:
    """What a version is worth that is not in force."""
    if status is None:
        return Standing.UNKNOWN
    if status is Status.OBSOLETE:
        return Standing.WITHDRAWN
    if status is Status.APPROVED:
        return Standing.REPLACED if is_replaced else Standing.WITHDRAWN
    return Standing.CONCEPT if is_newest else Standing.OLD_CONCEPT
