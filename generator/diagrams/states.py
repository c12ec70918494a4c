"""The state diagram of a business object: its states, and the steps that change them."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.diagrams.names import Names
from generator.diagrams.style import document
from generator.diagrams.syntax import aliases, label, linked
from generator.model.objects import ObjectInHandbook, ObjectUse
from generator.model.process import Process, Step

BEGIN = "[*]"
_CHOICE = "begin"
_STEP_WIDTH = 26


class Transition(NamedTuple):
    """A step that brings an object from one state to another; no source is its beginning."""

    source: str | None
    target: str
    process: Process
    step: Step
    name: str


def transitions(item: ObjectInHandbook) -> tuple[Transition, ...]:
    """What the steps do to an object, in order of process and step, each change once."""
    found: dict[tuple[str | None, str, str, str], Transition] = {}
    for use in item.uses:
        if use.gives and use.state:
            for source in _taken(item, use) or (None,):
                if source != use.state:
                    name = use.activity.name if use.activity else use.step.name
                    key = (source, use.state, use.process.id, name)
                    change = Transition(source, use.state, use.process, use.step, name)
                    found.setdefault(key, change)
    return tuple(found.values())


def _taken(item: ObjectInHandbook, given: ObjectUse) -> tuple[str, ...]:
    """The states in which the same step or activity takes the object."""
    return tuple(
        use.state
        for use in item.uses
        if not use.gives
        and use.state
        and (use.process.id, use.step.id) == (given.process.id, given.step.id)
        and use.activity == given.activity
    )


def states_text(item: ObjectInHandbook, names: Names) -> str:
    """The state diagram of an object as PlantUML.

    A region has one initial state with one way on: an object that can begin in several ways
    begins at a choice. A state that no step names has no arrow: where it belongs is unknown.
    """
    return document(_lines(item, names))


def beginnings(item: ObjectInHandbook) -> tuple[str, ...]:
    """The states that a step takes and none of the handbook brings about."""
    made = {change.target for change in transitions(item)}
    taken = {use.state for use in item.uses if not use.gives and use.state}
    return tuple(state for state in item.states if state in taken - made)


def _lines(item: ObjectInHandbook, names: Names) -> Iterator[str]:
    yield "hide empty description"
    known = aliases(item.states, "state")
    changes = transitions(item)
    several = len({change.process.id for change in changes}) > 1
    for state in item.states:
        yield f'state "{label(state)}" as {known[state]}'
    first = beginnings(item)
    ways = {known[state] for state in first}
    ways |= {known[change.target] for change in changes if not change.source}
    begin = _CHOICE if len(ways) > 1 else BEGIN
    if len(ways) > 1:
        yield f"state {_CHOICE} <<choice>>"
        yield f"{BEGIN} --> {_CHOICE}"
    for state in first:
        yield f"{begin} --> {known[state]}"
    for change in changes:
        source = known[change.source] if change.source else begin
        yield f"{source} --> {known[change.target]} : {_label(change, names, several=several)}"


def _label(change: Transition, names: Names, *, several: bool) -> str:
    url = names.step(change.process, change.step.id)
    text = f"{change.name} ({change.process.name})" if several else change.name
    return linked(url, text, _STEP_WIDTH)
