"""Which of the things before is which of the things afterwards."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.diff.similarity import Content, content_of, similarity

_COMMON = 20
"""A word in more things than this tells nothing about which is which."""
_CANDIDATES = 5
"""How many of the things with the most telling words in common are looked at closely."""


class Match(NamedTuple):
    """A thing before and afterwards, and its place in each list; None where there is none."""

    before: Any
    after: Any
    before_at: int | None
    after_at: int | None


def matches(
    before: Sequence[Any], after: Sequence[Any], key: Callable[[Any], Hashable], *, least: float
) -> list[Match]:
    """Finds for each thing what it was: by its key, else by its content.

    Args:
        before: the things there were.
        after: the things there are.
        key: what identifies a thing. Of several with the same key, equal ones belong together.
        least: how much of the content of two things with other keys must be the same; above 1
            only the key counts.

    Returns:
        Each thing there is, in its order, then each thing that there is no more.
    """
    found = dict(_by_key(before, after, key))
    known = set(found.values())
    left_before = [number for number in range(len(before)) if number not in known]
    left_after = [number for number in range(len(after)) if number not in found]
    if left_before and left_after and least <= 1:
        one = {number: content_of(before[number]) for number in left_before}
        other = {number: content_of(after[number]) for number in left_after}
        found |= {b: a for a, b in _by_content(one, other, least)}
    known = set(found.values())
    places: list[tuple[int | None, int | None]]
    places = [(found.get(number), number) for number in range(len(after))]
    places += [(number, None) for number in left_before if number not in known]
    return [
        Match(
            before=None if one is None else before[one],
            after=None if other is None else after[other],
            before_at=one,
            after_at=other,
        )
        for one, other in places
    ]


def in_order(numbers: Sequence[int], names: Sequence[str]) -> set[int]:
    """The things that keep their order, as many as possible; the others were moved.

    Args:
        numbers: where each thing stood before, in the order in which they stand now.
        names: what tells the things apart, to choose between equally good answers in a way
            that does not depend on which handbook came first.

    Returns:
        The places, in ``numbers``, of the things that keep their order.
    """
    rank = {name: place for place, name in enumerate(sorted(names))}
    best: list[tuple[int, int, tuple[int, ...]]] = []
    for place, number in enumerate(numbers):
        ahead = [best[earlier] for earlier in range(place) if numbers[earlier] < number]
        count, weight, kept = max(ahead, default=(0, 0, ()))
        best.append((count + 1, weight + (1 << rank[names[place]]), (*kept, place)))
    return set(max(best, default=(0, 0, ()))[2])


def _by_key(
    before: Sequence[Any], after: Sequence[Any], key: Callable[[Any], Hashable]
) -> Iterator[tuple[int, int]]:
    """Pairs of numbers, afterwards and before."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for number, thing in enumerate(before):
        places[key(thing)].append(number)
    left = []
    for number, thing in enumerate(after):
        alike = places.get(key(thing), [])
        equal = next((place for place in alike if before[place] == thing), None)
        if equal is None:
            left.append(number)
        else:
            alike.remove(equal)
            yield number, equal
    for number in left:
        alike = places.get(key(after[number]), [])
        if alike:
            yield number, alike.pop(0)


def _by_content(
    before: Mapping[int, Content], after: Mapping[int, Content], least: float
) -> Iterator[tuple[int, int]]:
    """Pairs of numbers, before and afterwards: the most alike first."""
    scored = [
        (similarity(before[one], after[other]), one, other)
        for one, other in _candidates(before, after)
    ]
    # Of equally similar pairs those at the same place, whichever handbook came first.
    scored.sort(key=lambda found: (-found[0], found[1] + found[2], abs(found[1] - found[2])))
    taken_before: set[int] = set()
    taken_after: set[int] = set()
    for score, one, other in scored:
        if score >= least and one not in taken_before and other not in taken_after:
            taken_before.add(one)
            taken_after.add(other)
            yield one, other


def _candidates(
    before: Mapping[int, Content], after: Mapping[int, Content]
) -> Iterator[tuple[int, int]]:
    """The pairs worth a closer look; all of them where the lists are short."""
    if len(before) * len(after) <= _COMMON**2:
        yield from ((one, other) for one in before for other in after)
        return
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for other, content in after.items():
        for word in _telling(content):
            holders[word].append(other)
    for one, content in before.items():
        shared: Counter[int] = Counter()
        for word in _telling(content):
            if len(holders.get(word, ())) <= _COMMON:
                shared.update(holders.get(word, ()))
        for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]:
            yield one, other


def _telling(content: Content) -> Iterator[tuple[str, str]]:
    return ((field, word) for field, words in content.items() for word in words)
