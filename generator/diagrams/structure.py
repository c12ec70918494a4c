"""From a flow, which may jump anywhere, to nested blocks, which is all PlantUML can write.

A branch that joins the others falls through to what comes after its choice. A way back to
the step above a choice becomes a ``repeat``. Every other jump becomes a connector: a
lettered circle where the flow leaves and the same letter where it goes on. A choice of
three or more is one diamond where PlantUML draws it well, else a chain of diamonds. Nothing
is copied, so the paths through the blocks are the paths through the flow (property-tested).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagrams.blocks import (
    Act,
    Block,
    Branch,
    Fork,
    Jump,
    Repeat,
    Sequence,
    Stop,
    drawn,
    everything,
    falls,
)
from generator.diagrams.flow import START, Action, Choice, Edge, Flow, Node, Objects
from generator.diagrams.order import Graph, Order, graph_of, order_of


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a flow, and the letter of every node that is jumped to."""

    blocks: Sequence
    letters: Mapping[str, str]


def structure_of(flow: Flow, lane_of: Callable[[str], object] = lambda _: None) -> Structure:
    """The blocks whose paths are exactly the paths through the flow.

    Args:
        flow: the graph.
        lane_of: the lane in which a node stands; None for one that stands where it is written.
    """
    choices = (node.id for node in flow.nodes.values() if isinstance(node, Choice))
    whole = frozenset(name for name in choices if 2 < len(flow.leaving[name]) <= _MOST_BRANCHES)
    blocks = _blocks_of(flow, whole)
    while chained := {
        block.node
        for block in everything(blocks)
        if isinstance(block, Fork) and block.node in whole and not _drawable(block, lane_of)
    }:
        whole -= chained
        blocks = _blocks_of(flow, whole)
    jumped = {block.node for block in everything(blocks) if isinstance(block, Jump)}
    order = (node for node in drawn(blocks) if node in jumped)
    letters = {node: _letter(number) for number, node in enumerate(order)}
    return Structure(blocks, letters)


def _blocks_of(flow: Flow, whole: frozenset[str]) -> Sequence:
    graph = graph_of(flow, whole)
    single = frozenset(name for name, node in flow.nodes.items() if _is_one_box(node))
    return _Builder(graph, order_of(graph), single).sequence(START, None)


def _drawable(fork: Fork, lane_of: Callable[[str], object]) -> bool:
    """Whether PlantUML draws all answers of a choice under one diamond.

    Its ``switch`` draws an empty branch across the others, and stops with an error on a
    branch that ends in another lane (measured with 1.2026.2).
    """
    own = lane_of(fork.node)
    return all(
        branch.blocks
        and all(
            isinstance(block, Act | Jump | Stop)
            and (isinstance(block, Jump) or lane_of(block.node) in (None, own))
            for block in branch.blocks
        )
        for branch in fork.branches
    )


def _is_one_box(node: Node) -> bool:
    """Whether a node can stand on the arrow back of a ``repeat``, which holds one box."""
    if isinstance(node, Objects):
        return len(node.passing) == 1 and not node.leaving and not node.entering
    return isinstance(node, Action) and not node.remarks


def _letter(number: int) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return letters[number] if number < len(letters) else chr(0x4E00 + number)


_MOST_BRANCHES = 5
"""How many branches still fit beside each other on a page."""


_LONGEST_REPEAT = 6
"""From how many nodes on an arrow back would be longer than a reader follows."""


_LONGEST_BRANCH = 9
"""From how many nodes on a branch with choices in it is not drawn beside another one."""


