"""What goes round, held against the plainest way to find it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.rules.circles import circles, way_round

GRAPHS = st.integers(1, 7).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size
    )
)


def leads_to(graph: list[list[int]]) -> list[set[int]]:
    """What every point leads to, in one move or more."""
    found = [set(targets) for targets in graph]
    for _ in graph:
        found = [targets.union(*(found[target] for target in targets)) for targets in found]
    return found


@given(GRAPHS)
def test_two_points_are_together_when_each_leads_to_the_other(graph: list[list[int]]) -> None:
    found = leads_to(graph)
    groups = list(circles(range(len(graph)), graph))
    assert sorted(point for group in groups for point in group) == list(range(len(graph)))
    for group in groups:
        for one in range(len(graph)):
            for other in group:
                together = one == other or (one in found[other] and other in found[one])
                assert (one in group) is together


@given(GRAPHS)
def test_a_way_round_follows_the_arrows_back_to_its_start(graph: list[list[int]]) -> None:
    found = leads_to(graph)
    for group in circles(range(len(graph)), graph):
        for start in group:
            way = way_round(start, group, graph)
            assert way[0] == way[-1] == start
            assert (len(way) > 1) is (start in found[start])
            assert all(after in graph[before] for before, after in pairwise(way))
            assert len(set(way[1:])) == len(way[1:])


def test_a_long_circle_does_not_recurse() -> None:
    size = 20_000
    graph = [[(point + 1) % size] for point in range(size)]
    (group,) = circles(range(size), graph)
    assert len(way_round(0, group, graph)) == size + 1
