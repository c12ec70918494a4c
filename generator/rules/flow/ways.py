"""The ways through a process: from every step to the steps or ends behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import FieldPath
from generator.model.process import Process, Step


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


def loops(steps: Iterable[int], targets: Sequence[Iterable[int]]) -> list[set[int]]:
    """The groups of steps, among ``steps``, that lead to each other and to no other step.

    Kosaraju's two walks: the second, backwards and in the order in which the first left
    the steps, finds each group of steps that all lead to each other.
    """
    inside = set(steps)
    backwards: dict[int, list[int]] = {step: [] for step in inside}
    for step in inside:
        for target in targets[step]:
            backwards[target].append(step)
    assigned: set[int] = set()
    found = []
    for start in reversed(_leaving_order(sorted(inside), targets)):
        group = _unassigned(start, backwards, assigned)
        assigned |= group
        leads_out = any(target not in group for step in group for target in targets[step])
        if group and not leads_out:
            found.append(group)
    return found


def _leaving_order(steps: Sequence[int], targets: Sequence[Iterable[int]]) -> list[int]:
    seen: set[int] = set()
    order: list[int] = []
    for start in steps:
        pending = [(start, False)]
        while pending:
            step, left = pending.pop()
            if left:
                order.append(step)
            elif step not in seen:
                seen.add(step)
                pending.append((step, True))
                pending += [(target, False) for target in targets[step] if target not in seen]
    return order


def _unassigned(start: int, backwards: Mapping[int, list[int]], assigned: set[int]) -> set[int]:
    found: set[int] = set()
    pending = [start]
    while pending:
        step = pending.pop()
        if step not in found and step not in assigned:
            found.add(step)
            pending += backwards[step]
    return found
