"""How strong something is as evidence that a clause is met: approved, draft, proposed, open.

ISO 9001:2015, 7.5.2 c and 7.5.3: only what was approved is in force. Nothing that is a draft, a
proposal or still open may pass for more than that.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from generator.control.approval import status_in_force
from generator.model.assessment import Assessment
from generator.model.audit import Audit, ManagementReview
from generator.model.base import Entity, OriginKind
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.model.measurement import Series
from generator.model.organisation import Chapter, RegisteredDocument
from generator.model.process import Process, Step
from generator.model.quality import MEASURABLE, Kpi
from generator.model.remembered import remembered
from generator.model.standard import Clause


class Strength(StrEnum):
    """What covers a clause, or the lack of it; the strongest first."""

    IN_FORCE = "in-force"
    """An approved document, that says what was approved."""
    STATED = "stated"
    """A fact of the handbook that no approval goes with, such as a document that exists."""
    DRAFT = "draft"
    """A controlled document that nobody approved as it stands."""
    PROPOSAL = "proposal"
    """Something that was suggested and not decided."""
    OPEN = "open"
    """It is named, and what counts about it is not established."""
    MISSING = "missing"
    """It is known not to be there."""
    EXCLUDED = "excluded"
    """The clause does not apply, with the reason."""
    NOTHING = "nothing"
    """Nobody has said anything."""


PRESENT = (Strength.IN_FORCE, Strength.STATED, Strength.DRAFT, Strength.PROPOSAL)
"""What covers something, the strongest first; everything else covers nothing."""

_ORDER = tuple(Strength)


def weakest(found: Iterable[Strength]) -> Strength:
    """The weakest of several; a chain holds no more than that."""
    return max(found, key=_ORDER.index)


def strength_of(reference: str, handbook: Handbook) -> Strength:
    """How strong the thing is that a reference points at; what is not there is missing."""
    found = handbook.find(reference)
    if isinstance(found, Step):
        process = handbook.find(reference.partition("#")[0])
        if isinstance(process, Process):
            return limited(_own(process), claimed(process, f"steps.{found.id}"))
    if isinstance(found, Clause):
        return Strength.STATED
    return _own(found)


def claimed(entity: Entity, *paths: str) -> Strength:
    """How strong the values at some paths are by their origins: a fact, a proposal or open."""
    return weakest(_OF_ORIGIN[entity.origin(path).origin] for path in paths or ("*",))


def limited(found: Strength, claim: Strength) -> Strength:
    """What a strength is worth when it rests on a claim: a fact leaves it as it is."""
    return found if claim is Strength.STATED else weakest((found, claim))


_OF_ORIGIN: Mapping[OriginKind, Strength] = {
    OriginKind.SOURCE: Strength.STATED,
    OriginKind.DERIVED: Strength.STATED,
    OriginKind.PROPOSAL: Strength.PROPOSAL,
    OriginKind.OPEN: Strength.OPEN,
}


def _own(entity: object) -> Strength:
    if not isinstance(entity, Entity):
        return Strength.MISSING
    judge = _JUDGES.get(type(entity))
    return judge(entity) if judge else claimed(entity)


@remembered
def _process(process: Process) -> Strength:
    """What is a proposal as a whole stays one, whoever approved it.

    Many clauses name one process, and telling whether it is as approved takes long.
    """
    status = status_in_force(process)
    if status is Status.OBSOLETE:
        return Strength.MISSING
    own = Strength.IN_FORCE if status is Status.APPROVED else Strength.DRAFT
    return limited(own, claimed(process))


def _document(document: RegisteredDocument) -> Strength:
    if document.exists is False or document.obsolete:
        return Strength.MISSING
    return Strength.OPEN if document.exists is None else claimed(document, "exists")


def _kpi(kpi: Kpi) -> Strength:
    """An indicator covers something when it can be measured."""
    if not kpi.is_complete:
        return Strength.OPEN
    return claimed(kpi, *MEASURABLE)


def _series(series: Series) -> Strength:
    return claimed(series) if series.values else Strength.MISSING


def _chapter(chapter: Chapter) -> Strength:
    """A chapter covers something when any of its subjects is given."""
    if chapter.topics and not any(topic.given for topic in chapter.topics):
        return Strength.MISSING
    return claimed(chapter, "topics")


def _assessment(assessment: Assessment) -> Strength:
    is_filled = any(area.is_filled_in for area in assessment.areas) or assessment.shares
    return claimed(assessment) if is_filled else Strength.OPEN


def _held(item: Audit | ManagementReview) -> Strength:
    """What was only planned proves nothing yet."""
    return claimed(item, "held") if item.held else Strength.OPEN


_JUDGES: Mapping[type, Callable[[Any], Strength]] = {
    Process: _process,
    RegisteredDocument: _document,
    Kpi: _kpi,
    Series: _series,
    Chapter: _chapter,
    Assessment: _assessment,
    Audit: _held,
    ManagementReview: _held,
}
