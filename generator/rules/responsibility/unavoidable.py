"""The steps that every way through a process passes: without them the work never ends."""

from collections.abc import Sequence

from generator.model.process import Process
from generator.rules.ways import ways


def unavoidable_steps(process: Process) -> list[int]:
    """The indexes of the steps on every way from the start to any end, in their order.

    None when no way leads to an end. One walk along one way is enough: a step on it is
    unavoidable when nothing seen before it leads past it, so the time is linear in the
    steps and ways (the single-target case of dominators in flow graphs).
    """
    end = len(process.steps)
    targets = [[end if way.target is None else way.target for way in out] for out in ways(process)]
    path = _one_way(targets, end)
    place = {step: number for number, step in enumerate(path)}
    seen: set[int] = set()
    found = []
    furthest = 0
    for number, step in enumerate(path[:-1]):
        if furthest <= number:
            found.append(step)
        furthest = max(furthest, _furthest(step, targets, place, seen))
    return found


def _one_way(targets: Sequence[Sequence[int]], end: int) -> list[int]:
    """Some way from the first step to an end, that end included; empty when there is none."""
    before = {0: -1}
    pending = [0]
    for step in pending:
        for target in targets[step] if step != end else ():
            if target not in before:
                before[target] = step
                pending.append(target)
    way: list[int] = []
    step = end if end in before else -1
    while step != -1:
        way.append(step)
        step = before[step]
    return way[::-1]


def _furthest(
    start: int, targets: Sequence[Sequence[int]], place: dict[int, int], seen: set[int]
) -> int:
    """The furthest step of the way that is reached from a step without passing the way."""
    found = 0
    pending = [start]
    while pending:
        for target in targets[pending.pop()]:
            if target in place:
                found = max(found, place[target])
            elif target not in seen:
                seen.add(target)
                pending.append(target)
    return found
