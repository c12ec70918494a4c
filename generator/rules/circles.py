"""Groups of points that all lead to each other: what goes round."""

from collections.abc import Iterable, Iterator, Mapping, Sequence


def circles(points: Iterable[int], targets: Sequence[Iterable[int]]) -> Iterator[set[int]]:
    """Divides the points, none of which leads outside them, into groups.

    Any two points of a group lead to each other. A point by itself is a group too, whether
    it leads to itself or not.

    Kosaraju's two walks: the second, backwards and in the order in which the first left
    the points, finds each group.
    """
    inside = sorted(set(points))
    backwards: dict[int, list[int]] = {point: [] for point in inside}
    for point in inside:
        for target in targets[point]:
            backwards[target].append(point)
    assigned: set[int] = set()
    for start in reversed(_leaving_order(inside, targets)):
        group = _unassigned(start, backwards, assigned)
        assigned |= group
        if group:
            yield group


def _leaving_order(points: Sequence[int], targets: Sequence[Iterable[int]]) -> list[int]:
    seen: set[int] = set()
    order: list[int] = []
    for start in points:
        pending = [(start, False)]
        while pending:
            point, left = pending.pop()
            if left:
                order.append(point)
            elif point not in seen:
                seen.add(point)
                pending.append((point, True))
                pending += [(target, False) for target in targets[point] if target not in seen]
    return order


def _unassigned(start: int, backwards: Mapping[int, list[int]], assigned: set[int]) -> set[int]:
    found: set[int] = set()
    pending = [start]
    while pending:
        point = pending.pop()
        if point not in found and point not in assigned:
            found.add(point)
            pending += backwards[point]
    return found


def way_round(start: int, group: set[int], targets: Sequence[Iterable[int]]) -> list[int]:
    """The shortest way from a point of a group back to it, both ends included.

    Only the start is returned when the point leads to no point of the group.
    """
    came_from: dict[int, int] = {}
    level = [start]
    while level and start not in came_from:
        further = []
        for point in level:
            for target in targets[point]:
                if target in group and target not in came_from:
                    came_from[target] = point
                    further.append(target)
        level = further
    return _back(start, came_from)


def _back(start: int, came_from: Mapping[int, int]) -> list[int]:
    found = [start]
    if start in came_from:
        point = came_from[start]
        while point != start:
            found.append(point)
            point = came_from[point]
        found.append(start)
    return found[::-1]
