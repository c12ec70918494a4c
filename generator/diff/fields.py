"""What a change of each field is called: read from the model, except for a table of special words.

A field that the model gets later is compared without anyone touching this: it is text,
a part or another value by its type, and only a field with a special meaning needs a line.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from generator.diff.change import ChangeKind
from generator.model.base import Entity, Line, Origin, Part, Text
from generator.model.control import Approval
from generator.model.organisation import MatrixRow
from generator.model.process import BusinessObject, Interface, ObjectState, Recording
from generator.model.shape import shape_of

_SPECIAL: Mapping[ChangeKind, tuple[str, ...]] = {
    ChangeKind.RENAMED: ("name", "title", "term"),
    ChangeKind.MOVED: ("Process.group", "Kpi.process"),
    ChangeKind.RESPONSIBLE: (
        *("Step.roles", "Activity.roles", "any_of", "performed_by", "decided_by", "consulted"),
        *("informed", "owner", "responsible", "deputy", "maintained_by", "to", "cells"),
    ),
    ChangeKind.FLOW: ("next", "end", "Step.decision", "outcomes", "activities"),
    ChangeKind.TARGET: ("target", "Kpi.direction", "norm"),
    ChangeKind.STATE: (
        *("inputs", "outputs", "object", "objects", "Recording.what"),
        *("states", "stereotype", "place"),
    ),
    ChangeKind.CONTROL: ("Process.document", "Process.changes"),
    ChangeKind.ORIGIN: ("lines", "origins", "notes", "origin"),
}
"""The fields whose change has a name of its own: of one type, or of every type that has it."""

_IN_ORDER = ("Process.steps", "Outcome.activities", "Scorecard.perspectives")
"""The lists in which the order of the things is part of what they say."""

_WHOLE = (ObjectState, Origin, Approval)
"""Parts that are one value to a reader."""

_KEYS: Mapping[type[Part], tuple[str, ...]] = {
    BusinessObject: ("name", "place"),
    Interface: ("object", "direction", "process", "party"),
    MatrixRow: ("group", "process"),
    Recording: ("what", "where", "document"),
}
"""What identifies a part of a list, where that is more than the first field of its type."""


class Holds(Enum):
    """What a field holds, one or several of it."""

    TEXT = 1
    PART = 2
    VALUE = 3


class FieldSpec(NamedTuple):
    """How one field is compared."""

    name: str
    full_name: str
    """With its type: ``Step.roles``."""
    kind: ChangeKind | None
    """What its change is called, when the field has a special meaning."""
    holds: Holds
    in_order: bool
    names: tuple[str, ...]
    """The kinds of thing that it names, as in the shape of the model."""


@cache
def fields_of(model: type[Part]) -> Mapping[str, FieldSpec]:
    """How each field of a type is compared, by name in the order of the type."""
    hints = get_type_hints(model, include_extras=True)
    return MappingProxyType({name: _spec(model, name, hints[name]) for name in model.model_fields})


@cache
def key_of(model: type[Part]) -> tuple[str, ...]:
    """The fields that identify a part among others of its type."""
    fields = model.model_fields
    return _KEYS.get(model) or (("id",) if "id" in fields else (next(iter(fields)),))


@cache
def title_of(model: type[Part]) -> tuple[str, ...]:
    """The fields that tell a reader which part it is."""
    if "id" not in model.model_fields and not issubclass(model, Entity):
        return key_of(model)
    texts = (name for name, spec in fields_of(model).items() if spec.holds is Holds.TEXT)
    return (next(texts, "id"),)


def _spec(model: type[Part], name: str, hint: Any) -> FieldSpec:
    shape, full_name = shape_of(model)[name], f"{model.__name__}.{name}"
    kind = _special(full_name, shape.names)
    leaves = tuple(_leaves(hint))
    holds = Holds.VALUE
    if shape.part and shape.part not in _WHOLE:
        holds = Holds.PART
    elif kind in (None, ChangeKind.RENAMED) and any(leaf in (Line, Text) for leaf in leaves):
        holds = Holds.TEXT
    return FieldSpec(name, full_name, kind, holds, full_name in _IN_ORDER, shape.names)


def _special(full_name: str, names: tuple[str, ...]) -> ChangeKind | None:
    """A field that names a contradiction of the source says where something comes from."""
    name = full_name.partition(".")[2]
    kinds = (kind for kind, special in _SPECIAL.items() if {name, full_name} & set(special))
    return next(kinds, ChangeKind.ORIGIN if names == ("note",) else None)


def _leaves(hint: Any) -> Iterator[Any]:
    if hint in (Line, Text) or not get_args(hint):
        yield hint
        return
    for inner in get_args(hint)[: 1 if get_origin(hint) is Annotated else None]:
        yield from _leaves(inner)
