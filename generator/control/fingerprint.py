"""The fingerprint of a meaning: equal when nothing but layout, order, control or origin differs."""

import json
from collections.abc import Mapping
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any

from generator.diff.change import ABOUT_THE_DOCUMENT
from generator.diff.fields import fields_of
from generator.model.base import Part

_in_words = json.JSONEncoder(sort_keys=True).encode
"""Puts what is no list in order; made once, because `json.dumps` makes one for every value."""


def fingerprint(thing: Part) -> str:
    """The SHA-256, in hexadecimal, of what a thing means.

    Two things have the same fingerprint exactly when the semantic diff between them finds no
    change of structure or text: blanks, the order of lists that are sets, the control record,
    the change log and origins do not count, anything else does.
    """
    text = json.dumps(_meaning(thing), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _meaning(value: Any, *, in_order: bool = False) -> Any:
    if type(value) is str:  # most values are, so that this comes first
        return " ".join(value.split())
    if isinstance(value, tuple):
        items = [_meaning(item) for item in value]
        return items if in_order or len(items) < 2 else sorted(items, key=_in_words)
    if isinstance(value, Part):
        held = vars(value)
        return {
            name: _meaning(held[name], in_order=is_ordered)
            for name, is_ordered, default in _counting(type(value))
            if held[name] != default
        }
    if isinstance(value, Mapping):
        return {str(key): _meaning(item) for key, item in value.items()}
    return value.value if isinstance(value, Enum) else str(value)


@cache
def _counting(model: type[Part]) -> tuple[tuple[str, bool, Any], ...]:
    """The fields that say something of the meaning: whether their order does, and the default.

    What holds what it holds when nobody wrote it says nothing, so that a field that joins the
    model changes no fingerprint.
    """
    return tuple(
        (name, spec.in_order, model.model_fields[name].get_default(call_default_factory=True))
        for name, spec in fields_of(model).items()
        if spec.kind not in ABOUT_THE_DOCUMENT
    )
