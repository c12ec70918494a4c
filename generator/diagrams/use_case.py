"""The business use case diagram: what the organisation does for whom outside it.

Boundaries nest: kind of process, group of the value chain, area. Business actors are
outside the organisation; who works inside it is never drawn.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.diagrams.names import Names
from generator.diagrams.style import document
from generator.diagrams.syntax import aliases, label, target
from generator.model.identifiers import RoleId
from generator.model.process import Process, UseCase

_USE_CASE_WIDTH = 18
_FRAME_WIDTH = 40


def use_case_text(processes: Iterable[Process], names: Names) -> str:
    """One diagram of the use cases of some processes as PlantUML."""
    shown = [process for process in processes if process.use_case]
    lines = list(_lines(shown, names))
    return document([*lines, *names.marks_explained("\n".join(lines))])


def actors_of(process: Process, names: Names) -> tuple[RoleId, ...]:
    """The business actors of a process: those of its use case that are outside."""
    found = process.use_case.actors if process.use_case else ()
    roles = names.handbook.roles
    return tuple(actor for actor in found if actor not in roles or roles[actor].external)


def boundaries_of(process: Process, names: Names) -> tuple[str, ...]:
    """The names of the boundaries around a use case, from the outside in."""
    group = names.handbook.groups.get(process.group)
    area = process.use_case.area if process.use_case else None
    found = []
    if group:
        found += [names.language.label(f"groupkind.{group.kind.value}"), group.name]
    return tuple(dict.fromkeys([*found, *([area] if area else [])]))


def _lines(shown: list[Process], names: Names) -> Iterator[str]:
    actors = dict.fromkeys(actor for process in shown for actor in actors_of(process, names))
    actor_aliases = aliases(actors, "actor")
    case_aliases = aliases((process.id for process in shown), "case")
    yield "left to right direction"
    for actor in reversed(actors):  # PlantUML then keeps the groups in order of the value chain
        name = names.role(actor)
        yield f'actor/ "{label(name.text)}" as {actor_aliases[actor]}{target(name.url, before=" ")}'
    yield from _boundaries(shown, names, case_aliases)
    for process in shown:
        for actor in actors_of(process, names):
            yield f"{actor_aliases[actor]} -- {case_aliases[process.id]}"


def _boundaries(
    shown: list[Process], names: Names, case_aliases: Mapping[str, str]
) -> Iterator[str]:
    groups = names.handbook.groups
    place = {group: number for number, group in enumerate(groups)}
    ordered = sorted(shown, key=lambda process: place.get(process.group, len(place)))
    kinds = dict.fromkeys(groups[item.group].kind for item in ordered if item.group in groups)
    for kind in kinds:
        yield _open(names.language.label(f"groupkind.{kind.value}"))
        of_kind = [item for item in ordered if groups[item.group].kind is kind]
        for group in dict.fromkeys(item.group for item in of_kind):
            found = groups[group]
            yield _open(found.name)
            of_group = [item for item in of_kind if item.group == group]
            yield from _areas(of_group, names, case_aliases)
            yield "}"
        yield "}"


def _areas(
    processes: list[Process], names: Names, case_aliases: Mapping[str, str]
) -> Iterator[str]:
    """The use cases of a group by area; an area named like its group adds no frame."""
    group = names.handbook.groups[processes[0].group]
    for area in dict.fromkeys(item.use_case.area for item in processes if item.use_case):
        framed = area is not None and area != group.name
        if framed:
            yield _open(area or "")
        for process in processes:
            if process.use_case and process.use_case.area == area:
                yield _use_case(process, process.use_case, names, case_aliases[process.id])
        if framed:
            yield "}"


def _open(title: str) -> str:
    return f'rectangle "{label(title, _FRAME_WIDTH)}" {{'


def _use_case(process: Process, case: UseCase, names: Names, alias: str) -> str:
    text = names.marked(label(case.name, _USE_CASE_WIDTH), process.origin("use_case"))
    return f'usecase/ "{text}" as {alias}{target(names.process(process).url, before=" ")}'
