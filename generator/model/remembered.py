"""What was worked out for a thing of the handbook, kept for as long as the thing is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def remembered(work: Callable[[Thing], Result]) -> Callable[[Thing], Result]:
    """The same work, done once for each thing.

    Things are told apart by what they are, not by what they hold: comparing what they hold
    takes long. The result must not hold the thing itself.
    """
    kept: dict[int, tuple[ref[Thing], Result]] = {}

    @wraps(work)
    def of(thing: Thing) -> Result:
        key = id(thing)
        found = kept.get(key)
        if found is None or found[0]() is not thing:
            found = kept[key] = ref(thing, lambda _: kept.pop(key, None)), work(thing)
        return found[1]

    return of
