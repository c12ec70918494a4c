"""What the author probably meant: the nearest known word, for the hint of a finding."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

_LONGEST = 80


def nearest(word: str, known: Sequence[str]) -> dict[str, str]:
    """The detail ``guess`` with the known word nearest to ``word``; empty when none is near."""
    found = _nearest(word, tuple(known)) if len(word) <= _LONGEST else None
    return {"guess": found} if found else {}


@lru_cache(maxsize=1000)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    matches = get_close_matches(word, known, n=1, cutoff=0.7)
    return matches[0] if matches else None
