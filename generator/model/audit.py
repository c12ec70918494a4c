"""Audits and what comes of them: findings, nonconformities, corrective actions, reviews.

ISO 9001:2015, 9.2 (internal audit), 9.3 (management review), 10.2 (nonconformity and
corrective action).
"""

import datetime as dt
from enum import StrEnum

from generator.model.base import Entity, Line, Part, Text
from generator.model.identifiers import (
    ActionId,
    AuditFindingId,
    AuditId,
    DocumentId,
    ManagementReviewId,
    NonconformityId,
    Reference,
    RoleId,
)


class AuditKind(StrEnum):
    """Who audits: the organisation itself, or somebody from outside."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class Audit(Entity):
    """An audit of the programme: planned, or held when ``held`` has its day."""

    id: AuditId
    name: Line
    kind: AuditKind
    frequency: Line | None = None
    subjects: tuple[Reference, ...] = ()
    """What is audited: processes, departments, the whole organisation."""
    clauses: tuple[Reference, ...] = ()
    auditors: tuple[RoleId, ...] = ()
    planned: dt.date | None = None
    held: dt.date | None = None
    report: DocumentId | None = None
    conclusion: Text | None = None


class AuditGrade(StrEnum):
    """How much a finding of an audit matters."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"
    OPPORTUNITY = "opportunity"
    STRENGTH = "strength"

    @property
    def is_nonconformity(self) -> bool:
        """Whether a requirement is not met, so that a corrective action has to follow."""
        return self in (AuditGrade.MAJOR, AuditGrade.MINOR)


class AuditFinding(Entity):
    """What an audit found."""

    id: AuditFindingId
    audit: AuditId
    grade: AuditGrade
    text: Text
    touches: tuple[Reference, ...] = ()
    clauses: tuple[Reference, ...] = ()
    owner: RoleId | None = None
    due: dt.date | None = None
    closed: dt.date | None = None


class NonconformityKind(StrEnum):
    """Where it came to light: a customer, an incident, or the organisation's own work."""

    COMPLAINT = "complaint"
    INCIDENT = "incident"
    INTERNAL = "internal"


class Nonconformity(Entity):
    """Something that was not as it should be, a complaint among it; customers stay unnamed."""

    id: NonconformityId
    kind: NonconformityKind
    text: Text
    reported: dt.date | None = None
    touches: tuple[Reference, ...] = ()
    clauses: tuple[Reference, ...] = ()
    correction: Text | None = None
    """What was done at once about the thing itself."""
    cause: Text | None = None
    owner: RoleId | None = None
    closed: dt.date | None = None


class EffectCheck(Part):
    """Whether what was done helped: when that is looked at, by whom, and what was seen."""

    due: dt.date | None = None
    done: dt.date | None = None
    by: RoleId | None = None
    effective: bool | None = None
    result: Text | None = None


class Action(Entity):
    """A corrective action: against a cause, so that it does not happen again."""

    id: ActionId
    text: Text
    because: tuple[Reference, ...] = ()
    """What it answers: a finding of an audit, a nonconformity, a risk, a review."""
    cause: Text | None = None
    owner: RoleId | None = None
    due: dt.date | None = None
    done: dt.date | None = None
    effect: EffectCheck | None = None


class ReviewSubject(StrEnum):
    """What a management review has to look at, in the order of ISO 9001:2015, 9.3.2."""

    PREVIOUS = "previous"
    CHANGES = "changes"
    CUSTOMERS = "customers"
    OBJECTIVES = "objectives"
    PERFORMANCE = "performance"
    NONCONFORMITIES = "nonconformities"
    MEASUREMENTS = "measurements"
    AUDITS = "audits"
    SUPPLIERS = "suppliers"
    RESOURCES = "resources"
    RISKS = "risks"
    IMPROVEMENTS = "improvements"


class ReviewInput(Part):
    """Something that a management review looked at (ISO 9001:2015, 9.3.2)."""

    topic: Line
    subject: ReviewSubject | None = None
    """The subject of the standard that it is about; None for one of the organisation itself."""
    text: Text | None = None
    touches: tuple[Reference, ...] = ()


class ReviewDecision(Part):
    """Something that a management review decided (ISO 9001:2015, 9.3.3)."""

    text: Text
    actions: tuple[Reference, ...] = ()
    """The actions and improvements that carry it out."""


class ManagementReview(Entity):
    """A review of the quality management system by the top management."""

    id: ManagementReviewId
    name: Line
    held: dt.date | None = None
    participants: tuple[RoleId, ...] = ()
    inputs: tuple[ReviewInput, ...] = ()
    decisions: tuple[ReviewDecision, ...] = ()
