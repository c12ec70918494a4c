"""A handbook in which nothing is empty: every field that may be left out is filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import count
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from generator.model.base import Line, Part, Text
from generator.model.handbook import Handbook
from generator.model.identifiers import CommitId, Fingerprint, Period, Reference, RuleCode
from generator.model.organisation import Url
from generator.model.standard import ClauseNumber

_KEPT = {
    "Step": {"decision", "next", "end"},
    "Outcome": {"next", "end"},
    "Process": {"origins", "steps"},
    "MatrixRow": {"cells", "process"},
    "Company": {"parent"},
    "SourceRange": {"left_out"},
    "Objective": {"supports", "factors"},
    "Series": {"lines", "origins"},
}
"""Fields that stay as they are, because filling them in would change how work flows
or what supports what, or because a table cannot hold them."""

_FIXED = {
    "_Lines": "L1",
    "_Version": "9.9",
    "_Reference": "process:lend-book#find-book",
    "_StepId": "take-request",
    "_AreaId": "desk",
    "_QuestionId": "open-daily",
    "_PerspectiveId": "reader",
    "_ObjectiveId": "readers-served",
    "_FactorId": "enough-loans",
}

_CLAUSE = "standard:iso-9001-2015#4.4.1"
_OF_CLAUSES = ("clause", "clauses", "equivalents")
"""Fields of which a reference is to a clause."""

_FORMS = {
    RuleCode: "F103",
    CommitId: "ab" * 20,
    Fingerprint: "ab" * 32,
    Period: "2026-03",
    Url: "https://example.org/filled",
    ClauseNumber: "4.4.1",
}
"""Texts that have to have a form."""

_PLAIN = {bool: True, date: date(2026, 4, 5), int: 1, Decimal: Decimal(7), str: "source"}


class _Filling:
    """The numbers that make every text its own, and the identifiers to point at."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.numbers = count(1)

    def part(self, value: Part) -> Part:
        kept = _KEPT.get(type(value).__name__, set()) | {"id"}
        hints = get_type_hints(type(value), include_extras=True)
        update = {
            name: self.value(getattr(value, name), hints[name], f"{type(value).__name__}.{name}")
            for name in type(value).model_fields
            if name not in kept
        }
        if "steps" in kept and hasattr(value, "steps"):
            update["steps"] = tuple(self.part(step) for step in value.steps)
        return value.model_copy(update=update)

    def value(self, value: Any, hint: Any, place: str) -> Any:
        if isinstance(value, Part):
            return self.part(value)
        if value is None or value in ((), {}):
            return self.new(hint, place)
        if isinstance(value, tuple):
            return tuple(self.value(item, _inner(hint), place) for item in value)
        if isinstance(value, dict):
            return {key: self.value(item, _inner(hint), place) for key, item in value.items()}
        return value

    def new(self, hint: Any, place: str) -> Any:
        """A value of a type, with every optional thing in it too."""
        if hint in (*_FORMS, Line, Text):
            return _FORMS.get(hint) or f"{place} {next(self.numbers)}"
        if place.rpartition(".")[2] in _OF_CLAUSES and hint is Reference:
            return _CLAUSE
        if name := getattr(hint, "__name__", None):
            if name in _FIXED:
                return _FIXED[name]
            if name.startswith("_") and name.endswith("Id"):
                return next(iter(self.handbook.entities[name[1:-2].lower()]))
        if isinstance(hint, type):
            return self._of_class(hint)
        return self._of_form(hint, place)

    def _of_class(self, hint: type) -> Any:
        if issubclass(hint, Part):
            hints = get_type_hints(hint, include_extras=True)
            kept = _KEPT.get(hint.__name__, set())
            made = {
                name: self.new(hints[name], f"{hint.__name__}.{name}")
                for name in hint.model_fields
                if name not in kept
            }
            return hint.model_construct(**made)
        if issubclass(hint, Enum):
            return next(iter(hint))
        return _PLAIN[hint]

    def _of_form(self, hint: Any, place: str) -> Any:
        origin = get_origin(hint)
        inner = [item for item in get_args(hint) if item is not NoneType]
        if origin is tuple:
            return (self.new(inner[0], place),)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {}
        return self.new(inner[0], place)


def _inner(hint: Any) -> Any:
    """What a list or mapping, or one that may be left out, holds."""
    options = [item for item in get_args(hint) if item not in (NoneType, ...)]
    found = next((item for item in options if get_args(item)), options[-1])
    is_holder = get_origin(hint) in (tuple, dict) or issubclass(_class(hint), Mapping)
    return options[-1] if is_holder else _inner(found)


def _class(hint: Any) -> type:
    origin = get_origin(hint)
    return origin if isinstance(origin, type) else NoneType


def filled(handbook: Handbook) -> Handbook:
    """The handbook with a value in every field; each text names its own field."""
    filling = _Filling(handbook)
    return replace(handbook, **dict(_fields(handbook, filling)))


def _fields(handbook: Handbook, filling: _Filling) -> Iterator[tuple[str, Any]]:
    for item in fields(Handbook):
        value = getattr(handbook, item.name)
        if isinstance(value, Part):
            yield item.name, filling.part(value)
        elif isinstance(value, Mapping) and item.name != "files":
            yield item.name, {key: filling.part(part) for key, part in value.items()}
