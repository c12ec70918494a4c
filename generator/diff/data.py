"""A change as plain data for JSON, and back: nothing is lost on the way."""

from collections.abc import Mapping
from typing import Any

from generator.diff.change import Change, ChangeKind, Item, Touch
from generator.model.finding import Key

_TEXTS = ("field", "before", "after", "was", "follows")


def to_data(change: Change) -> dict[str, Any]:
    """A change as plain data: text, numbers, lists and objects; what is empty is left out.

    A part of ``path`` that means a key itself is an object ``{"key": ...}``.
    """
    data: dict[str, Any] = {
        "kind": change.kind.value,
        "subject": change.subject,
        "name": change.name,
        "path": [{"key": str(part)} if isinstance(part, Key) else part for part in change.path],
        "trail": [{"field": item.field, "name": item.name} for item in change.trail],
        "touches": sorted(touch.value for touch in change.touches),
    }
    data |= {name: getattr(change, name) for name in _TEXTS}
    return {key: value for key, value in data.items() if value or key in ("subject", "name")}


def from_data(data: Mapping[str, Any]) -> Change:
    """The change that some data was made from.

    Raises:
        LookupError: when a key is missing.
        TypeError: when something is of another type than it must be.
        ValueError: when a kind or a touch is not known.
    """
    return Change(
        kind=ChangeKind(data["kind"]),
        subject=_text(data["subject"]),
        name=_text(data["name"]),
        path=tuple(_part(part) for part in data.get("path", ())),
        trail=tuple(
            Item(_text(item["field"]), _text(item["name"])) for item in data.get("trail", ())
        ),
        touches=frozenset(Touch(touch) for touch in data.get("touches", ())),
        **{name: _text(data.get(name, "")) for name in _TEXTS},
    )


def _part(part: object) -> str | int:
    if isinstance(part, Mapping):
        return Key(_text(part["key"]))
    if isinstance(part, str | int) and not isinstance(part, bool):
        return part
    raise TypeError(part)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
