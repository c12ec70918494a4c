"""The ways through a process: from every step to the steps or ends behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import FieldPath
from generator.model.process import Process, Step
from generator.rules.flow.circles import circles
from generator.rules.flow.remembered import remembered


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a step: the index of the next step, or None for an end.

    ``path`` is where the file says so; empty when the steps just follow each other.
    """

    target: int | None
    path: FieldPath = ()


def ways(process: Process) -> tuple[tuple[Way, ...], ...]:
    """The ways out of every step, in order.

    What other rules report (an unknown step, an outcome that leads nowhere) counts as an
    end here, so that one fault gives one finding.
    """
    return _ways(process)


@remembered
def _ways(process: Process) -> tuple[tuple[Way, ...], ...]:
    indexes: dict[str, int] = {}
    for index, step in enumerate(process.steps):
        indexes.setdefault(step.id, index)
    return tuple(
        tuple(_ways_out(step, index, indexes, last=index == len(process.steps) - 1))
        for index, step in enumerate(process.steps)
    )


def _ways_out(step: Step, index: int, indexes: Mapping[str, int], *, last: bool) -> Iterator[Way]:
    here: FieldPath = ("steps", index)
    for number, outcome in enumerate(step.decision.outcomes if step.decision else ()):
        target = indexes.get(outcome.next) if outcome.next else None
        yield Way(target, (*here, "decision", "outcomes", number, "next"))
    if step.next:
        yield Way(indexes.get(step.next), (*here, "next"))
    elif step.end or (step.decision and not step.decision.outcomes):
        yield Way(None)
    elif not step.decision:
        yield Way(None if last else index + 1)


def reached(starts: Iterable[int], targets: Sequence[Iterable[int]]) -> set[int]:
    """Every step that can be reached from the starts, the starts included."""
    found = set(starts)
    pending = list(found)
    while pending:
        for target in targets[pending.pop()]:
            if target not in found:
                found.add(target)
                pending.append(target)
    return found


def reached_from_start(process: Process) -> set[int]:
    """The steps that the work can come to."""
    targets = [[way.target for way in out if way.target is not None] for out in ways(process)]
    return reached([0], targets)


def loops(steps: Iterable[int], targets: Sequence[Iterable[int]]) -> list[set[int]]:
    """The groups of steps, among ``steps``, that lead to each other and to no other step."""
    return [
        group
        for group in circles(steps, targets)
        if all(target in group for step in group for target in targets[step])
    ]
