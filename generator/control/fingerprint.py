"""The fingerprint of a meaning: equal when nothing but layout, order, control or origin differs."""

import json
from collections.abc import Mapping
from enum import Enum
from hashlib import sha256
from typing import Any

from generator.diff.change import ChangeKind
from generator.diff.fields import fields_of
from generator.model.base import Part

_LEFT_OUT = (ChangeKind.CONTROL, ChangeKind.ORIGIN)
"""What says nothing about the meaning: versions, approvals, the source."""


def fingerprint(thing: Part) -> str:
    """The SHA-256, in hexadecimal, of what a thing means.

    Two things have the same fingerprint exactly when the semantic diff between them finds no
    change of structure or text: blanks, the order of lists that are sets, the control record,
    the change log and origins do not count, anything else does.
    """
    text = json.dumps(_meaning(thing), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _meaning(value: Any, *, in_order: bool = False) -> Any:
    if isinstance(value, Part):
        return {
            name: _meaning(held, in_order=spec.in_order)
            for name, spec in fields_of(type(value)).items()
            if spec.kind not in _LEFT_OUT
            and (held := getattr(value, name)) != _default(value, name)
        }
    if isinstance(value, Mapping):
        return {str(key): _meaning(item) for key, item in value.items()}
    if isinstance(value, tuple):
        items = [_meaning(item) for item in value]
        return items if in_order else sorted(items, key=_text)
    if isinstance(value, Enum):
        return value.value
    return " ".join(value.split()) if isinstance(value, str) else str(value)


def _default(part: Part, name: str) -> Any:
    """What a field holds when nobody wrote it: one that joins the model changes nothing."""
    return type(part).model_fields[name].get_default(call_default_factory=True)


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
