"""A step takes an object in a state in which nothing gives it (UML: object nodes in a state)."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook, slug
from generator.model.objects import ObjectInHandbook, ObjectUse
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "N103"
NAME: Final = "unproduced-state"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("4.4.1", "8.5.1")

_States: TypeAlias = dict[str | None, str | None]
"""_States by their slugs, as they are written; None is any state."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every state that a step takes and nothing gives, once a process.

    An object that nothing gives in any state is left to another rule, and so is one that
    comes from outside in a state that is not said.
    """
    if any(name.partition(":")[0] == "process" for name in inspection.handbook.unread):
        return  # what is not read may give it
    handed = _handed(inspection.handbook)
    for item in inspection.objects.values():
        given = _given(item, handed.get(item.id, {}))
        for use, state in _asked(item) if given and None not in given else ():
            if slug(state) not in given:
                known = [other for other in given.values() if other]
                details = {"object": item.name, "state": state} | nearest(state, known)
                yield Fault(f"process:{use.process.id}", use.path, details)


def _handed(handbook: Handbook) -> dict[str, _States]:
    """The states in which objects cross an interface, by the slug of the object."""
    found: dict[str, _States] = {}
    for process in handbook.processes.values():
        for interface in process.interfaces:
            states = found.setdefault(slug(interface.object.object), {})
            states.setdefault(*_state(interface.object.state))
    return found


def _given(item: ObjectInHandbook, handed: _States) -> _States:
    """The states in which the object is given or comes in; None is any state.

    A step that gives the object without a state gives it in no state that another can take.
    """
    found = dict(handed)
    for _, declared in item.declarations:
        if declared.place:
            found.update(map(_state, declared.states or (None,)))
    for use in item.uses:
        if use.gives:
            found.setdefault(slug(use.state or ""), use.state or "")
    return found


def _state(state: str | None) -> tuple[str | None, str | None]:
    return (slug(state), state) if state else (None, None)


def _asked(item: ObjectInHandbook) -> Iterator[tuple[ObjectUse, str]]:
    """The states that are taken and the first taking of each, once a process."""
    told = set()
    for use in item.uses:
        if use.gives or not use.state:
            continue
        key = use.process.id, slug(use.state)
        if key not in told:
            told.add(key)
            yield use, use.state
