"""One value of a field compared with what it was: a text, a name, a list that is read as one."""

from collections.abc import Iterator
from typing import Any

from generator.diff.change import Change, ChangeKind
from generator.diff.fields import FieldSpec, Holds, fields_of
from generator.diff.place import Place
from generator.diff.words import Words
from generator.model.base import Part
from generator.model.process import ObjectState

ONWARD = ("next", "end")
"""Two fields that say one thing: where the work goes."""


def value_changes(spec: FieldSpec, before: Any, after: Any, place: Place) -> Iterator[Change]:
    """The change of a whole value, if it is one; objects in states are told one by one.

    Args:
        spec: the field that holds the value, or whose list or mapping does.
        before: the value it had; None or empty when there was nothing.
        after: the value it has.
        place: the value's own place.
    """
    if _is_objects(before) and _is_objects(after):
        for one, other in _by_object(before, after):
            yield from _change(spec, one, other, place)
    elif differ(before, after):
        yield from _change(spec, before, after, place)


def onward_change(before: Part, after: Part, place: Place) -> Iterator[Change]:
    """The change of where the work goes from a step or an outcome: next, end, or neither."""
    if not any(differ(getattr(before, name), getattr(after, name)) for name in ONWARD):
        return
    specs = fields_of(type(after))
    way = next(name for part in (after, before) for name in ONWARD if getattr(part, name))
    yield place.inside(specs[way]).change(
        ChangeKind.FLOW,
        specs[ONWARD[0]].full_name,
        before=_onward(before, place.sides.before, place.process),
        after=_onward(after, place.sides.after, place.process),
    )


def differ(before: Any, after: Any) -> bool:
    """Whether two values say something else: not when only blanks or the order of a list do."""
    if isinstance(before, str) and isinstance(after, str):
        return before.split() != after.split()
    if isinstance(before, tuple) and isinstance(after, tuple):
        return sorted(map(str, before)) != sorted(map(str, after))
    return bool(before != after)


def _change(spec: FieldSpec, before: Any, after: Any, place: Place) -> Iterator[Change]:
    one = _in_words(spec, before, place.sides.before, place.process)
    other = _in_words(spec, after, place.sides.after, place.process)
    yield place.change(_kind(spec, before, after), spec.full_name, before=one, after=other)


def _kind(spec: FieldSpec, before: Any, after: Any) -> ChangeKind:
    """What the change is called: a text that was not there before is not reworded."""
    if spec.kind:
        return spec.kind
    if spec.holds is Holds.VALUE:
        return ChangeKind.FIELD
    if before and after:
        return ChangeKind.REWORDED
    return ChangeKind.ADDED if after else ChangeKind.REMOVED


def _in_words(spec: FieldSpec, value: Any, words: Words, process: str) -> str:
    if spec.holds is Holds.PART and isinstance(value, Part):
        return words.title(value, process)
    return words.value(value, spec.names, process)


def _onward(part: Part, words: Words, process: str) -> str:
    following, end = (getattr(part, name) for name in ONWARD)
    ways = [words.value(following, ("step",), process)] if following else []
    ways += [words.language.label("diff.end", end=end)] if end else []
    return ", ".join(ways) or words.language.label("diff.following")


def _by_object(
    before: tuple[ObjectState, ...], after: tuple[ObjectState, ...]
) -> Iterator[tuple[tuple[ObjectState, ...], tuple[ObjectState, ...]]]:
    """What there was and is of each object."""
    for name in dict.fromkeys(item.object for item in (*after, *before)):
        one, other = (
            tuple(item for item in side if item.object == name) for side in (before, after)
        )
        if differ(one, other):
            yield one, other


def _is_objects(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, ObjectState) for item in value)
