"""What of the quality side names a thing: the reverse of every reference, computed once.

ISO 9001:2015, 4.4.1 f and 6.1: who looks at a process sees the risks, findings, actions and
requirements that are about it, without anyone writing them down twice.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.base import Entity, Part
from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.naming import Kinds, names_in

KINDS = (
    *("bottleneck", "assessment", "scorecard", "coverage", "risk", "improvement"),
    *("audit", "auditfinding", "nonconformity", "action", "managementreview"),
)
"""The kinds of thing that count as naming something, in the order in which they are told."""

_PARTS = {"assessment": ("areas",), "scorecard": ("perspectives", "objectives")}
"""The lists of which the parts stand by themselves on a page: what they name, they name."""


class Mention(NamedTuple):
    """One thing that names another, and by which fields of it (``Risk.owner``)."""

    kind: str
    reference: str
    part: str = ""
    """The identifier of the part that names it: an area, an objective."""
    fields: tuple[str, ...] = ()


def named_by(handbook: Handbook) -> Mapping[str, tuple[Mention, ...]]:
    """What names each thing, by its reference; what names a step names its process too."""
    found: dict[str, dict[tuple[str, str], Mention]] = {}
    for target, mention in _mentions(handbook):
        for reference in dict.fromkeys((target, target.partition("#")[0])):
            own = found.setdefault(reference, {})
            place = (mention.reference, mention.part)
            before = own.get(place, mention).fields
            own[place] = mention._replace(fields=tuple(dict.fromkeys(before + mention.fields)))
    return {reference: tuple(mentions.values()) for reference, mentions in found.items()}


def _mentions(handbook: Handbook) -> Iterator[tuple[str, Mention]]:
    """Every naming, with the reference of what is named."""
    for kind in KINDS:
        for reference, entity in _entities(handbook, kind):
            for kinds, identifier, path in names_in(entity):
                if target := _target(handbook, kinds, identifier, entity):
                    part, field = _part_and_field(entity, path, _PARTS.get(kind, ()))
                    yield target, Mention(kind, reference, part, (field,))


def _entities(handbook: Handbook, kind: str) -> Iterator[tuple[str, Entity]]:
    if kind in handbook.entities:
        for identifier, entity in handbook.entities[kind].items():
            yield f"{kind}:{identifier}", entity
    elif isinstance(single := handbook.find(kind), Entity):
        yield kind, single


def _target(handbook: Handbook, kinds: Kinds, identifier: str, entity: Entity) -> str | None:
    """What is named, as a reference; None for what is in no register, or is not there."""
    if kinds == ("reference",):
        candidates = [identifier]
    elif kinds == ("step",):
        candidates = [f"process:{getattr(entity, 'process', '')}#{identifier}"]
    else:
        candidates = [f"{kind}:{identifier}" for kind in kinds]
    return next((one for one in candidates if handbook.find(one)), None)


def _part_and_field(entity: Entity, path: FieldPath, lists: tuple[str, ...]) -> tuple[str, str]:
    """The part, in some nested lists, that a path goes into, and the field that it ends in."""
    value: Any = entity
    names: list[str] = []
    part, field = "", ""
    for step in path:
        if isinstance(value, Part):
            names.append(str(step))
            field = f"{type(value).__name__}.{step}"
            value = getattr(value, str(step))
        else:
            value = value[step]
        if isinstance(value, Part) and tuple(names) == lists:
            part = str(getattr(value, "id", ""))
    return part, field
