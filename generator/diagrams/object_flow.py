"""Which objects an activity diagram shows, and where: one rule, applied to every process.

An output is drawn when another action takes it or it leaves the process; an input is drawn
when it comes from outside. An object that the very next action takes stands on the way to
it; one that leaves, or waits for a later action, hangs beside the way; one from outside
joins the way just before the first action that takes it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.diagrams.flow import (
    Action,
    Choice,
    Edge,
    End,
    Flow,
    Node,
    ObjectNode,
    Objects,
    flow_of,
)
from generator.model.handbook import slug
from generator.model.process import ObjectState, Place, Process


def matches(one: ObjectState, other: ObjectState) -> bool:
    """Whether both name the same object in the same state, or one of them names no state."""
    same = slug(one.object) == slug(other.object)
    return same and (one.state == other.state or not one.state or not other.state)


def declared(process: Process, place: Place) -> tuple[ObjectState, ...]:
    """The objects that a process declares in a place of its business process diagram."""
    return tuple(
        ObjectState(object=item.name, state=state)
        for item in process.objects
        if place in item.place
        for state in item.states or (None,)
    )


def boundary(process: Process, place: Place) -> tuple[ObjectState, ...]:
    """What crosses the boundary as input or as output.

    A process that declares nothing there takes what none of its actions gives, and gives
    what none of them takes.
    """
    if found := declared(process, place):
        return found
    actions = flow_of(process).actions
    taken = [item for action in actions for item in action.inputs]
    given = [item for action in actions for item in action.outputs]
    ours, theirs = (taken, given) if place is Place.INPUT else (given, taken)
    return tuple(dict.fromkeys(item for item in ours if not _among(item, theirs)))


def with_objects(flow: Flow) -> Flow:
    """The same flow with its objects as nodes on the edges."""
    groups = {group.id: group for group in _groups(flow)}
    nodes: dict[str, Node] = dict(flow.nodes)
    edges: list[Edge] = []
    for edge in flow.edges:
        names = [name for name in _names(flow, edge) if name in groups]
        nodes |= {name: groups[name] for name in names}
        edges += _through(edge, names)
    return Flow(flow.process, MappingProxyType(nodes), tuple(dict.fromkeys(edges)))


def _through(edge: Edge, names: list[str]) -> Iterator[Edge]:
    """One edge cut into pieces; the guard stays on the first."""
    at, guard = edge.source, edge.guard
    for name in [*names, edge.target]:
        yield Edge(at, name, guard)
        at, guard = name, None


def _names(flow: Flow, edge: Edge) -> tuple[str, str, str]:
    """The groups that may stand on an edge: behind its source, on itself, before its target."""
    place = flow.leaving[edge.source].index(edge)
    return f"after:{edge.source}", f"along:{edge.source}:{place}", f"before:{edge.target}"


def _groups(flow: Flow) -> Iterator[Objects]:
    entering = dict(_entering(flow))
    for action in flow.actions:
        behind = list(_behind(flow, action))
        next_action = _only_way(flow, action)
        for group in behind:
            if next_action and group.id.startswith("after:") and next_action.id in entering:
                group = replace(group, entering=entering.pop(next_action.id))  # noqa: PLW2901
            yield group
    for name, items in entering.items():
        yield Objects(f"before:{name}", name, entering=items)


def _only_way(flow: Flow, action: Action) -> Action | None:
    """The next action when the same people go on with it and nothing else leads there."""
    edge = flow.leaving[action.id][0]
    target = flow.nodes[edge.target]
    alone = sum(1 for other in flow.edges if other.target == edge.target) == 1
    return target if alone and isinstance(target, Action) and _same(action, target) else None


def _same(one: Action, other: Action) -> bool:
    return (one.roles, one.any_of, one.systems) == (other.roles, other.any_of, other.systems)


def _entering(flow: Flow) -> Iterator[tuple[str, tuple[ObjectNode, ...]]]:
    """What comes from outside, at the first action that takes it."""
    outside = boundary(flow.process, Place.INPUT)
    shown: list[ObjectState] = []
    for action in flow.actions:
        path = _path(action, "inputs")
        found = []
        for item in action.inputs:
            made = any(_gives(other, item) for other in flow.actions)
            if _among(item, outside) and not made and item not in shown:
                found.append(ObjectNode(item, path))
                shown.append(item)
        if found:
            yield action.id, tuple(found)


def _behind(flow: Flow, action: Action) -> Iterator[Objects]:
    """What an action gives: on the way to the next one, or behind the choice that follows."""
    path = _path(action, "outputs")
    given = [ObjectNode(item, path) for item in action.outputs if _shown(flow, action, item)]
    edge = flow.leaving[action.id][0]
    target = flow.nodes[edge.target]
    if isinstance(target, Choice):
        places = _Places.of(flow, target, given)
        for number, passing in enumerate(places.along):
            if passing:
                yield Objects(f"along:{target.id}:{number}", action.id, passing=passing)
        passing, leaving = places.passing, places.leaving
    else:
        passing = tuple(item for item in given if _goes_on(target, item.item))
        leaving = tuple(item for item in given if item not in passing)
    if passing or leaving:
        yield Objects(f"after:{action.id}", action.id, passing=passing, leaving=leaving)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the outputs of an action stand when a choice follows it."""

    passing: tuple[ObjectNode, ...]
    leaving: tuple[ObjectNode, ...]
    along: tuple[tuple[ObjectNode, ...], ...]

    @classmethod
    def of(cls, flow: Flow, choice: Choice, given: list[ObjectNode]) -> "_Places":
        targets = [flow.nodes[edge.target] for edge in flow.leaving[choice.id]]
        ways = {
            item: {number for number, node in enumerate(targets) if _takes(node, item.item)}
            for item in given
        }
        _place_siblings(ways, targets)
        everywhere = set(range(len(targets)))
        return cls(
            tuple(item for item in given if ways[item] == everywhere),
            tuple(item for item in given if not ways[item]),
            tuple(
                tuple(item for item in given if number in ways[item] != everywhere)
                for number in range(len(targets))
            ),
        )


def _place_siblings(ways: dict[ObjectNode, set[int]], targets: list[Node]) -> None:
    """One object in several states behind a choice: each answer has its own state."""
    for item, places in ways.items():
        others = [ways[other] for other in ways if other != item and _siblings(item, other)]
        taken = set().union(*others)
        free = set(range(len(targets))) - taken
        if not places and taken and free:
            ends = {number for number in free if isinstance(targets[number], End)}
            ways[item] = ends or free


def _siblings(one: ObjectNode, other: ObjectNode) -> bool:
    return slug(one.item.object) == slug(other.item.object)


def _shown(flow: Flow, action: Action, item: ObjectState) -> bool:
    others = (other for other in flow.actions if other.id != action.id)
    taken = any(_takes(other, item) for other in others)
    return taken or _among(item, boundary(flow.process, Place.OUTPUT))


def _among(item: ObjectState, items: Iterable[ObjectState]) -> bool:
    return any(matches(item, other) for other in items)


def _goes_on(target: Node, item: ObjectState) -> bool:
    return isinstance(target, End) or _takes(target, item)


def _takes(node: Node, item: ObjectState) -> bool:
    return isinstance(node, Action) and _among(item, node.inputs)


def _gives(action: Action, item: ObjectState) -> bool:
    return _among(item, action.outputs)


def _path(action: Action, field: str) -> str:
    step = f"steps.{action.step.id}"
    return f"{step}.{field}" if action.number else f"{step}.decision.outcomes"
