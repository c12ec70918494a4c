"""Across processes: who hands what to whom, and the value chain with its processes."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.diagrams.names import Name, Names
from generator.diagrams.style import colour, document
from generator.diagrams.syntax import BLANK, aliases, bold, label, linked, target
from generator.model.handbook import slug
from generator.model.organisation import GroupKind, Role
from generator.model.process import Direction, Interface, ObjectState, Process

_PROCESS_WIDTH = 18


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
    """The process landscape as PlantUML: processes, outside parties, and what goes between."""
    handed = handovers(names)
    ends = dict.fromkeys(end for item in handed for end in (item.source, item.target))
    ends |= dict.fromkeys(f"process:{process}" for process in names.handbook.processes)
    known = aliases(ends, "at")
    lines = [_node(end, known[end], names) for end in ends]
    between: dict[tuple[str, str], list[ObjectState]] = {}
    for item in handed:
        between.setdefault((item.source, item.target), []).append(item.item)
    for (source, goal), items in between.items():
        words = r"\n".join(label(str(item), 24) for item in items)
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


def value_chain_text(names: Names) -> str:
    """The value chain (Porter) as PlantUML: its links, and the processes filed under each."""
    groups = names.handbook.groups.values()
    primary = [group for group in groups if group.kind is GroupKind.PRIMARY]
    supporting = [group for group in groups if group.kind is GroupKind.SUPPORTING]
    known = aliases((group.id for group in primary), "group")
    lines = list(_supporting([group.name for group in supporting], len(primary), names))
    for group in primary:
        processes = map(names.process, names.handbook.processes_of(group.id))
        rows = [linked(name.url, name.text, _PROCESS_WIDTH) for name in processes]
        parts = r"\n".join([bold(label(group.name, _PROCESS_WIDTH)), *rows])
        lines.append(f'process "{parts}" as {known[group.id]}')
    ids = [known[group.id] for group in primary]
    lines += [f"{one} -[hidden]right-> {other}" for one, other in pairwise(ids)]
    if supporting and ids:
        lines.append(f"supporting -[hidden]down-> {ids[len(ids) // 2]}")
    return document(lines)


def _supporting(groups: list[str], links: int, names: Names) -> Iterator[str]:
    """The supporting links as bars, about as wide as the primary links below them."""
    if groups:
        room = BLANK * (links * 10)
        title = names.language.label(f"groupkind.{GroupKind.SUPPORTING.value}")
        yield "rectangle supporting <<stack>> ["
        fill, line = colour("paper"), colour("frame")
        for text in (bold(label(title, 60)), *(label(group, 60) for group in groups)):
            yield f"<{fill},{line}>|<{fill}>{room}{text}{room}|"
        yield "]"
