"""Where the work goes after a step, as values a page can put into words."""

from dataclasses import dataclass

from generator.model.identifiers import StepId
from generator.model.process import Activity, Process, Step


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a step.

    ``answer`` is the answer to the step's decision, None without one. The way leads to
    ``target``, ``back`` when that is the step itself or an earlier one, and ends the process
    when there is no target; ``end`` is then what the source calls that end.
    """

    answer: str | None
    activities: tuple[Activity, ...]
    target: Step | None
    back: bool
    end: str | None
    plain: bool
    """Whether this is merely the next step in order, which needs no words."""


def ways(process: Process, step: Step) -> tuple[Way, ...]:
    """Every way out of a step: one an outcome, or the only one there is."""
    if step.decision is None:
        return (_way(process, step, None, (), step.next, step.end),)
    return tuple(
        _way(process, step, item.answer, item.activities, item.next, item.end)
        for item in step.decision.outcomes
    )


def _way(
    process: Process,
    step: Step,
    answer: str | None,
    activities: tuple[Activity, ...],
    target: StepId | None,
    end: str | None,
) -> Way:
    position = process.steps.index(step)
    order = {item.id: number for number, item in enumerate(process.steps)}
    following = process.steps[position + 1] if position + 1 < len(process.steps) else None
    found = following
    if end is not None:
        found = None
    elif target is not None:
        found = process.steps[order[target]] if target in order else None
    return Way(
        answer=answer,
        activities=activities,
        target=found,
        back=found is not None and order[found.id] <= position,
        end=end,
        plain=answer is None and found is not None and found is following,
    )
