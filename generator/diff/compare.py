"""What is compared with what: every thing of one handbook with the same thing of the other."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from generator.diff.change import Change, ChangeKind
from generator.diff.matching import matches
from generator.diff.parts import subject_changes
from generator.diff.place import Place, Sides
from generator.diff.renaming import Renamings, with_new_identifiers
from generator.diff.similarity import SAME_THING
from generator.diff.words import Words
from generator.model.base import Entity
from generator.model.handbook import Handbook
from generator.model.process import Process

_IDENTIFIER = attrgetter("id")


class _Pair(NamedTuple):
    """The same thing in the two handbooks; None where it is not."""

    kind: str
    before: Any
    after: Any

    def reference(self, thing: Entity) -> str:
        """What points at the thing; ``matrix`` and the like are references by themselves."""
        identifier = getattr(thing, "id", None)
        return f"{self.kind}:{identifier}" if identifier else self.kind


def compare(before: Handbook, after: Handbook) -> tuple[Change, ...]:
    """What changed from one handbook to another.

    Things belong together by their identifier and, when that is gone, by their content;
    the parts of their lists by what identifies them and then by the most similar content.
    The order of entities in a register and of lists that are sets does not count, that of
    steps does. What could not be read in one of the two is not compared.

    Returns:
        The changes in a fixed order: the handbook as a whole, then each kind of thing by
        identifier, and inside it field by field.
    """
    pairs = tuple(_pairs(before, after))
    renamings = _renamings(pairs)
    sides = Sides(Words(before, _earlier(renamings)), Words(after))
    return tuple(change for pair in pairs for change in _changes(pair, renamings, sides))


def _pairs(before: Handbook, after: Handbook) -> Iterator[_Pair]:
    """Everything that is not equal in the two, with what it was."""
    unread = before.unread | after.unread
    singles = (
        _Pair("organisation", before.organisation, after.organisation),
        _Pair("matrix", before.matrix, after.matrix),
        _Pair("riskscale", before.risk_scale, after.risk_scale),
        _Pair("scorecard", before.scorecard, after.scorecard),
        _Pair("sourcemap", before.source_map, after.source_map),
    )
    yield from (pair for pair in singles if pair.before != pair.after and pair.kind not in unread)
    for kind, entities in after.entities.items():
        if kind not in unread:
            yield from _pairs_of(kind, before.entities[kind], entities, unread)


def _pairs_of(
    kind: str, before: Mapping[str, Entity], after: Mapping[str, Entity], unread: frozenset[str]
) -> Iterator[_Pair]:
    changed = [
        name
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name) and f"{kind}:{name}" not in unread
    ]
    found = matches(
        [before[name] for name in changed if name in before],
        [after[name] for name in changed if name in after],
        _IDENTIFIER,
        least=SAME_THING,
    )
    yield from (_Pair(kind, match.before, match.after) for match in found)


def _renamings(pairs: Iterable[_Pair]) -> Renamings:
    """What has another identifier now: first whole things, then steps inside processes."""
    both = [pair for pair in pairs if pair.before and pair.after]
    found = {
        old: new
        for pair in both
        if (old := pair.reference(pair.before)) != (new := pair.reference(pair.after))
    }
    steps = {}
    for pair in both:
        if isinstance(pair.after, Process):
            earlier = with_new_identifiers(pair.before, found).steps
            for match in matches(earlier, pair.after.steps, _IDENTIFIER, least=SAME_THING):
                if match.before and match.after and match.before.id != match.after.id:
                    reference = pair.reference(pair.after)
                    steps[f"{reference}#{match.before.id}"] = f"{reference}#{match.after.id}"
    return found | steps


def _earlier(renamings: Renamings) -> Renamings:
    """The other way round: what was called what, with a step's process as it was called."""
    found = {new: old for old, new in renamings.items() if "#" not in old}
    for old, new in renamings.items():
        process, mark, step = old.partition("#")
        if mark:
            found[new] = f"{found.get(process, process)}#{step}"
    return found


def _changes(pair: _Pair, renamings: Renamings, sides: Sides) -> Iterator[Change]:
    """What changed in one thing, which may be new or gone."""
    thing = pair.after or pair.before
    subject = pair.reference(thing)
    was = sides.before.earlier_reference(subject)
    name = (sides.after if pair.after else sides.before).title(thing)
    process = thing.id if isinstance(thing, Process) else getattr(thing, "process", "")
    place = Place(sides, subject, name, was=was if was != subject else "", process=process)
    if pair.before is None:
        yield place.change(ChangeKind.ADDED, after=name)
    elif pair.after is None:
        yield place.change(ChangeKind.REMOVED, before=name)
    else:
        yield from subject_changes(with_new_identifiers(pair.before, renamings), pair.after, place)
