"""A step needs an object that the process only makes later (ISO 9001, 4.4.1 b)."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from generator.model.finding import Severity
from generator.model.objects import ObjectUse
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.objects.boundary import coming_in, crosses, slug_of
from generator.rules.objects.order import order_of
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "B103"
NAME: Final = "used-before-made"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1",)

_PROCESS: Final = attrgetter("process.id")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every object in a state that a step takes before any step makes it."""
    straight = {process.id for process in inspection.handbook.processes.values() if _plain(process)}
    for item in inspection.objects.values():
        for process_id, group in groupby(item.uses, _PROCESS):
            uses = tuple(group)
            for use, makers in _doubtful(uses, straight=process_id in straight):
                process = use.process
                if crosses(coming_in(process), item.id, slug_of(use.state)):
                    continue
                order = order_of(process)
                if order.is_reached(use) and not order.is_before(makers, use):
                    names = quoted(dict.fromkeys(maker.work.name for maker in makers))
                    details = {"object": str(use.item), "name": use.work.name, "makers": names}
                    yield Fault(f"process:{process.id}", use.path, details)


def _plain(process: Process) -> bool:
    """Whether the steps simply follow each other, so that the file gives the order."""
    return all(
        step.decision is None and step.next is None and step.end is None
        for step in process.steps[:-1]
    )


def _doubtful(
    uses: Sequence[ObjectUse], *, straight: bool
) -> Iterator[tuple[ObjectUse, list[ObjectUse]]]:
    """The first taking of each state that the process makes too, with what may make it."""
    if straight and _in_order(uses):
        return
    given = [use for use in uses if use.gives]
    made: dict[str | None, list[ObjectUse]] = {None: given} if given else {}
    for use in given:
        if use.state:
            made.setdefault(slug_of(use.state), []).append(use)
    stateless = [use for use in given if not use.state]
    told: set[str | None] = set()
    for use in uses:
        state = slug_of(use.state)
        if not use.gives and state in made and state not in told:
            told.add(state)
            yield use, made[state] + (stateless if state else [])


def _in_order(uses: Sequence[ObjectUse]) -> bool:
    """Whether the file gives every state before it takes it."""
    given: set[str | None] = set()
    for use in uses:
        if use.gives:
            given |= {use.state, None}
        elif use.state not in given:
            return False
    return True
