"""Two texts cut down to where they differ, for a sentence that has to stay readable."""

from itertools import takewhile

LONGEST = 90
"""The most characters of a text that are shown whole, or of what is left of it."""
_AROUND = 4
"""How many words stay on either side of what differs."""
_CUT = "…"


def excerpts(before: str, after: str) -> tuple[str, str]:
    """The two texts on one line each: whole when they are short, else what is different in them."""
    one, other = before.split(), after.split()
    if max(len(before), len(after)) <= LONGEST:
        return " ".join(one), " ".join(other)
    ahead = _alike(one, other)
    behind = min(_alike(one[::-1], other[::-1]), min(len(one), len(other)) - ahead)
    return _excerpt(one, ahead, behind), _excerpt(other, ahead, behind)


def shortened(text: str) -> str:
    """A text on one line, without its end when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + _CUT


def _alike(one: list[str], other: list[str]) -> int:
    """How many words the two begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _excerpt(words: list[str], ahead: int, behind: int) -> str:
    start, end = max(0, ahead - _AROUND), min(len(words), len(words) - behind + _AROUND)
    text = " ".join(words[start:end])
    shown = shortened(text)
    before = f"{_CUT} " if start else ""
    return before + shown + (f" {_CUT}" if end < len(words) and shown == text else "")
