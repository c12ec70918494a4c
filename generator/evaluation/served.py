"""What the scorecard leaves out: goals, indicators, objectives and factors that nothing serves.

Kaplan and Norton, "The Balanced Scorecard" (1992) and "Strategy Maps" (2004): every measure
belongs to an objective, and every objective has a measure. ISO 9001:2015, 6.2.1: objectives
are measurable and monitored.
"""

from dataclasses import dataclass

from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.quality import Kpi
from generator.model.scorecard import Factor, Objective, Scorecard


@dataclass(frozen=True, slots=True)
class Unserved:
    """What nothing serves, each in the order of its file.

    ``goals`` are the processes of which no objective names the goal, ``kpis`` the indicators
    that no factor names, ``objectives`` those without a factor, ``factors`` those without an
    indicator, each with its objective.
    """

    goals: tuple[Process, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    objectives: tuple[Objective, ...] = ()
    factors: tuple[tuple[Objective, Factor], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.goals or self.kpis or self.objectives or self.factors)


def unserved(handbook: Handbook) -> Unserved:
    """What the scorecard of a handbook leaves out; nothing where there is no scorecard.

    A process without a goal has nothing to serve, and one that is obsolete asks for nothing.
    """
    scorecard = handbook.scorecard
    if scorecard is None:
        return Unserved()
    served = {process for objective in scorecard.objectives for process in objective.processes}
    named = {kpi for _, factor in factors_of(scorecard) for kpi in factor.kpis}
    obsolete = {
        process.id
        for process in handbook.processes.values()
        if process.document.status is Status.OBSOLETE
    }
    return Unserved(
        goals=tuple(
            process
            for process in handbook.processes.values()
            if process.goal and process.id not in served | obsolete
        ),
        kpis=tuple(
            kpi
            for kpi in handbook.kpis.values()
            if kpi.id not in named and kpi.process not in obsolete
        ),
        objectives=tuple(item for item in scorecard.objectives if not item.factors),
        factors=tuple(pair for pair in factors_of(scorecard) if not pair[1].kpis),
    )


def factors_of(scorecard: Scorecard) -> tuple[tuple[Objective, Factor], ...]:
    """Every critical success factor with its objective, in the order of the file."""
    return tuple((item, factor) for item in scorecard.objectives for factor in item.factors)
