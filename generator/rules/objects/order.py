"""Which work comes before which in one process."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.model.objects import ObjectUse
from generator.model.process import Process
from generator.model.remembered import remembered
from generator.rules.ways import reached_from_start, steps_behind, ways


class Place(NamedTuple):
    """Where work is done: in which step and, when it is an activity, at which answer and place."""

    step: int
    answer: int | None = None
    number: int = 0


def place_of(use: ObjectUse) -> Place:
    """Where a step or an activity takes or gives something."""
    match use.path:
        case _, int(step), _, _, int(answer), _, int(number), *_:
            return Place(step, answer, number)
        case _, int(step), *_:
            return Place(step)
    raise ValueError(use.path)


class Order:
    """The order of the steps of one process, and of the activities on the ways between them."""

    def __init__(self, process: Process) -> None:
        """Takes the process."""
        self._ways = ways(process)
        self._steps_behind = steps_behind(process)
        self._reached = reached_from_start(process)

    def is_reached(self, use: ObjectUse) -> bool:
        """Whether the work ever comes to the step."""
        return place_of(use).step in self._reached

    def is_before(self, first: Sequence[ObjectUse], second: ObjectUse) -> bool:
        """Whether some way through the process leads from any of the first to the second."""
        goal, places = place_of(second), [place_of(one) for one in first]
        if any(comes_first(one, goal) for one in places):
            return True
        starts = {start for one in places for start in self._starts(one)}
        if any(start <= goal.step <= self._furthest[start] for start in starts):
            return True
        return self._finds(starts, goal.step.__eq__)

    def leads_to(self, use: ObjectUse, is_wanted: Callable[[int], bool]) -> bool:
        """Whether some way leads from the work on to a step that is wanted, given its index."""
        return self._finds(self._starts(place_of(use)), is_wanted)

    @cached_property
    def _furthest(self) -> Sequence[int]:
        """For each step the last one that simply follows from it, without any choice."""
        found = list(range(len(self._ways)))
        for index in range(len(found) - 2, -1, -1):
            if [way.target for way in self._ways[index]] == [index + 1]:
                found[index] = found[index + 1]
        return found

    def _starts(self, place: Place) -> Iterable[int]:
        """The steps right behind a step, or behind the answer that an activity belongs to."""
        if place.answer is None:
            return self._steps_behind[place.step]
        target = self._ways[place.step][place.answer].target
        return () if target is None else (target,)

    def _finds(self, starts: Iterable[int], is_wanted: Callable[[int], bool]) -> bool:
        seen = set(starts)
        pending = list(seen)
        while pending:
            step = pending.pop()
            if is_wanted(step):
                return True
            for target in self._steps_behind[step]:
                if target not in seen:
                    seen.add(target)
                    pending.append(target)
        return False


@remembered
def order_of(process: Process) -> Order:
    """The order of the work in a process."""
    return Order(process)


def comes_first(one: Place, other: Place) -> bool:
    """Whether work comes before other work inside one step.

    What a step gives is there for its activities; those of one answer follow each other.
    """
    if one.step != other.step or other.answer is None:
        return False
    return one.answer is None or (one.answer == other.answer and one.number < other.number)
