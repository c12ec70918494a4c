"""What the author probably meant: the nearest known word, for the hint of a finding."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

_LONGEST = 80
_MOST = 500


def nearest(word: str, known: Sequence[str]) -> dict[str, str]:
    """The detail ``guess`` with the known word nearest to ``word``; empty when none is near."""
    # Beyond these sizes a guess takes longer than it helps.
    bounded = len(word) <= _LONGEST and len(known) <= _MOST
    found = _nearest(word, tuple(known)) if bounded else None
    return {"guess": found} if found else {}


@lru_cache(maxsize=1000)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    similar = [item for item in known if abs(len(item) - len(word)) <= 2 + len(word) // 3]
    matches = get_close_matches(word, similar, n=1, cutoff=0.75)
    return matches[0] if matches else None
