"""Measuring and accounting: indicators, bottlenecks, and what became of the source."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from generator.model.base import Entity, Line, Part, Text
from generator.model.identifiers import (
    BottleneckId,
    KpiId,
    Lines,
    NoteId,
    ProcessId,
    Reference,
    RoleId,
    RuleCode,
    StepId,
    SystemId,
)
from generator.model.measurement import Band, Frequency


class KpiDirection(StrEnum):
    """Which way an indicator should go."""

    UP = "up"
    DOWN = "down"
    TARGET = "target"


class Kpi(Entity):
    """A performance indicator; ``process`` comes from the file's name."""

    id: KpiId
    process: ProcessId
    name: Line
    definition: Text | None = None
    unit: Line | None = None
    formula: Text | None = None
    direction: KpiDirection | None = None
    period: Line | None = None
    measured_in: SystemId | None = None
    owner: RoleId | None = None
    target: Line | None = None
    band: Band | None = None
    """The target as numbers, so that a measurement can be held against it."""
    frequency: Frequency | None = None
    """How long the period of a measurement is, where ``period`` says it in words."""

    @property
    def is_complete(self) -> bool:
        """Whether it has all that it needs before it can be measured."""
        return all(getattr(self, field) is not None for field in MEASURABLE)


MEASURABLE = (
    "definition",
    "unit",
    "formula",
    "direction",
    "period",
    "measured_in",
    "owner",
    "target",
)
"""The fields of an indicator that it needs before it can be measured."""


class BottleneckKind(StrEnum):
    """What a problem lies in."""

    PEOPLE = "people"
    PROCEDURE = "procedure"
    SYSTEM = "system"
    MEASUREMENT = "measurement"
    CAPACITY = "capacity"


class Priority(StrEnum):
    """How much something is needed, in the words of MoSCoW and in its order."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"
    WONT = "wont"


class BottleneckStatus(StrEnum):
    """How far a problem is."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    SOLVED = "solved"


class Bottleneck(Entity):
    """A problem that people reported about the work, and what is advised about it."""

    id: BottleneckId
    text: Text
    process: ProcessId
    steps: tuple[StepId, ...] = ()
    systems: tuple[SystemId, ...] = ()
    roles: tuple[RoleId, ...] = ()
    seen_by: tuple[RuleCode, ...] = ()
    """The rules that see in the structure of the process what people reported."""
    kind: BottleneckKind | None = None
    priority: Priority | None = None
    argument: Text | None = None
    """Why it has that priority, in a sentence."""
    recommendation: Text | None = None
    owner: RoleId | None = None
    due: date | None = None
    status: BottleneckStatus = BottleneckStatus.OPEN


class NoteKind(StrEnum):
    """What a contradiction in the source is, and thereby who may resolve it."""

    EDITORIAL = "editorial"
    DERIVABLE = "derivable"
    DECISION = "decision"


class Reading(Part):
    """One of the things the source says where it contradicts itself."""

    text: Text
    lines: tuple[Lines, ...] = ()


class SourceNote(Entity):
    """A contradiction or gap in the source, and how it was resolved, or that it is open.

    An editorial slip is fixed, a derivable one is fixed with the reason in
    ``resolution``; a decision shows its ``readings`` and is left to the organisation.
    """

    id: NoteId
    kind: NoteKind
    what: Text
    readings: tuple[Reading, ...] = ()
    resolution: Text | None = None
    touches: tuple[Reference, ...] = ()


class SourceRange(Part):
    """A stretch of the source and what it became, or why it was left out."""

    lines: Lines
    what: Line
    items: tuple[Reference, ...] = ()
    left_out: Line | None = None


class SourceMap(Entity):
    """An account of every line of the source document."""

    document: Line
    last_line: int = Field(ge=1)
    ranges: tuple[SourceRange, ...]
