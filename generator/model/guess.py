"""What the author probably meant: the nearest known word, for the hint of a finding."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

_LONGEST = 80
_MOST = 500
_NEAR = 0.75
_NEAR_WORD = 0.7
_BETWEEN = re.compile(r"[^\w]+|_")
"""What stands between the words of an identifier, a path or a name."""


def nearest(word: str, known: Sequence[str]) -> dict[str, str]:
    """The detail ``guess`` with the known word nearest to ``word``; empty when none is near."""
    # Beyond these sizes a guess takes longer than it helps.
    bounded = len(word) <= _LONGEST and len(known) <= _MOST
    found = _nearest(word, tuple(known)) if bounded else None
    return {"guess": found} if found else {}


@lru_cache(maxsize=1000)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    similar = [item for item in known if abs(len(item) - len(word)) <= 2 + len(word) // 3]
    matches = get_close_matches(word, similar, n=5, cutoff=_NEAR)
    return next((match for match in matches if _differs_little(word, match)), None)


def _differs_little(word: str, other: str) -> bool:
    """Whether what differs is near by itself.

    A long part in common makes two names look alike (``incident-escalate`` and
    ``incident-close``), while they name two things: nobody types one for the other.
    """
    first, second = _rest(_BETWEEN.split(word), _BETWEEN.split(other))
    if len(first) == len(second):
        return all(map(_near, first, second))
    # A word too many or forgotten, or two words written as one.
    return not first or not second or _near("".join(first), "".join(second))


def _rest(first: list[str], second: list[str]) -> tuple[list[str], list[str]]:
    """Two lists of words without the words that they start and end with in common."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return first, second


def _near(word: str, other: str) -> bool:
    return word == other or SequenceMatcher(None, word, other).ratio() >= _NEAR_WORD
