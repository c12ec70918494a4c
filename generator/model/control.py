"""Document control: the record of a document, its change log, and the policies over both.

ISO 9001:2015, 7.5.2 and 7.5.3: documents are identified, reviewed and approved, their
changes are controlled, and what is obsolete is not used by mistake.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Entity, Line, Part, Text
from generator.model.identifiers import (
    CommitId,
    Fingerprint,
    GroupId,
    ImprovementId,
    Lines,
    NoteId,
    Reference,
    ReleaseId,
    ReviewId,
    RoleId,
    Version,
)

PolicyOrigin = Annotated[str, StringConstraints(pattern="^(source|derived|proposal|open)$")]


class Status(StrEnum):
    """The state of a controlled document (ISO 9001:2015, 7.5.2 and 7.5.3)."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    OBSOLETE = "obsolete"


class Risk(StrEnum):
    """How much goes wrong when a document is out of date: it sets how often it is reviewed."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Approval(Part):
    """Who approved a version, as a role, when, and what exactly.

    ``fingerprint`` is that of the meaning that was approved: when the content no longer has
    it, the approval is void.
    """

    by: RoleId
    date: date
    fingerprint: Fingerprint | None = None


class DocumentControl(Part):
    """The control record of a document."""

    version: Version
    status: Status = Status.DRAFT
    approved: Approval | None = None
    effective: date | None = None
    next_review: date | None = None
    risk: Risk | None = None


class ChangeKind(StrEnum):
    """What a change is: new, of the content, of the wording only, or no more than an approval."""

    FIRST = "first"
    CONTENT = "content"
    LANGUAGE = "language"
    APPROVAL = "approval"


class Change(Part):
    """One line of the change log."""

    version: Version
    date: date
    kind: ChangeKind
    what: Text
    improvement: ImprovementId | None = None
    """The improvement that caused it."""
    lines: tuple[Lines, ...] = ()
    notes: tuple[NoteId, ...] = ()


class VersionCase(StrEnum):
    """What may happen to a document, as a version policy tells it apart."""

    FIRST = "first"
    """It is written for the first time."""
    CONTENT = "content"
    """What is done, by whom, with what, or within which time changes."""
    SMALL = "small"
    """Its text changes, and the author says that the content does, a little."""
    LANGUAGE = "language"
    """Its text changes, and the author says that only the wording does."""
    APPROVAL = "approval"
    """It is approved."""


class Raise(StrEnum):
    """What a version policy does to a version: nothing, ``0.1`` to ``0.2``, or to ``1.0``."""

    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"


class PolicyRule(Part):
    """One rule of the version policy and whether the source gives it or we propose it.

    ``when`` and ``step`` are for people, ``case`` and ``raises`` say the same for the check.
    """

    when: Text
    step: Line
    case: VersionCase | None = None
    raises: Raise | None = None
    origin: PolicyOrigin = "source"
    lines: tuple[Lines, ...] = ()


class ApprovalRule(Part):
    """Which roles may approve the documents of some groups, of all groups without any named."""

    what: Line
    by: tuple[RoleId, ...] = Field(min_length=1)
    groups: tuple[GroupId, ...] = ()
    origin: PolicyOrigin = "source"
    lines: tuple[Lines, ...] = ()


class ReviewRule(Part):
    """After how many months a document of some risk is reviewed again."""

    risk: Risk
    months: int = Field(ge=1, le=120)
    origin: PolicyOrigin = "source"
    lines: tuple[Lines, ...] = ()


class Release(Entity):
    """A state of the whole handbook that stays readable under its own name."""

    id: ReleaseId
    name: Line
    commit: CommitId
    date: date
    tag: Line | None = None


class Review(Entity):
    """Somebody looked at a document and found that nothing had to change, and why.

    With ``target`` it confirms that what the document says of another thing still holds,
    now that the meaning of that thing is ``meaning``; without, it is a review of the whole
    document, and ``next_review`` is when the next one is due.
    """

    id: ReviewId
    subject: Reference
    target: Reference | None = None
    meaning: Fingerprint | None = None
    by: RoleId
    reason: Text
    next_review: date | None = None
    date: date
