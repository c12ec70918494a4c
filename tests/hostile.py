"""A handbook with other words in it: every free text replaced, everything else as it was."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, get_args, get_type_hints

from generator.model.base import Line, Part, Text
from generator.model.handbook import Handbook
from generator.model.organisation import MatrixRow

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></table></div></dd><p>",
    "[here](javascript:alert(1)) ![x](y.png)",
    "*a* _b_ **c** `d` ~~e~~ # f",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "{ #own-anchor .class onclick=x }",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "\"quoted\" 'single' = >",
    "a\x00b\x07c\x1bd\x7fe\u202ef",
    "| a | b | \\ ^ $ %s {0} {name}",
    ":smile: !!! note ??? x [^1] *[A]: b",
    "---\ntitle: x\n---".replace("\n", " "),
    "\u200b\u00ad\ufeff z\u0301 \U0001f512",
)
"""Texts that mean something to HTML, Markdown, Jinja, YAML, a browser or a terminal."""


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
