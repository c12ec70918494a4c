"""The ways through a process, held against the plainest way to compute them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.rules.ways import loops, reached

GRAPHS = st.integers(1, 7).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size
    )
)


def closure(graph: list[list[int]]) -> list[set[int]]:
    """What every step leads to, in one move or more."""
    found = [set(targets) for targets in graph]
    for _ in graph:
        found = [targets.union(*(found[target] for target in targets)) for targets in found]
    return found


@given(GRAPHS, st.integers(0, 6))
def test_reached(graph: list[list[int]], start: int) -> None:
    begin = start % len(graph)
    assert reached([begin], graph) == {begin} | closure(graph)[begin]


@given(GRAPHS)
def test_loops_are_the_groups_that_lead_nowhere_else(graph: list[list[int]]) -> None:
    leads_to = closure(graph)
    every = range(len(graph))
    expected = {
        frozenset(leads_to[step])
        for step in every
        if step in leads_to[step] and all(step in leads_to[other] for other in leads_to[step])
    }
    ending = {step for step in every if not graph[step]}
    assert {frozenset(group) for group in loops(every, graph)} - {
        frozenset({step}) for step in ending
    } == expected


def test_long_chains_do_not_recurse() -> None:
    graph = [[step + 1] for step in range(20_000)] + [[0]]
    assert all(after - before == 1 for before, after in pairwise(sorted(reached([0], graph))))
    assert len(loops(range(len(graph)), graph)) == 1
