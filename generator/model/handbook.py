"""The handbook: everything that was read, resolved, with the reverse questions answered once."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any, TypeVar

from generator.model.assessment import Assessment
from generator.model.audit import Action, Audit, AuditFinding, ManagementReview, Nonconformity
from generator.model.base import Entity
from generator.model.control import Release, Review
from generator.model.identifiers import (
    ActionId,
    AssessmentId,
    AuditFindingId,
    AuditId,
    BottleneckId,
    ChapterId,
    ClassificationId,
    CompanyId,
    CoverageId,
    DepartmentId,
    DocumentId,
    GroupId,
    ImprovementId,
    KpiId,
    ManagementReviewId,
    NonconformityId,
    NoteId,
    ProcessId,
    ReleaseId,
    ReviewId,
    RiskId,
    RoleId,
    StandardId,
    SystemId,
    TermId,
)
from generator.model.improvement import Improvement, Risk, RiskScale
from generator.model.measurement import Series
from generator.model.organisation import (
    Chapter,
    Classification,
    Company,
    Department,
    Group,
    Matrix,
    Organisation,
    RegisteredDocument,
    Role,
    System,
    Term,
)
from generator.model.process import Process, Step
from generator.model.quality import Bottleneck, Kpi, SourceMap, SourceNote
from generator.model.scorecard import Scorecard
from generator.model.standard import Clause, Coverage, Standard

_LONGEST_SLUG = 80


@lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """The identifier form of a name: ``Back-up [niet]`` becomes ``back-up-niet``.

    It is short enough for a file name. Empty only when the text has no letter or digit.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > _LONGEST_SLUG:
        return f"{words[: _LONGEST_SLUG - 9].strip('-')}-{_digest(text)}"
    return words or (_digest(text) if any(map(str.isalnum, text)) else "")


