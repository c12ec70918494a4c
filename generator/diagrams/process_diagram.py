"""The business process diagram (Eriksson and Penker): a process and what crosses its boundary.

Inputs stand left and outputs right, the goal and what controls the process above, supplies
below. Objects on one side share a frame, each in a compartment of its own colour, so that
one arrow a side says it all and no arrow crosses another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagrams.names import Names, shared_origin
from generator.diagrams.object_flow import boundary
from generator.diagrams.style import colour, document
from generator.diagrams.syntax import BLANK, cell, guillemets, joined, label, linked, small, target
from generator.model.base import Origin, OriginKind
from generator.model.handbook import slug
from generator.model.process import Place, Process, Stereotype

_ROWS = 7
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """An object on one side of the process, with all states it has there."""

    name: str
    stereotype: Stereotype | None
    states: tuple[str, ...]
    origin: Origin


Sides = Mapping[Place, tuple[Placed, ...]]


def placed(process: Process, place: Place) -> tuple[Placed, ...]:
    """The objects on one side of a process, each once, in the order of the file."""
    found: dict[str, Placed] = {}
    for item in process.objects:
        if place in item.place:
            key = slug(item.name)
            states = found[key].states if key in found else ()
            origin = process.origin(f"objects.{key}")
            every = tuple(dict.fromkeys((*states, *item.states)))
            found[key] = Placed(item.name, item.stereotype, every, origin)
    if not found and place in (Place.INPUT, Place.OUTPUT):
        for state in boundary(process, place):
            key = slug(state.object)
            states = found[key].states if key in found else ()
            every = (*states, state.state) if state.state else states
            found[key] = Placed(state.object, None, every, process.origin("objects"))
    return tuple(found.values())


def process_text(process: Process, names: Names) -> str:
    """The business process diagram of a process as PlantUML."""
    shared = shared_mark(process)
    sides = {place: placed(process, place) for place in Place}
    if shared:
        sides = {
            place: tuple(replace(item, origin=Origin(origin=OriginKind.SOURCE)) for item in items)
            for place, items in sides.items()
        }
    lines = list(_lines(process, sides, names))
    marks = {"objects": shared} if shared else {}
    return document([*lines, *names.marks_explained("\n".join(lines), marks)])


def shared_mark(process: Process) -> OriginKind | None:
    """The origin of all objects around a process, when that is one and not the source."""
    return shared_origin((item.origin,) for place in Place for item in placed(process, place))


def _lines(process: Process, sides: Sides, names: Names) -> Iterator[str]:
    url = names.process(process).url
    name = names.marked(label(process.name), process.origin("name"))
    yield f'process "{name}" as p{target(url, before=" ")}'
    yield from _goal(process, sides[Place.GOAL], names)
    for number, item in enumerate(sides[Place.CONTROL], start=1):
        yield from _frame((item,), f"control{number}", 1, names)
        yield f"control{number} --> p : {guillemets(names.word('control'))}"
    inputs, outputs = sides[Place.INPUT], sides[Place.OUTPUT]
    if inputs:
        yield from _frame(inputs, "inputs", 1 + len(inputs) // (_ROWS + 1), names)
        yield "inputs -right-> p"
    if outputs:
        yield from _frame(outputs, "outputs", 1 + len(outputs) // (_ROWS + 1), names)
        yield "p -right-> outputs"
    if supplies := sides[Place.SUPPLY]:
        yield from _frame(supplies, "supplies", min(len(supplies), _COLUMNS), names)
        yield f"supplies -up-> p : {guillemets(names.word('supply'))}"


def _goal(process: Process, placed_goals: tuple[Placed, ...], names: Names) -> Iterator[str]:
    kind = small(guillemets(names.stereotype(Stereotype.GOAL)))
    goals = [(process.goal, process.origin("goal"))] if process.goal else []
    goals += [(item.name, item.origin) for item in placed_goals]
    for number, (goal, origin) in enumerate(goals, start=1):
        text = joined(kind, names.marked(label(goal, 28), origin))
        yield f'rectangle "{text}" as goal{number} <<goal>>'
        yield f"p .up.> goal{number} : {guillemets(names.word('achieve'))}"


def _frame(items: tuple[Placed, ...], alias: str, columns: int, names: Names) -> Iterator[str]:
    """One object as a box; several as a table of boxes in one frame."""
    if len(items) == 1:
        (item,) = items
        url = names.object(item.name).url
        style = f" <<{item.stereotype.value}>>" if item.stereotype else ""
        text = joined(*_parts(item, names, link=False))
        yield f'rectangle "{text}" as {alias}{style}{target(url, before=" ")}'
        return
    yield f"rectangle {alias} <<group>> ["
    for start in range(0, len(items), columns):
        row = items[start : start + columns]
        cells = [_cell(item, names) for item in row]
        cells += [f"<{colour('paper')}> {BLANK} "] * (columns - len(row))
        yield f"<{colour('paper')},{colour('frame')}>|{'|'.join(cells)}|"
    yield "]"


def _cell(item: Placed, names: Names) -> str:
    fill = colour(item.stereotype.value if item.stereotype else "paper")
    return f"<{fill}>{cell(*_parts(item, names, link=True))}"


def _parts(item: Placed, names: Names, *, link: bool) -> Iterator[str]:
    if item.stereotype:
        yield small(guillemets(names.stereotype(item.stereotype)))
    url = names.object(item.name).url if link else None
    states = label(f"[{', '.join(item.states)}]", 26) if item.states else ""
    yield names.marked(joined(linked(url, item.name), states), item.origin)