class _Builder:
    """Places every node once; ``closed`` holds what is placed or kept for an outer block."""

    def __init__(self, graph: Graph, order: Order, single: frozenset[str]) -> None:
        self._graph = graph
        self._order = order
        self._single_boxes = single
        self._closed: frozenset[str] = frozenset()
        self._entered = Counter(edge.target for edges in graph.values() for edge in edges)

    def sequence(self, start: str, stop: str | None) -> Sequence:
        """The blocks from a node up to ``stop``, which the flow then falls into."""
        blocks: list[Block] = []
        at: str | None = start
        while at is not None and at != stop:
            if at in self._closed:
                blocks.append(Jump(at))
                break
            block, at = self._repeat(at) or self._single(at, stop)
            blocks.append(block)
        return tuple(blocks)

    def _single(self, node: str, stop: str | None) -> tuple[Block, str | None]:
        self._closed |= {node}
        edges = self._graph[node]
        if not edges:
            return Stop(node), None
        if len(edges) == 1:
            return Act(node, edges[0].guard), edges[0].target
        follow = self._follow(edges, stop) or stop
        kept = self._ahead(follow) if follow and follow != stop else frozenset()
        self._closed |= kept
        branches = [Branch(edge.guard, self.sequence(edge.target, follow)) for edge in edges]
        self._closed -= kept
        return Fork(node, tuple(branches)), follow

    def _follow(self, edges: tuple[Edge, ...], stop: str | None) -> str | None:
        """The node that is drawn below a choice: where its branches meet, or else the main line.

        The main line is the branch that reaches ``stop``, or else the one with most to come. Of
        three and more its first node stays in the branch, which must not be empty.
        """
        reaches = [self._reach(edge.target, stop) for edge in edges]
        times = Counter(node for reached in reaches for node in reached)
        most = max(times.values(), default=0)
        if most > 1:
            shared = (node for node, count in times.items() if count == most)
            meeting = min(shared, key=self._order.place.__getitem__)
            return self._long_way(edges, meeting) or meeting
        main = max(range(len(edges)), key=lambda at: (stop in reaches[at], len(reaches[at])))
        if len(reaches[main]) < 2:
            return None
        target = edges[main].target
        over = self._graph[target]
        alone = len(edges) > 2 and len(over) == 1 and self._entered[target] == 1
        return over[0].target if alone else target

    def _long_way(self, edges: tuple[Edge, ...], meeting: str) -> str | None:
        """The longer branch, when it holds choices and is so long that it is the main line.

        The other branch then jumps to the meeting point: a line beside all of that would be
        longer than a reader follows, and everything in between would be squeezed.
        """
        if len(edges) > 2:
            return None
        ways = [self._reach(edge.target, meeting) - {meeting} for edge in edges]
        short, long = sorted((0, 1), key=lambda side: len(ways[side]))
        forks = any(len(self._graph[node]) > 1 for node in ways[long])
        plain = all(len(self._graph[node]) < 2 for node in ways[short])
        far = forks and plain and ways[short] and len(ways[long]) >= _LONGEST_BRANCH
        return edges[long].target if far else None

    def _ahead(self, node: str) -> frozenset[str]:
        """What is drawn from a node on: a branch before it jumps there and never draws it."""
        return self._reach(node, None)

    def _reach(self, start: str, stop: str | None) -> frozenset[str]:
        """What can still be placed from a node on, going forward; ``stop`` is the last of it."""
        found: set[str] = set()
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node in found or (node in self._closed and node != stop):
                continue
            found.add(node)
            if node != stop:
                ahead = (edge.target for edge in self._graph[node])
                waiting += [step for step in ahead if (node, step) not in self._order.back]
        return frozenset(found)

    def _repeat(self, node: str) -> tuple[Block, str] | None:
        for again, leave, back in self._ways_back(node):
            before = self._closed
            kept = self._ahead(leave.target)
            self._closed |= {again.source, *back} | kept
            body = self.sequence(node, again.source)
            if falls(body) and sum(1 for _ in everything(body)) <= _LONGEST_REPEAT:
                self._closed -= kept
                over = back[0] if back else None
                return Repeat(body, again.source, again.guard, over, leave.guard), leave.target
            self._closed = before
        return None

    def _ways_back(self, node: str) -> Iterator[tuple[Edge, Edge, tuple[str, ...]]]:
        """The choices below a node of which one answer leads straight back, outermost first."""
        for choice in sorted(self._graph, key=lambda name: -self._order.place.get(name, -1)):
            edges = self._graph[choice]
            if len(edges) != 2 or choice in self._closed or choice not in self._order.place:
                continue
            for again, leave in (edges, edges[::-1]):
                back = self._straight_back(again, node)
                if back is not None and leave.target != node and leave.target not in back:
                    yield again, leave, back

    def _straight_back(self, edge: Edge, node: str) -> tuple[str, ...] | None:
        if (edge.source, edge.target) in self._order.back:
            return () if edge.target == node else None
        over = self._graph[edge.target]
        alone = self._entered[edge.target] == 1 and edge.target not in self._closed
        alone = alone and edge.target in self._single_boxes
        if len(over) == 1 and alone and (edge.target, node) in self._order.back:
            return (edge.target,) if over[0].target == node else None
        return None
