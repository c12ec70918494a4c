"""Improvements and risks: what may become better, what may go wrong, and what is done about it."""

import datetime as dt
from enum import StrEnum

from pydantic import Field

from generator.model.assessment import Grade
from generator.model.audit import EffectCheck
from generator.model.base import Entity, Line, Part, Text
from generator.model.identifiers import ImprovementId, Reference, RiskId, RoleId
from generator.model.organisation import Url


class ImprovementSource(StrEnum):
    """Where an improvement came from."""

    BOTTLENECK = "bottleneck"
    AUDIT = "audit"
    SUGGESTION = "suggestion"
    INCIDENT = "incident"
    COMPLAINT = "complaint"


class Improvement(Entity):
    """A line of the register of improvements; ``number`` and ``url`` lead to the system it is in.

    ISO 9001:2015, 10.1 and 10.3.
    """

    id: ImprovementId
    number: Line | None = None
    url: Url | None = None
    name: Line
    text: Text | None = None
    source: ImprovementSource | None = None
    because: tuple[Reference, ...] = ()
    """The bottleneck, finding, nonconformity or risk that it answers."""
    submitted: dt.date | None = None
    decision: Text | None = None
    accepted: bool | None = None
    """Whether the decision was yes; False for an improvement that will not be carried out."""
    decided: dt.date | None = None
    decided_by: RoleId | None = None
    action: Text | None = None
    owner: RoleId | None = None
    due: dt.date | None = None
    done: dt.date | None = None
    effect: EffectCheck | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a decision was recorded, or at least its day."""
        return bool(self.decision or self.decided) or self.accepted is not None


class RiskTreatment(StrEnum):
    """What is done with a risk (ISO 31000:2018, 6.5.2, in four words)."""

    ACCEPT = "accept"
    REDUCE = "reduce"
    AVOID = "avoid"
    TRANSFER = "transfer"


class Rating(Part):
    """A chance and an effect, each a value of the risk scale."""

    chance: int = Field(ge=0, le=100)
    effect: int = Field(ge=0, le=100)

    @property
    def level(self) -> int:
        """Chance times effect."""
        return self.chance * self.effect


class Risk(Entity):
    """Something that may go wrong (ISO 9001:2015, 6.1), with what is known of it."""

    id: RiskId
    name: Line
    cause: Text | None = None
    consequence: Text | None = None
    touches: tuple[Reference, ...] = ()
    """The processes, steps, systems, roles, bottlenecks and indicators it is about."""
    controls: Text | None = None
    """What already holds it back."""
    rating: Rating | None = None
    rated_by: RoleId | None = None
    rated_on: dt.date | None = None
    treatment: RiskTreatment | None = None
    measure: Text | None = None
    after: Rating | None = None
    """The rating that is expected when the measure has been taken."""
    owner: RoleId | None = None
    due: dt.date | None = None


class RiskBand(Part):
    """What a level of at least ``least`` is called, and what has to be done about it."""

    name: Line
    least: int = Field(ge=0)
    meaning: Text | None = None


class RiskScale(Entity):
    """The values of chance and effect; the level of a risk is the one times the other."""

    name: Line
    chance: tuple[Grade, ...] = Field(min_length=1)
    effect: tuple[Grade, ...] = Field(min_length=1)
    bands: tuple[RiskBand, ...] = ()
