"""How much of the content of two parts is the same, whatever they are called."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from generator.diff.change import ABOUT_THE_DOCUMENT, ChangeKind
from generator.diff.fields import fields_of
from generator.model.base import Part

SAME_THING = 0.7
"""How much must stay for something with another identifier to be the same thing."""
SAME_TEXT = 0.5
"""How much must stay for a text, or a thing known by its text, to be the same one reworded."""

Content: TypeAlias = Mapping[str, Counter[str]]
"""The words that each field holds, and how often."""

_WORD = re.compile(r"\w+")
_LEFT_OUT = (*ABOUT_THE_DOCUMENT, ChangeKind.MOVED)
"""What says nothing about what a thing is: its versions, its source, its place."""


def content_of(value: object) -> Content:
    """The content of a part or a text, without its identifier, versions and source."""
    if not isinstance(value, Part):
        return {"": Counter(_words(value))}
    found = {}
    for spec in fields_of(type(value)).values():
        held = getattr(value, spec.name)
        if held and spec.name != "id" and spec.kind not in _LEFT_OUT:
            found[spec.name] = Counter(_words(held))
    return found


def similarity(one: Content, other: Content) -> float:
    """From 0, nothing in common, to 1, the same.

    Of the two ways to see it, how many of the words stay and how much of each field stays on
    average, the higher counts: a long explanation does not outvote everything else, nor does
    a handful of short fields outvote a long text.
    """
    fields = one.keys() | other.keys()
    if not fields:
        return 0.0
    none: Counter[str] = Counter()
    pairs = [(one.get(field, none), other.get(field, none)) for field in sorted(fields)]
    shared = [(one & other).total() for one, other in pairs]
    sizes = [one.total() + other.total() for one, other in pairs]
    of_words = 2 * sum(shared) / (sum(sizes) or 1)
    of_fields = sum(2 * some / (size or 1) for some, size in zip(shared, sizes, strict=True))
    return max(of_words, of_fields / len(pairs))


def _words(value: Any) -> Iterator[str]:
    """Every word in a value; those of an identifier stay together."""
    if isinstance(value, Part):
        for spec in fields_of(type(value)).values():
            if spec.kind not in _LEFT_OUT:
                yield from _words(getattr(value, spec.name))
    elif isinstance(value, Mapping):
        for key in value:
            yield from _words((key, value[key]))
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif value not in (None, False):
        yield from _WORD.findall(str(value).lower())
