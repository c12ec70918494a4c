"""The balanced scorecard: goals by perspective, what they need to succeed, and its indicators.

Kaplan and Norton, "The Balanced Scorecard" (1992) and "Strategy Maps" (2004).
"""

from generator.model.base import Entity, Line, Part, Text
from generator.model.identifiers import FactorId, KpiId, ObjectiveId, PerspectiveId, ProcessId


class Factor(Part):
    """A critical success factor of an objective, and the indicators that show it."""

    id: FactorId
    name: Line
    kpis: tuple[KpiId, ...] = ()
    target: Line | None = None


class Objective(Part):
    """A goal of the organisation; ``supports`` are the objectives it helps to reach."""

    id: ObjectiveId
    name: Line
    explanation: Text | None = None
    supports: tuple[ObjectiveId, ...] = ()
    processes: tuple[ProcessId, ...] = ()
    """The processes of which the goal serves this objective."""
    factors: tuple[Factor, ...] = ()


class Perspective(Part):
    """A side from which the organisation is looked at, such as that of the customer."""

    id: PerspectiveId
    name: Line
    question: Line | None = None
    objectives: tuple[Objective, ...] = ()


class Scorecard(Entity):
    """A scorecard; the perspectives stand in the order of the strategy map, from above."""

    name: Line
    explanation: Text | None = None
    perspectives: tuple[Perspective, ...] = ()

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """Every objective, perspective by perspective."""
        return tuple(item for side in self.perspectives for item in side.objectives)
