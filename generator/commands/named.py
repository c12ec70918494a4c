"""What somebody names on the command line, looked up; a slip gets a guess."""

from collections.abc import Mapping
from typing import TypeVar

from generator.language import Language
from generator.model.guess import nearest
from generator.model.usage import UsageError

Key = TypeVar("Key", bound=str)
Item = TypeVar("Item")


def named(items: Mapping[Key, Item], identifier: str, words: Language, label: str) -> Item:
    """The thing with an identifier.

    Args:
        items: the things there are.
        identifier: what was typed.
        words: the language of the answer.
        label: where the labels ``unknown`` and ``guess`` stand.

    Raises:
        UsageError: when there is no such thing, naming the nearest one.
    """
    found = next((item for key, item in items.items() if key == identifier), None)
    if found is None:
        guess = nearest(identifier, tuple(items))
        blanks = {"id": identifier, "known": ", ".join(items) or "-", **guess}
        raise UsageError(words.label(f"{label}.{'guess' if guess else 'unknown'}", **blanks))
    return found
