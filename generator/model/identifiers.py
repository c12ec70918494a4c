"""Identifiers: one type per kind of thing, so that a role never passes for a process.

An identifier is lower case ASCII words joined by hyphens. It is the stable name of a
thing: titles may be reworded, identifiers stay, because links and history hang on them.
"""

from typing import Annotated, NewType

from pydantic import StringConstraints, TypeAdapter, ValidationError

_SLUG = StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
_LINES = StringConstraints(pattern=r"^L[1-9][0-9]*(-[1-9][0-9]*)?$")
_REFERENCE = StringConstraints(pattern=r"^[a-z]+(:[a-z0-9]+(-[a-z0-9]+)*(#[A-Za-z0-9_.-]+)?)?$")
_VERSION = StringConstraints(pattern=r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$")

_COMMIT = StringConstraints(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")
_FINGERPRINT = StringConstraints(pattern=r"^[0-9a-f]{64}$")
_PERIOD = StringConstraints(
    pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-W[0-5][0-9])?$"
)

_ProcessId = NewType("_ProcessId", str)
ProcessId = Annotated[_ProcessId, _SLUG]
_StepId = NewType("_StepId", str)
StepId = Annotated[_StepId, _SLUG]
_RoleId = NewType("_RoleId", str)
RoleId = Annotated[_RoleId, _SLUG]
_SystemId = NewType("_SystemId", str)
SystemId = Annotated[_SystemId, _SLUG]
_DepartmentId = NewType("_DepartmentId", str)
DepartmentId = Annotated[_DepartmentId, _SLUG]
_CompanyId = NewType("_CompanyId", str)
CompanyId = Annotated[_CompanyId, _SLUG]
_GroupId = NewType("_GroupId", str)
GroupId = Annotated[_GroupId, _SLUG]
_KpiId = NewType("_KpiId", str)
KpiId = Annotated[_KpiId, _SLUG]
_BottleneckId = NewType("_BottleneckId", str)
BottleneckId = Annotated[_BottleneckId, _SLUG]
_DocumentId = NewType("_DocumentId", str)
DocumentId = Annotated[_DocumentId, _SLUG]
_NoteId = NewType("_NoteId", str)
NoteId = Annotated[_NoteId, _SLUG]
_TermId = NewType("_TermId", str)
TermId = Annotated[_TermId, _SLUG]
_ClassificationId = NewType("_ClassificationId", str)
ClassificationId = Annotated[_ClassificationId, _SLUG]
_ChapterId = NewType("_ChapterId", str)
ChapterId = Annotated[_ChapterId, _SLUG]

_ReleaseId = NewType("_ReleaseId", str)
ReleaseId = Annotated[_ReleaseId, _SLUG]
_ReviewId = NewType("_ReviewId", str)
ReviewId = Annotated[_ReviewId, _SLUG]
_AssessmentId = NewType("_AssessmentId", str)
AssessmentId = Annotated[_AssessmentId, _SLUG]
_AreaId = NewType("_AreaId", str)
AreaId = Annotated[_AreaId, _SLUG]
_QuestionId = NewType("_QuestionId", str)
QuestionId = Annotated[_QuestionId, _SLUG]
_StandardId = NewType("_StandardId", str)
StandardId = Annotated[_StandardId, _SLUG]
_CoverageId = NewType("_CoverageId", str)
CoverageId = Annotated[_CoverageId, _SLUG]
_AuditId = NewType("_AuditId", str)
AuditId = Annotated[_AuditId, _SLUG]
_AuditFindingId = NewType("_AuditFindingId", str)
AuditFindingId = Annotated[_AuditFindingId, _SLUG]
_NonconformityId = NewType("_NonconformityId", str)
NonconformityId = Annotated[_NonconformityId, _SLUG]
_ActionId = NewType("_ActionId", str)
ActionId = Annotated[_ActionId, _SLUG]
_ManagementReviewId = NewType("_ManagementReviewId", str)
ManagementReviewId = Annotated[_ManagementReviewId, _SLUG]
_ImprovementId = NewType("_ImprovementId", str)
ImprovementId = Annotated[_ImprovementId, _SLUG]
_RiskId = NewType("_RiskId", str)
RiskId = Annotated[_RiskId, _SLUG]
_PerspectiveId = NewType("_PerspectiveId", str)
PerspectiveId = Annotated[_PerspectiveId, _SLUG]
_ObjectiveId = NewType("_ObjectiveId", str)
ObjectiveId = Annotated[_ObjectiveId, _SLUG]
_FactorId = NewType("_FactorId", str)
FactorId = Annotated[_FactorId, _SLUG]

_Lines = NewType("_Lines", str)
Lines = Annotated[_Lines, _LINES]
"""A range of lines of the source document: ``L12`` or ``L12-40``."""

_Reference = NewType("_Reference", str)
Reference = Annotated[_Reference, _REFERENCE]
"""A pointer to anything in the handbook: ``process:incident-beheren#ticket-sluiten``."""

_Version = NewType("_Version", str)
Version = Annotated[_Version, _VERSION]
"""A document version as text, ``0.10`` and ``0.1`` being two versions."""

CommitId = Annotated[str, _COMMIT]
"""The name of a commit in git, all forty (or sixty-four) characters of it."""

Fingerprint = Annotated[str, _FINGERPRINT]
"""The SHA-256 of a meaning, in hexadecimal."""

Period = Annotated[str, _PERIOD]
"""A year ``2026``, a quarter ``2026-Q1``, a month ``2026-03``, a week ``2026-W09`` (ISO 8601)
or a day ``2026-03-14``."""

RuleCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{3}$")]
"""The code of a rule, such as ``F103``."""

FORMS = {
    str(constraints.pattern): name
    for name, constraints in {
        "identifier": _SLUG,
        "lines": _LINES,
        "reference": _REFERENCE,
        "version": _VERSION,
        "commit": _COMMIT,
        "fingerprint": _FINGERPRINT,
        "period": _PERIOD,
    }.items()
}
"""What each pattern of an identifier is called, for messages."""


def short(commit: str) -> str:
    """The beginning of a commit's name that readers are shown, everywhere as much of it."""
    return commit[:8]


def is_identifier(text: str) -> bool:
    """Whether a text may be the identifier of something."""
    try:
        TypeAdapter(ProcessId).validate_python(text)
    except ValidationError:
        return False
    return True