def _digest(text: str) -> str:
    """Eight characters that differ where the letters of a text do."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


Key = TypeVar("Key", bound=str)


@dataclass(frozen=True)
class Handbook:
    """All entities by identifier, in the order of their files, and where each was written.

    ``files`` gives, for a reference such as ``role:klant``, the file that holds it,
    relative to the repository. ``unread`` names what could not be read, as references
    (``process:x``) or whole kinds (``role``): pointing at it is not a fault of its own.
    """

    organisation: Organisation
    groups: Mapping[GroupId, Group]
    companies: Mapping[CompanyId, Company]
    departments: Mapping[DepartmentId, Department]
    roles: Mapping[RoleId, Role]
    systems: Mapping[SystemId, System]
    processes: Mapping[ProcessId, Process]
    kpis: Mapping[KpiId, Kpi]
    bottlenecks: Mapping[BottleneckId, Bottleneck]
    documents: Mapping[DocumentId, RegisteredDocument]
    terms: Mapping[TermId, Term]
    classifications: Mapping[ClassificationId, Classification]
    chapters: Mapping[ChapterId, Chapter]
    notes: Mapping[NoteId, SourceNote]
    releases: Mapping[ReleaseId, Release] = field(default_factory=dict)
    reviews: Mapping[ReviewId, Review] = field(default_factory=dict)
    assessments: Mapping[AssessmentId, Assessment] = field(default_factory=dict)
    standards: Mapping[StandardId, Standard] = field(default_factory=dict)
    coverages: Mapping[CoverageId, Coverage] = field(default_factory=dict)
    audits: Mapping[AuditId, Audit] = field(default_factory=dict)
    audit_findings: Mapping[AuditFindingId, AuditFinding] = field(default_factory=dict)
    nonconformities: Mapping[NonconformityId, Nonconformity] = field(default_factory=dict)
    actions: Mapping[ActionId, Action] = field(default_factory=dict)
    management_reviews: Mapping[ManagementReviewId, ManagementReview] = field(default_factory=dict)
    improvements: Mapping[ImprovementId, Improvement] = field(default_factory=dict)
    risks: Mapping[RiskId, Risk] = field(default_factory=dict)
    measurements: Mapping[KpiId, Series] = field(default_factory=dict)
    risk_scale: RiskScale | None = None
    scorecard: Scorecard | None = None
    matrix: Matrix | None = None
    source_map: SourceMap | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    @cached_property
    def entities(self) -> Mapping[str, Mapping[Any, Entity]]:
        """Every entity by kind, as references name it, and identifier."""
        return MappingProxyType(
            {
                "group": self.groups,
                "company": self.companies,
                "department": self.departments,
                "role": self.roles,
                "system": self.systems,
                "process": self.processes,
                "kpi": self.kpis,
                "bottleneck": self.bottlenecks,
                "document": self.documents,
                "term": self.terms,
                "classification": self.classifications,
                "chapter": self.chapters,
                "note": self.notes,
                "release": self.releases,
                "review": self.reviews,
                "assessment": self.assessments,
                "standard": self.standards,
                "coverage": self.coverages,
                "audit": self.audits,
                "auditfinding": self.audit_findings,
                "nonconformity": self.nonconformities,
                "action": self.actions,
                "managementreview": self.management_reviews,
                "improvement": self.improvements,
                "risk": self.risks,
                "measurement": self.measurements,
            }
        )

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind that a reference may begin with."""
        return (*self.entities, *self._single)

    def find(self, reference: str) -> Entity | Step | Clause | None:
        """What a reference points at, or None.

        ``process:x#y`` finds a step and ``standard:x#4.1`` a clause; ``organisation``,
        ``matrix``, ``riskscale``, ``scorecard`` and ``sourcemap`` are references by themselves.
        """
        kind, _, rest = reference.partition(":")
        if not rest:
            return self._single.get(kind)
        identifier, _, fragment = rest.partition("#")
        found = self.entities.get(kind, {}).get(identifier)
        if fragment and isinstance(found, Process):
            return next((step for step in found.steps if step.id == fragment), None)
        if fragment and isinstance(found, Standard):
            return found.clause(fragment)
        return found

    @property
    def _single(self) -> Mapping[str, Entity | None]:
        """What there is one of, by the reference to it."""
        return {
            "organisation": self.organisation,
            "matrix": self.matrix,
            "riskscale": self.risk_scale,
            "scorecard": self.scorecard,
            "sourcemap": self.source_map,
        }

    @cached_property
    def steps_by_role(self) -> Mapping[RoleId, tuple[tuple[Process, Step], ...]]:
        """The steps each role does, in order of process and step."""
        return self._steps_by(lambda step: step.performers)

    @cached_property
    def steps_by_system(self) -> Mapping[SystemId, tuple[tuple[Process, Step], ...]]:
        """The steps each system is used in or performs."""
        return self._steps_by(lambda step: tuple(dict.fromkeys(step.uses + step.performed_by)))

    @cached_property
    def notes_by_reference(self) -> Mapping[str, tuple[SourceNote, ...]]:
        """The source notes that touch each thing; a note on a step also touches its process."""
        found: dict[str, dict[str, SourceNote]] = {}
        for note in self.notes.values():
            for reference in note.touches:
                found.setdefault(reference, {})[note.id] = note
                found.setdefault(reference.partition("#")[0], {})[note.id] = note
        return {key: tuple(value.values()) for key, value in found.items()}

    def kpis_of(self, process: ProcessId) -> tuple[Kpi, ...]:
        """The indicators of one process, in the order of the file."""
        return tuple(kpi for kpi in self.kpis.values() if kpi.process == process)

    def bottlenecks_of(self, process: ProcessId) -> tuple[Bottleneck, ...]:
        """The reported problems of one process, in the order of the file."""
        return tuple(item for item in self.bottlenecks.values() if item.process == process)

    def processes_of(self, group: GroupId) -> tuple[Process, ...]:
        """The processes filed under one group of the value chain, by identifier."""
        return tuple(item for item in self.processes.values() if item.group == group)

    def _steps_by(
        self, keys: Callable[[Step], tuple[Key, ...]]
    ) -> dict[Key, tuple[tuple[Process, Step], ...]]:
        found: dict[Key, list[tuple[Process, Step]]] = {}
        for process in self.processes.values():
            for step in process.steps:
                for key in keys(step):
                    found.setdefault(key, []).append((process, step))
        return {key: tuple(value) for key, value in found.items()}
