"""The flow of a process as a neutral graph: resolved values, no colour and no syntax.

Every notation starts here: the activity diagram, its text alternative, and any later one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.model.identifiers import RoleId, SystemId
from generator.model.process import Activity, Decision, ObjectState, Outcome, Process, Step

START = "start"


@dataclass(frozen=True, slots=True)
class Start:
    """Where the flow begins."""

    id: str = START


@dataclass(frozen=True, slots=True)
class Action:
    """A step, numbered from 1, or an activity on the way between steps, not numbered."""

    id: str
    name: str
    step: Step
    number: int | None
    roles: tuple[RoleId, ...] = ()
    any_of: tuple[RoleId, ...] = ()
    systems: tuple[SystemId, ...] = ()
    inputs: tuple[ObjectState, ...] = ()
    outputs: tuple[ObjectState, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A question; every edge that leaves it is an answer."""

    id: str
    step: Step
    decision: Decision


@dataclass(frozen=True, slots=True)
class End:
    """Where the flow ends, and with what result."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class ObjectNode:
    """An object in a state, and the origin path of the field that names it."""

    item: ObjectState
    path: str


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects on the way from one node to the next (see ``object_flow``).

    ``passing`` objects go along with the flow, ``leaving`` ones hang beside it, ``entering``
    ones join it; all stand in the lane of the action ``beside`` which they are.
    """

    id: str
    beside: str
    passing: tuple[ObjectNode, ...] = ()
    leaving: tuple[ObjectNode, ...] = ()
    entering: tuple[ObjectNode, ...] = ()


Node = Start | Action | Choice | End | Objects


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one node to the next; ``guard`` is the answer that leads along it."""

    source: str
    target: str
    guard: str | None = None


@dataclass(frozen=True)
class Flow:
    """Nodes in order of the file and edges in order of the answers."""

    process: Process
    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    leaving: Mapping[str, tuple[Edge, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Fills ``leaving``, the edges by the node they leave."""
        found: dict[str, list[Edge]] = {node: [] for node in self.nodes}
        for edge in self.edges:
            found[edge.source].append(edge)
        ways = {node: tuple(edges) for node, edges in found.items()}
        object.__setattr__(self, "leaving", MappingProxyType(ways))

    @property
    def actions(self) -> tuple[Action, ...]:
        """Every step and activity, in order of the file."""
        return tuple(node for node in self.nodes.values() if isinstance(node, Action))


def flow_of(process: Process) -> Flow:
    """The graph of a process.

    Steps follow each other in the order of the file unless a decision, ``next`` or ``end``
    says otherwise; an outcome that names no way on goes where the step itself goes.
    """
    nodes: dict[str, Node] = {START: Start()}
    edges = [Edge(START, step_node(process.steps[0].id))]
    for part in _parts(process):
        if isinstance(part, Edge):
            edges.append(part)
        else:
            nodes[part.id] = part
    return Flow(process, MappingProxyType(nodes), tuple(edges))


def step_node(step: str) -> str:
    """The identifier of a step's node."""
    return f"step:{step}"


def choice_node(step: str) -> str:
    """The identifier of the node of the decision behind a step."""
    return f"choice:{step}"


def _parts(process: Process) -> Iterator[Node | Edge]:
    for number, step in enumerate(process.steps, start=1):
        yield _action(step, number)
        source = step_node(step.id)
        outcomes = step.outcomes
        if step.decision is None or not outcomes:
            yield from _way_on(process, number, Edge(source, ""))
        elif len(outcomes) > 1:
            yield Choice(choice_node(step.id), step, step.decision)
            yield Edge(source, choice_node(step.id))
            source = choice_node(step.id)
        for place, outcome in enumerate(outcomes, start=1):
            yield from _outcome(process, number, outcome, f"{step.id}:{place}", source)


def _outcome(
    process: Process, number: int, outcome: Outcome, name: str, source: str
) -> Iterator[Node | Edge]:
    way = Edge(source, "", outcome.answer)
    for count, activity in enumerate(outcome.activities, start=1):
        node = _activity(process.steps[number - 1], activity, f"activity:{name}:{count}")
        yield node
        yield replace(way, target=node.id)
        way = Edge(node.id, "")
    if outcome.next:
        yield replace(way, target=step_node(outcome.next))
    elif outcome.end:
        yield from _end(way, f"end:{name}", outcome.end)
    else:
        yield from _way_on(process, number, way, name=name)


def _way_on(
    process: Process, number: int, way: Edge, *, name: str | None = None
) -> Iterator[Node | Edge]:
    step = process.steps[number - 1]
    if step.next:
        yield replace(way, target=step_node(step.next))
    elif step.end or number == len(process.steps):
        yield from _end(way, f"end:{name or step.id}", step.end)
    else:
        yield replace(way, target=step_node(process.steps[number].id))


def _end(way: Edge, identifier: str, name: str | None) -> Iterator[Node | Edge]:
    yield End(identifier, name)
    yield replace(way, target=identifier)


def _action(step: Step, number: int) -> Action:
    return Action(
        id=step_node(step.id),
        name=step.name,
        step=step,
        number=number,
        roles=step.roles,
        any_of=step.any_of,
        systems=step.performed_by,
        inputs=step.inputs,
        outputs=step.outputs,
        remarks=step.remarks,
    )


def _activity(step: Step, activity: Activity, identifier: str) -> Action:
    return Action(
        id=identifier,
        name=activity.name,
        step=step,
        number=None,
        roles=activity.roles,
        any_of=activity.any_of,
        inputs=activity.inputs,
        outputs=activity.outputs,
    )
