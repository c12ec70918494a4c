"""What is known of the past of a handbook; never who, only when and what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.control.issued import Issued
from generator.control.separation import ApprovalInHistory
from generator.control.suspect import Suspect
from generator.diff.change import Change
from generator.model.control import Status
from generator.model.identifiers import CommitId, RoleId, Version


class HistoryState(StrEnum):
    """How much of the past there is to read."""

    WHOLE = "whole"
    SHALLOW = "shallow"
    """Only the newest commits are here, as in a shallow clone."""
    NONE = "none"
    """There is no git, no repository, or no commit: a ZIP, for instance."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, without its author: names of people are not published."""

    sha: CommitId
    date: date
    """The day it was committed, in UTC."""


@dataclass(frozen=True, slots=True)
class IssuedVersion:
    """A version of a process and the commit on the main line that brought it."""

    version: Version
    status: Status
    """The one it had last, before the next version."""
    commit: Commit
    """What brought it; in a shallow clone, for the oldest, the oldest commit that is here."""
    changes: tuple[Change, ...] | None = ()
    """What it changed since the version before it; None when that cannot be known."""
    authors: tuple[RoleId, ...] = ()
    """The roles of those who wrote it, as far as the settings say who has which role; of a
    version in which nothing was written, an approval, those of the one before."""


@dataclass(frozen=True)
class History:
    """The past of a handbook, seen from the files at hand.

    ``versions`` are those of each process of the handbook at hand, by identifier, the oldest
    first, also from when it was called otherwise; one that the main line left and came back to
    is there twice. ``issued`` says how the file at hand differs from what was issued, and
    ``suspects`` are the links of the files at hand that have to be confirmed.
    """

    state: HistoryState = HistoryState.NONE
    head: Commit | None = None
    """The commit of the files at hand, which ``is_changed`` when they differ from it."""
    is_changed: bool = False
    versions: Mapping[str, tuple[IssuedVersion, ...]] = field(default_factory=dict)
    issued: Mapping[str, Issued] = field(default_factory=dict)
    suspects: tuple[Suspect, ...] = ()
    approvals: Mapping[str, ApprovalInHistory] = field(default_factory=dict)
    """Whether who approved each approved process also wrote it, by identifier, where git tells
    (``generator.history.evidence.approvals``)."""
