"""Assessments: an organisation held against the questions of a method, at a moment."""

import datetime as dt
from collections.abc import Iterable

from pydantic import Field

from generator.model.base import Entity, Line, Part, Text
from generator.model.identifiers import AreaId, AssessmentId, Lines, NoteId, QuestionId, Reference


class Grade(Part):
    """A value of a scale, or a phase of a growth model, and what it means."""

    value: int
    meaning: Line


class Question(Part):
    """One question or statement; ``score`` answers on the scale, ``applies`` with yes or no."""

    id: QuestionId
    text: Text
    score: int | None = None
    applies: bool | None = None
    lines: tuple[Lines, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether anything was filled in."""
        return self.score is not None or self.applies is not None


class Area(Part):
    """A part of an assessment: its questions, and the total that the text states for them."""

    id: AreaId
    name: Line
    explanation: Text | None = None
    phase: int | None = None
    questions: tuple[Question, ...] = ()
    stated: int | None = None
    touches: tuple[Reference, ...] = ()
    """What a low score is about: a bottleneck, a process, an indicator."""
    lines: tuple[Lines, ...] = ()
    notes: tuple[NoteId, ...] = ()

    @property
    def scores(self) -> tuple[int, ...]:
        """The scores that were given, in the order of the questions."""
        return tuple(item.score for item in self.questions if item.score is not None)

    @property
    def applying(self) -> tuple[bool, ...]:
        """For every statement of which it is known, whether it applies."""
        return tuple(item.applies for item in self.questions if item.applies is not None)

    @property
    def total(self) -> int:
        """What the scores make together."""
        return sum(self.scores)

    @property
    def is_filled_in(self) -> bool:
        """Whether any question has an answer, or a phase was chosen."""
        return self.phase is not None or any(item.is_answered for item in self.questions)

    def maximum(self, scale: tuple[Grade, ...]) -> int:
        """The highest total that the scored questions can make on a scale."""
        return len(self.scores) * max((grade.value for grade in scale), default=0)


class Slice(Part):
    """A named part of a whole."""

    name: Line
    percent: int = Field(ge=0, le=100)


class Share(Part):
    """How a whole, such as the culture of a company, divides over named parts."""

    of: Line
    slices: tuple[Slice, ...] = ()
    lines: tuple[Lines, ...] = ()


class Assessment(Entity):
    """A method filled in at one moment; ``id`` comes from the file's name."""

    id: AssessmentId
    name: Line
    method: Line | None = None
    about: Line | None = None
    date: dt.date | None = None
    explanation: Text | None = None
    scale: tuple[Grade, ...] = ()
    phases: tuple[Grade, ...] = ()
    areas: tuple[Area, ...] = ()
    shares: tuple[Share, ...] = ()

    @property
    def total(self) -> int:
        """What all scores make together."""
        return sum(area.total for area in self.areas)

    @property
    def maximum(self) -> int:
        """The highest total that all scored questions can make."""
        return sum(area.maximum(self.scale) for area in self.areas)


def predecessor(assessment: Assessment, others: Iterable[Assessment]) -> Assessment | None:
    """The latest earlier assessment with the same method of the same thing; None without one.

    Without a date an assessment counts as older than any with a date; two without a date are
    not in any order, so that neither precedes the other.
    """
    if assessment.method is None:
        return None
    found = [
        other
        for other in others
        if (other.method, other.about) == (assessment.method, assessment.about)
        and _day(other) < _day(assessment)
    ]
    return max(found, key=lambda other: (_day(other), other.id), default=None)


def _day(assessment: Assessment) -> dt.date:
    return assessment.date or dt.date.min
