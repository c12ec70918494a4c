"""A handbook with other words in it: every free text replaced, everything else as it was."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, get_args, get_type_hints

from generator.load.discover import FILES, Layout, is_table
from generator.model.base import Line, Part, Text
from generator.model.handbook import Handbook
from generator.model.organisation import MatrixRow
from tables import csv_of


def files_of(handbook: Handbook) -> dict[str, str]:
    """The handbook as the files that hold it, by path: JSON, which YAML includes, and tables."""
    found: dict[str, Any] = {}
    for layout in FILES:
        for part in _parts_of(layout, handbook):
            data = part.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            given = {name: data.pop(name) for name in layout.expression.groupindex}
            file = layout.pattern.format(**given)
            if layout.many:
                found.setdefault(file, []).append(data)
            else:
                found[file] = data
    return {file: _text_of(file, data) for file, data in found.items()}


def _text_of(file: str, data: Any) -> str:
    if is_table(file):
        return csv_of(data["values"])
    return json.dumps(data, ensure_ascii=False, indent=1)


def _parts_of(layout: Layout, handbook: Handbook) -> Iterator[Part]:
    alone: Mapping[str, Part | None] = {
        "organisation": handbook.organisation,
        "matrix": handbook.matrix,
        "sourcemap": handbook.source_map,
        "riskscale": handbook.risk_scale,
        "scorecard": handbook.scorecard,
    }
    if layout.kind not in alone:
        yield from handbook.entities[layout.kind].values()
    elif part := alone[layout.kind]:
        yield part


def with_texts(handbook: Handbook, text: Callable[[str], str]) -> Handbook:
    """The handbook with ``text(old)`` in the place of every name, line and running text.

    Equal texts stay equal, so what belongs together by name still does. The letters of the
    matrix stay, since its cells point at them.
    """
    changed = {item.name: _changed(getattr(handbook, item.name), text) for item in _parts()}
    return replace(handbook, **changed)


def texts_of(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Every free text of a handbook with where it stands: ``Role.name``."""
    for item in _parts():
        yield from _texts(getattr(handbook, item.name))


def _parts() -> Iterator[Any]:
    return (item for item in fields(Handbook) if item.name not in {"files", "unread"})


def _changed(value: Any, text: Callable[[str], str], hint: Any = None) -> Any:
    if isinstance(value, Part):
        hints = get_type_hints(type(value), include_extras=True)
        kept = {"cells"} if isinstance(value, MatrixRow) else set()
        inner = {
            name: _changed(getattr(value, name), text, hints[name])
            for name in type(value).model_fields
            if name not in kept
        }
        return value.model_copy(update=inner)
    if isinstance(value, tuple):
        return tuple(_changed(item, text, hint) for item in value)
    if isinstance(value, dict):
        return {key: _changed(item, text, hint) for key, item in value.items()}
    return text(value) if isinstance(value, str) and _is_text(hint) else value


def _texts(value: Any, hint: Any = None, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Part):
        hints = get_type_hints(type(value), include_extras=True)
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), hints[name], f"{type(value).__name__}.{name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, hint, place)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item, hint, place)
    elif isinstance(value, str) and _is_text(hint):
        yield place, value


def _is_text(hint: Any) -> bool:
    return hint in (Line, Text) or any(_is_text(inner) for inner in get_args(hint))
