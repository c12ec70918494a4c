"""The graph under a flow, and the order in which it can be written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagrams.flow import START, Choice, Edge, End, Flow

Graph = Mapping[str, tuple[Edge, ...]]


def graph_of(flow: Flow, whole: frozenset[str] = frozenset()) -> Graph:
    """The flow's edges; a choice of three or more that is not ``whole`` is a chain of twos."""
    found: dict[str, tuple[Edge, ...]] = {}
    for name, node in flow.nodes.items():
        edges = flow.leaving[name]
        if isinstance(node, Choice) and name not in whole:
            found |= _chain(name, edges)
        else:
            found[name] = edges
        assert edges or isinstance(node, End)
    return found


def _chain(name: str, edges: tuple[Edge, ...]) -> Iterator[tuple[str, tuple[Edge, ...]]]:
    at = name
    for place in range(len(edges) - 2):
        rest = f"{name}/{place + 2}"
        yield at, (replace(edges[place], source=at), Edge(at, rest))
        at = rest
    yield at, tuple(replace(edge, source=at) for edge in edges[-2:])


def choice_of(node: str) -> str:
    """The flow's own node behind a part of a longer choice."""
    return node.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Order:
    """Where each node stands when every edge but the ways back points forward."""

    place: Mapping[str, int]
    back: frozenset[tuple[str, str]]


def order_of(graph: Graph) -> Order:
    """The order in which a depth-first walk from the start leaves the nodes, reversed."""
    done: list[str] = []
    back: set[tuple[str, str]] = set()
    open_nodes: dict[str, Iterator[Edge]] = {START: iter(reversed(graph[START]))}
    seen = {START}
    while open_nodes:
        node, edges = next(reversed(open_nodes.items()))
        edge = next(edges, None)
        if edge is None:
            del open_nodes[node]
            done.append(node)
        elif edge.target in open_nodes:
            back.add((node, edge.target))
        elif edge.target not in seen:
            seen.add(edge.target)
            open_nodes[edge.target] = iter(reversed(graph[edge.target]))
    places = {node: place for place, node in enumerate(reversed(done))}
    return Order(places, frozenset(back))
