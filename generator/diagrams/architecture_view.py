"""The parts of the architecture: each layer, and each process with what it stands on.

Only what the handbook states is in a view: a system whose host is unknown is on no host.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.diagrams.architecture_elements import (
    ELEMENT_OF,
    STATED,
    Element,
    ElementKind,
    Layer,
    Relation,
    RelationKind,
    View,
    in_layer,
    in_technology,
    layer_of,
    runs_somewhere,
)
from generator.diagrams.names import Name, Names
from generator.model.handbook import Handbook, slug
from generator.model.identifiers import GroupId, RoleId, SystemId
from generator.model.organisation import Organisation, System
from generator.model.process import Process


def systems_of(process: Process) -> tuple[SystemId, ...]:
    """The systems that a process uses, in its steps and in the work between them."""
    return tuple(
        dict.fromkeys(
            system
            for step in process.steps
            for system in (
                *step.uses,
                *step.performed_by,
                *(used for activity in step.activities for used in activity.uses),
            )
        )
    )


def business_view(names: Names, group: GroupId | None = None) -> View:
    """Who does which processes, and which services these deliver (ArchiMate 3.2, chapter 8).

    Args:
        names: the handbook with its names.
        group: the group of the value chain of which this is; None for the whole organisation,
            with the services too of which no process is known.
    """
    handbook = names.handbook
    processes = handbook.processes_of(group) if group else tuple(handbook.processes.values())
    doers = dict.fromkeys(role for item in processes for role in _doers(item))
    elements = {f"role:{role}": _role(role, names) for role in doers}
    elements |= {f"process:{item.id}": _process(item, names) for item in processes}
    offered = dict(_services("organisation", handbook.organisation, ElementKind.SERVICE))
    relations = [
        Relation(f"role:{role}", RelationKind.ASSIGNED, f"process:{item.id}")
        for item in processes
        for role in _doers(item)
    ]
    for service in handbook.organisation.services:
        key = _service_key("organisation", service.name)
        origin = handbook.organisation.origin(f"services.{slug(service.name)}.processes")
        relations += [
            Relation(f"process:{item}", RelationKind.REALIZES, key, origin)
            for item in service.processes
            if f"process:{item}" in elements
        ]
    delivered = {item.target for item in relations}
    elements |= {key: item for key, item in offered.items() if not group or key in delivered}
    return View(elements, _within(relations, elements))


def application_view(names: Names) -> View:
    """The applications, what they do for who uses them, and how they are connected."""
    elements: dict[str, Element] = {}
    relations: list[Relation] = []
    for system in in_layer(Layer.APPLICATION, names.handbook):
        elements |= {f"system:{system.id}": _system(system.id, names)} | _offered(system)
        relations += _offers(system)
    relations += _connections(names.handbook)
    return View(elements, _within(relations, elements))


def technology_view(names: Names) -> View:
    """Servers, infrastructure and communication, what runs on them and what they connect."""
    handbook = names.handbook
    found = in_layer(Layer.TECHNOLOGY, handbook)
    keys = {f"system:{item.id}" for item in found}
    connected = [item for item in _connections(handbook) if keys & {item.source, item.target}]
    elements = {f"system:{item}": _system(item, names) for item in in_technology(handbook)}
    relations = [*_hosting(handbook), *connected]
    for system in found:
        elements |= _offered(system)
        relations += _offers(system)
    unhosted = tuple(
        item.id for item in handbook.systems.values() if runs_somewhere(item) and not item.runs_on
    )
    return View(elements, _within(relations, elements), unhosted)


def process_view(process: Process, names: Names) -> View:
    """A process, the systems that it uses, what these do for it, and where they run."""
    here = f"process:{process.id}"
    elements = {here: _process(process, names)}
    relations: list[Relation] = []
    used = systems_of(process)
    for identifier in used:
        key, system = f"system:{identifier}", names.handbook.systems.get(identifier)
        elements[key] = _system(identifier, names)
        offered = _offered(system, process) if system else {}
        elements |= offered
        relations += _offers(system) if system else []
        relations += [Relation(item, RelationKind.SERVES, here) for item in offered or [key]]
    for item in _hosts(used, names.handbook):
        elements.setdefault(f"system:{item}", _system(item, names))
    relations += _hosting(names.handbook)
    systems = (names.handbook.systems[item] for item in used if item in names.handbook.systems)
    unhosted = tuple(item.id for item in systems if runs_somewhere(item) and not item.runs_on)
    return View(elements, _within(relations, elements), unhosted)


def _doers(process: Process) -> dict[RoleId, None]:
    return dict.fromkeys(
        role
        for step in process.steps
        for role in (
            *step.performers,
            *(role for activity in step.activities for role in activity.performers),
        )
    )


def _hosts(systems: Iterable[SystemId], handbook: Handbook) -> Iterator[SystemId]:
    """What systems run on, directly or over others; a circle ends where it began."""
    seen = set(systems)
    waiting = list(systems)
    while waiting:
        system = handbook.systems.get(waiting.pop(0))
        if system and system.runs_on and system.runs_on not in seen:
            seen.add(system.runs_on)
            waiting.append(system.runs_on)
            yield system.runs_on


def _role(role: RoleId, names: Names) -> Element:
    found = names.handbook.roles.get(role)
    outside = found is not None and found.external
    return Element(ElementKind.ACTOR if outside else ElementKind.ROLE, names.role(role))


def _process(process: Process, names: Names) -> Element:
    return Element(ElementKind.PROCESS, names.process(process), process.origin("name"))


def _system(system: SystemId, names: Names) -> Element:
    found = names.handbook.systems.get(system)
    kind = ELEMENT_OF[found.kind] if found else ElementKind.APPLICATION
    return Element(kind, names.system(system), found.origin("name") if found else STATED)


def _service_key(owner: str, name: str) -> str:
    return f"service:{owner}:{name}"


def _services(
    owner: str, entity: Organisation | System, kind: ElementKind, process: Process | None = None
) -> Iterator[tuple[str, Element]]:
    """The services of the organisation or of a system; with a process, those it is served by."""
    for service in entity.services:
        if process is None or process.id in service.processes:
            origin = entity.origin(f"services.{slug(service.name)}.name")
            yield _service_key(owner, service.name), Element(kind, Name(service.name), origin)


def _offered(system: System, process: Process | None = None) -> dict[str, Element]:
    technology = layer_of(system) is Layer.TECHNOLOGY
    kind = ElementKind.TECHNOLOGY_SERVICE if technology else ElementKind.APPLICATION_SERVICE
    return dict(_services(system.id, system, kind, process))


def _offers(system: System) -> list[Relation]:
    here = f"system:{system.id}"
    keys = dict.fromkeys(_service_key(system.id, item.name) for item in system.services)
    return [Relation(here, RelationKind.REALIZES, key) for key in keys]


def _hosting(handbook: Handbook) -> Iterator[Relation]:
    for system in handbook.systems.values():
        if system.runs_on:
            host, here = f"system:{system.runs_on}", f"system:{system.id}"
            yield Relation(host, RelationKind.HOSTS, here, system.origin("runs_on"))


def _connections(handbook: Handbook) -> list[Relation]:
    """Every connection once, also when the systems at both ends name it."""
    found: dict[frozenset[str], Relation] = {}
    for system in handbook.systems.values():
        for other in system.connected_to:
            ends = f"system:{system.id}", f"system:{other}"
            relation = Relation(
                ends[0], RelationKind.CONNECTED, ends[1], system.origin("connected_to")
            )
            found.setdefault(frozenset(ends), relation)
    return list(found.values())


def _within(relations: Iterable[Relation], elements: Mapping[str, Element]) -> tuple[Relation, ...]:
    """The relations of which both ends are shown."""
    return tuple(item for item in relations if {item.source, item.target} <= elements.keys())
