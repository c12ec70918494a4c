"""A step takes an object in a state in which nothing gives it (UML: object nodes in a state)."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from generator.model.finding import FieldPath, Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook, slug
from generator.model.objects import ObjectInHandbook
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.names.object_states import uses
from generator.rules.rule import Fault, Group

CODE: Final = "N103"
NAME: Final = "unproduced-state"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("4.4.1", "8.5.1")

States: TypeAlias = dict[str | None, str | None]
"""States by their slugs, as they are written; None is any state."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every state that a step takes and nothing gives, once a process.

    An object that nothing gives in any state is left to another rule, and so is one that
    comes from outside in a state that is not said.
    """
    if any(name.partition(":")[0] == "process" for name in inspection.handbook.unread):
        return  # what is not read may give it
    handed = _handed(inspection.handbook)
    places: dict[str, dict[tuple[str, str], FieldPath]] = {}
    for item in inspection.objects.values():
        given = _given(item, handed.get(item.id, {}))
        for process, state in _asked(item):
            if given and None not in given and slug(state) not in given:
                known = [other for other in given.values() if other]
                details = {"object": item.name, "state": state} | nearest(state, known)
                if process.id not in places:
                    places[process.id] = _places(process)
                path = places[process.id][item.id, state]
                yield Fault(f"process:{process.id}", path, details)


def _handed(handbook: Handbook) -> dict[str, States]:
    """The states in which objects cross an interface, by the slug of the object."""
    found: dict[str, States] = {}
    for process in handbook.processes.values():
        for interface in process.interfaces:
            states = found.setdefault(slug(interface.object.object), {})
            states.setdefault(*_state(interface.object.state))
    return found


def _given(item: ObjectInHandbook, handed: States) -> States:
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


def _asked(item: ObjectInHandbook) -> Iterator[tuple[Process, str]]:
    """The states that are taken, once a process."""
    told = set()
    for use in item.uses:
        key = use.process.id, slug(use.state or "")
        if not use.gives and use.state and key not in told:
            told.add(key)
            yield use.process, use.state


def _places(process: Process) -> dict[tuple[str, str], FieldPath]:
    """Where each object in a state is first taken."""
    found: dict[tuple[str, str], FieldPath] = {}
    for use in uses(process):
        if use.field == "inputs" and use.item.state:
            found.setdefault((slug(use.item.object), use.item.state), use.path)
    return found
