"""Across processes: who hands what to whom."""

from typing import NamedTuple

from generator.diagrams.names import Name, Names
from generator.diagrams.style import document
from generator.diagrams.syntax import aliases, label, target
from generator.model.handbook import slug
from generator.model.organisation import Role
from generator.model.process import Direction, Interface, ObjectState, Process

_PROCESS_WIDTH = 14
_ARROW_WIDTH = 16


class Handover(NamedTuple):
    """An object that goes from one process or party to another; parties by their name."""

    source: str
    target: str
    item: ObjectState


def handovers(names: Names) -> tuple[Handover, ...]:
    """Every handover once, also when the processes at both ends name it."""
    found: dict[tuple[str, str, str], Handover] = {}
    for process in names.handbook.processes.values():
        for item in process.interfaces:
            here, there = f"process:{process.id}", _other_side(item)
            ends = (there, here) if item.direction is Direction.IN else (here, there)
            found.setdefault((*ends, slug(str(item.object))), Handover(*ends, item.object))
    return tuple(found.values())


def _other_side(item: Interface) -> str:
    return f"process:{item.process}" if item.process else f"party:{item.party or '?'}"


def landscape_text(names: Names) -> str:
    """The process landscape as PlantUML: processes, outside parties, and what goes between.

    Declared last to first, PlantUML's layout engine crosses fewer arrows: in a
    handbook of eight processes none instead of three.
    """
    handed = handovers(names)
    ends = dict.fromkeys(end for item in handed for end in (item.source, item.target))
    ends |= dict.fromkeys(f"process:{process}" for process in names.handbook.processes)
    known = aliases(ends, "at")
    lines = [_node(end, known[end], names) for end in reversed(ends)]
    between: dict[tuple[str, str], list[ObjectState]] = {}
    for item in handed:
        between.setdefault((item.source, item.target), []).append(item.item)
    for (source, goal), items in between.items():
        words = r"\n".join(label(str(item), _ARROW_WIDTH) for item in items)
        lines.append(f"{known[source]} --> {known[goal]} : {words}")
    return document([*lines, *names.marks_explained("\n".join(lines))])


def end_name(end: str, names: Names) -> Name:
    """The name and address of one end of a handover: a process, a role, a system or a name."""
    kind, _, rest = end.partition(":")
    if kind == "process":
        found = names.handbook.find(end)
        return names.process(found) if isinstance(found, Process) else Name(rest)
    if role := _role(rest, names):
        return names.role(role.id)
    systems = names.handbook.systems.values()
    known = next((item for item in systems if slug(item.name) == slug(rest)), None)
    return names.system(known.id) if known else Name(rest)


def _role(name: str, names: Names) -> Role | None:
    roles = names.handbook.roles.values()
    return next((role for role in roles if slug(role.name) == slug(name)), None)


def _node(end: str, alias: str, names: Names) -> str:
    """A process as a chevron, who is outside as an actor, anything else as a box."""
    name = end_name(end, names)
    kind, _, rest = end.partition(":")
    role = _role(rest, names)
    shape = "process" if kind == "process" else "actor/" if role and role.external else "rectangle"
    return f'{shape} "{label(name.text, _PROCESS_WIDTH)}" as {alias}{target(name.url, before=" ")}'
