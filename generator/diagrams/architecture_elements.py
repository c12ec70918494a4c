"""What an architecture is drawn from: kinds of elements, kinds of relations, and a view of them.

ArchiMate 3.2 (The Open Group, 2022): the business layer (chapter 8), the application layer
(chapter 9), the technology layer (chapter 10), and the relationships (chapter 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.diagrams.names import Name
from generator.model.base import Origin, OriginKind
from generator.model.handbook import Handbook
from generator.model.identifiers import SystemId
from generator.model.organisation import System, SystemKind

STATED = Origin(origin=OriginKind.SOURCE)


class ElementKind(StrEnum):
    """What an element is (ArchiMate 3.2, 8 to 10), as PlantUML calls it."""

    ROLE = "business-role"
    ACTOR = "business-actor"
    PROCESS = "business-process"
    SERVICE = "business-service"
    APPLICATION = "application-component"
    APPLICATION_SERVICE = "application-service"
    INFORMATION = "application-data-object"
    NODE = "technology-node"
    NETWORK = "technology-communication-network"
    TECHNOLOGY_SERVICE = "technology-service"


class RelationKind(StrEnum):
    """What goes from one element to another (ArchiMate 3.2, chapter 5)."""

    ASSIGNED = "assigned"
    """Assignment: who does it."""
    REALIZES = "realizes"
    """Realization: what brings a service about."""
    SERVES = "serves"
    """Serving: what is used by it."""
    HOSTS = "hosts"
    """Serving, from the technology layer to what runs on it."""
    CONNECTED = "connected"
    """Association: that they are connected, in no stated direction."""


class Layer(StrEnum):
    """A layer of the architecture."""

    BUSINESS = "business"
    APPLICATION = "application"
    TECHNOLOGY = "technology"


@dataclass(frozen=True, slots=True)
class Element:
    """One thing in a view; ``origin`` is where the handbook has it from."""

    kind: ElementKind
    name: Name
    origin: Origin = STATED


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two elements of a view, by their keys."""

    source: str
    kind: RelationKind
    target: str
    origin: Origin = STATED


@dataclass(frozen=True, slots=True)
class View:
    """A part of the architecture: its elements by key, in order, and their relations.

    ``unhosted`` are the applications in it of which nobody stated where they run.
    """

    elements: Mapping[str, Element]
    relations: tuple[Relation, ...]
    unhosted: tuple[SystemId, ...] = ()


ELEMENT_OF = {
    SystemKind.INFORMATION_SYSTEM: ElementKind.APPLICATION,
    SystemKind.SOFTWARE: ElementKind.APPLICATION,
    SystemKind.SOURCE: ElementKind.INFORMATION,
    SystemKind.SERVER: ElementKind.NODE,
    SystemKind.INFRASTRUCTURE: ElementKind.NODE,
    SystemKind.COMMUNICATION: ElementKind.NETWORK,
}
_TECHNOLOGY = frozenset({ElementKind.NODE, ElementKind.NETWORK})


def layer_of(system: System) -> Layer:
    """The layer in which a system stands, by its kind."""
    technology = ELEMENT_OF[system.kind] in _TECHNOLOGY
    return Layer.TECHNOLOGY if technology else Layer.APPLICATION


def in_layer(layer: Layer, handbook: Handbook) -> tuple[System, ...]:
    """The systems of a layer, in the order of their file."""
    return tuple(item for item in handbook.systems.values() if layer_of(item) is layer)


def in_technology(handbook: Handbook) -> tuple[SystemId, ...]:
    """What the technology layer shows: its systems, what runs on one, what is connected with one.

    An application that is a host shows there too; a name of no system does not.
    """
    own = {item.id for item in in_layer(Layer.TECHNOLOGY, handbook)}
    shown = set(own)
    for system in handbook.systems.values():
        if system.runs_on:
            shown |= {system.id, system.runs_on}
        if system.id in own:
            shown |= set(system.connected_to)
        elif own & set(system.connected_to):
            shown.add(system.id)
    return tuple(item for item in handbook.systems if item in shown)


def layers_of(handbook: Handbook) -> tuple[Layer, ...]:
    """The layers in which a handbook has something."""
    found = {layer_of(system) for system in handbook.systems.values()}
    found |= {Layer.BUSINESS} if handbook.processes or handbook.organisation.services else set()
    return tuple(layer for layer in Layer if layer in found)


def runs_somewhere(system: System) -> bool:
    """Whether it is a thing that runs on something: an application, not a server or a source."""
    return ELEMENT_OF[system.kind] is ElementKind.APPLICATION
