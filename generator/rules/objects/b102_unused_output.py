"""A step gives an object that nobody uses and that does not leave the process either."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import slug
from generator.model.objects import ObjectInHandbook, ObjectUse
from generator.rules.inspection import Inspection
from generator.rules.objects.boundary import crosses, going_out, slug_of
from generator.rules.objects.order import Order, Place, comes_first, order_of, place_of
from generator.rules.rule import Fault, Group

CODE: Final = "B102"
NAME: Final = "unused-output"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every unused object in a state once for each process that gives it."""
    others = _of_other_rules(inspection)
    for item in inspection.objects.values():
        for here, unused in _untaken(item):
            process = here[0].process
            changes: _Changes | None = None
            for use in unused:
                state = slug_of(use.state)
                told_elsewhere = use.activity is None and state in others
                if told_elsewhere or crosses(going_out(process), item.id, state):
                    continue
                changes = changes or _Changes(order_of(process), here)
                if not changes.follow(use):
                    details = {"object": str(use.item), "name": use.work.name}
                    yield Fault(f"process:{process.id}", use.path, details)


def _of_other_rules(inspection: Inspection) -> set[str]:
    """States that a step gives of which E103 and E104 say that nobody goes on with them."""
    names = ("approved_states", "escalated_states")
    return {slug(word) for name in names for word in inspection.words(name)}


def _untaken(
    item: ObjectInHandbook,
) -> Iterator[tuple[Sequence[ObjectUse], Sequence[ObjectUse]]]:
    """All uses in a process, and the first giving there of every state that no step takes.

    Where a process takes the object in a state that nothing brings about, N103 says so:
    the two states are one and the same fault.
    """
    taken = {slug_of(use.state) for use in item.uses if not use.gives}
    made = {slug_of(use.state) for use in item.uses if use.gives}
    if None in taken or made <= taken:
        return
    made |= {slug(state) for _, declared in item.declarations for state in declared.states}
    for _, group in groupby(item.uses, attrgetter("process.id")):
        here = tuple(group)
        misnamed = any(not use.gives and slug_of(use.state) not in made for use in here)
        given = {slug_of(use.state): use for use in reversed(here) if use.gives}
        if not misnamed:
            unused = (state for state in given if state not in taken and (state or not taken))
            yield here, [given[state] for state in unused][::-1]


class _Changes:
    """The work in a process that gives an object a state without saying from which one."""

    def __init__(self, order: Order, here: Sequence[ObjectUse]) -> None:
        self._order = order
        takers = {id(use.work) for use in here if not use.gives}
        self._states: dict[int, set[str | None]] = {}
        self._activities: dict[int, list[tuple[Place, str | None]]] = {}
        for use in here:
            if use.gives and id(use.work) not in takers:
                place = place_of(use)
                self._states.setdefault(place.step, set()).add(slug_of(use.state))
                if use.activity:
                    change = place, slug_of(use.state)
                    self._activities.setdefault(place.step, []).append(change)
        self._all_states = set().union(*self._states.values())

    def follow(self, use: ObjectUse) -> bool:
        """Whether such work gives the object another state after this use."""
        place, own = place_of(use), {slug_of(use.state)}
        if self._all_states <= own:
            return False
        if any(
            state not in own and comes_first(place, other)
            for other, state in self._activities.get(place.step, ())
        ):
            return True
        return self._order.leads_to(use, lambda step: bool(self._states.get(step, own) - own))
