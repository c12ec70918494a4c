"""Two versions of one part compared: field by field, and thing by thing in their lists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Any

from generator.diff.change import Change, ChangeKind, Item
from generator.diff.fields import FieldSpec, Holds, fields_of, key_of
from generator.diff.matching import Match, in_order, matches
from generator.diff.place import Place
from generator.diff.similarity import SAME_TEXT
from generator.diff.values import ONWARD, differ, onward_change, value_changes
from generator.model.base import Part
from generator.model.process import Step


def subject_changes(before: Part, after: Part, place: Place) -> Iterator[Change]:
    """What changed in something that has a reference of its own: an entity, or a step."""
    specs = fields_of(type(after))
    one, other = place.identifiers
    if one != other and not any(
        spec.kind is ChangeKind.RENAMED and differ(getattr(before, name), getattr(after, name))
        for name, spec in specs.items()
    ):
        yield place.inside(specs["id"]).change(
            ChangeKind.RENAMED, specs["id"].full_name, before=one, after=other
        )
    yield from part_changes(before, after, place)


def part_changes(before: Part, after: Part, place: Place) -> Iterator[Change]:
    """What changed in a part, in the order of the fields of its type."""
    specs = fields_of(type(after))
    goes_on = all(name in specs for name in ONWARD)
    for name, spec in specs.items():
        one, other = getattr(before, name), getattr(after, name)
        if goes_on and name in ONWARD:
            if name == ONWARD[0]:
                yield from onward_change(before, after, place)
        elif one != other or spec.in_order:  # equal steps may have had other identifiers
            yield from _field(spec, one, other, place)


def _field(spec: FieldSpec, before: Any, after: Any, place: Place) -> Iterator[Change]:
    if isinstance(after, Mapping):
        yield from _entries(spec, before, after, place)
    elif isinstance(after, tuple) and spec.holds is not Holds.VALUE:
        yield from _items(spec, before, after, place)
    else:
        yield from _held(spec, before, after, place.inside(spec))


def _held(spec: FieldSpec, before: Any, after: Any, place: Place) -> Iterator[Change]:
    """What changed in one value or part, at its own place."""
    if spec.holds is Holds.PART and before is not None and after is not None:
        yield from part_changes(before, after, place)
    else:
        yield from value_changes(spec, before, after, place)


def _entries(
    spec: FieldSpec, before: Mapping[str, Any], after: Mapping[str, Any], place: Place
) -> Iterator[Change]:
    for key in sorted(before.keys() | after.keys()):
        sides = place.sides
        words = sides.after if key in after else sides.before
        item = Item(spec.full_name, words.value(key, spec.names, place.process))
        held = place.inside(spec, item=item, before=key, after=key)
        yield from _held(spec, before.get(key), after.get(key), held)


def _items(
    spec: FieldSpec, before: Sequence[Any], after: Sequence[Any], place: Place
) -> Iterator[Change]:
    # What has an identifier was told with its new one: there is nothing left to recognise.
    by_key = any(isinstance(item, Step) for item in (*before, *after))
    found = matches(before, after, _key, least=inf if by_key else SAME_TEXT)
    moved = _moved(found) if spec.in_order else ()
    for match in found:
        here = _place_of(spec, match, place)
        if match.before is None or match.after is None:
            yield _new_or_gone(spec, match, here, after)
            continue
        if match in moved:
            one, other = _ahead(before, match.before_at, here), _ahead(after, match.after_at, here)
            yield here.change(ChangeKind.MOVED, here.field(spec), before=one, after=other)
        if isinstance(match.after, Step):
            yield from subject_changes(match.before, match.after, here)
        else:
            yield from _held(spec, match.before, match.after, here)


def _key(item: Any) -> tuple[Any, ...]:
    """What identifies one of the things in a list: its key fields, or the words of the text."""
    if isinstance(item, Part):
        return tuple(getattr(item, name) for name in key_of(type(item)))
    return tuple(item.split())


def _place_of(spec: FieldSpec, match: Match, place: Place) -> Place:
    """The place of one of the things in a list; a step is a subject of its own."""
    item, words = match.after, place.sides.after
    if item is None:
        item, words = match.before, place.sides.before
    title = words.title(item, place.process)
    if isinstance(item, Step):
        return place.at_step(item.id, title)
    both = isinstance(item, Part) and match.before is not None and match.after is not None
    inside = Item(spec.full_name, title) if both else None
    return place.inside(spec, item=inside, before=match.before_at, after=match.after_at)


def _new_or_gone(spec: FieldSpec, match: Match, here: Place, after: Sequence[Any]) -> Change:
    if match.after is None:
        title = here.sides.before.title(match.before, here.process)
        return here.change(spec.kind or ChangeKind.REMOVED, here.field(spec), before=title)
    title = here.sides.after.title(match.after, here.process)
    change = here.change(spec.kind or ChangeKind.ADDED, here.field(spec), after=title)
    return replace(change, follows=_ahead(after, match.after_at, here)) if spec.in_order else change


def _ahead(things: Sequence[Any], at: int | None, here: Place) -> str:
    """The thing before another in a list, in words; empty when there is none."""
    return here.sides.after.title(things[at - 1], here.process) if at else ""


def _moved(found: Sequence[Match]) -> tuple[Match, ...]:
    """The things that do not stand in the order in which they stood."""
    both = [match for match in found if match.before_at is not None and match.after_at is not None]
    steady = in_order([match.before_at or 0 for match in both], [str(_key(m.after)) for m in both])
    return tuple(match for at, match in enumerate(both) if at not in steady)
