"""The ways through a process: from every step to the steps or ends behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.finding import FieldPath
from generator.model.process import Process, Step
from generator.model.remembered import remembered
from generator.rules.circles import circles


class Way(NamedTuple):
    """A way out of a step: the index of the next step, or None for an end.

    ``path`` is where the file says so; empty when the steps just follow each other.
    """

    target: int | None
    path: FieldPath = ()


@remembered
def ways(process: Process) -> tuple[tuple[Way, ...], ...]:
    """The ways out of every step, in order; those of the answers come first.

    What other rules report (an unknown step, an outcome that leads nowhere) counts as an
    end here, so that one fault gives one finding.
    """
    indexes: dict[str, int] = {}
    for index, step in enumerate(process.steps):
        indexes.setdefault(step.id, index)
    following = [*map(Way, range(1, len(process.steps))), Way(None)]
    return tuple(
        tuple(_ways_out(step, index, indexes))
        if step.decision or step.next or step.end
        else (following[index],)
        for index, step in enumerate(process.steps)
    )


def _ways_out(step: Step, index: int, indexes: Mapping[str, int]) -> Iterator[Way]:
    """The ways out of a step that does not simply go on to the next one."""
    for number, outcome in enumerate(step.outcomes):
        target = indexes.get(outcome.next) if outcome.next else None
        yield Way(target, ("steps", index, "decision", "outcomes", number, "next"))
    if step.next:
        yield Way(indexes.get(step.next), ("steps", index, "next"))
    elif step.end or (step.decision and not step.decision.outcomes):
        yield Way(None)


@remembered
def has_loose_ends(process: Process) -> bool:
    """Whether the file does not say clearly how the work goes on, which other rules report.

    A step or answer with two ways out or none, a way to a step that is not there, and two
    steps of one id: what seems unreachable or endless may then only be a consequence.
    """
    known: set[str] = {step.id for step in process.steps}
    return len(known) < len(process.steps) or any(
        _is_loose(step, known) for step in process.steps if step.decision or step.next or step.end
    )


def _is_loose(step: Step, known: set[str]) -> bool:
    """Whether a step that does not simply go on to the next one has no clear way out."""
    if step.decision and (step.next or step.end or not step.decision.outcomes):
        return True
    return any(
        bool(way.next) == bool(way.end) or (way.next is not None and way.next not in known)
        for way in step.outcomes or (step,)
    )


@remembered
def steps_behind(process: Process) -> tuple[tuple[int, ...], ...]:
    """The steps to which the ways out of every step lead; ends are left out."""
    return tuple(
        tuple(way.target for way in out if way.target is not None) for out in ways(process)
    )


def backwards(targets: Sequence[Iterable[int]]) -> list[list[int]]:
    """The steps from which every step is come to."""
    sources: list[list[int]] = [[] for _ in targets]
    for index, out in enumerate(targets):
        for target in out:
            sources[target].append(index)
    return sources


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


@remembered
def reached_from_start(process: Process) -> frozenset[int]:
    """The steps that the work can come to."""
    return frozenset(reached([0], steps_behind(process)))


def loops(steps: Iterable[int], targets: Sequence[Iterable[int]]) -> list[set[int]]:
    """The groups of steps, among ``steps``, that lead to each other and to no other step."""
    return [
        group
        for group in circles(steps, targets)
        if all(target in group for step in group for target in targets[step])
    ]
