"""A handbook with other words in it: every free text replaced, everything else as it was."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, get_args, get_type_hints

from generator.load.discover import FILES, Layout
from generator.load.text_file import forbidden_in
from generator.model.base import Line, Part, Text
from generator.model.handbook import Handbook
from generator.model.organisation import MatrixRow

HOSTILE = (
    "<script>window.owned=alert(1)</script>",
    "<img src=x onerror=window.owned=alert(1)>",
    "<svg onload=window.owned=1><use href=https://evil.example/x.svg#y></svg>",
    "<iframe srcdoc='<script>parent.owned=1</script>' src=https://evil.example></iframe>",
    "<style>@import 'https://evil.example/x.css'</style> <base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0;url=https://evil.example> <!-- <![CDATA[ ]]> -->",
    "</td></table></div></dd><p>",
    "\"></a><a href=javascript:owned=1 onclick=owned=1 x='",
    "[here](javascript:owned=1) ![x](y.png) <javascript:owned=1>",
    "javascript:owned=1 data:text/html,<script>owned=1</script> vbscript:owned=1",
    "https://evil.example/?a=b&c=d www.evil.example mail@evil.example",
    "*a* _b_ **c** `d` ~~e~~ # f == g",
    "{{ 7 * 7 }} {% raw %} {# x #} {{ config.__class__ }} {% include 'x' %}",
    "{ #own-anchor .class onclick=x }",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "\"quoted\" 'single' = >",
    "a\x00b\x07c\x1bd\x7fe\u202ef",
    "\x1b[31mred\x1b[0m\x1b]8;;https://evil.example\x07link",
    "| a | b | \\ ^ $ %s {0} {name}",
    ":smile: !!! note ??? x [^1] *[A]: b",
    "---\ntitle: x\n---".replace("\n", " "),
    "\u200b\u00ad\ufeff z\u0301 \U0001f512",
    "@enduml @startuml !include /etc/passwd !define x y %load_json(x) %getenv(HOME) $x",
    '//i// __u__ ""m"" --s-- ~~w~~ <b>b</b> <color:red>c <&star> <U+0041> [[x y]] <:sun:>',
    "=cmd|' /C calc'!A0 ; +1+1 ; -2+3 ; @SUM(A1:A2) ; \t=1",
    "::error file=x::owned ##[add-mask]x %0A::stop-commands::y",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200f\u061c א ب",
    "W" * 180,
    "👩\u200d👩\u200d👧🏽 🇳🇱 ☎\ufe0f 𝕏 日本語",
    "z\u0351\u036b\u0343a\u0334\u0369l\u0335g\u0337o\u0300",
)
"""Texts that mean something to HTML, Markdown, Jinja, YAML, PlantUML, a spreadsheet, a forge,
a browser or a terminal. Those that a browser would obey set ``window.owned`` or open a dialog."""


ALLOWED = tuple(text for text in HOSTILE if not forbidden_in(text))
"""Those that a file may hold; the others are refused with a finding."""


def files_of(handbook: Handbook) -> dict[str, str]:
    """The handbook as the YAML files that hold it, by path: JSON, which YAML includes."""
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
    return {file: json.dumps(data, ensure_ascii=False, indent=1) for file, data in found.items()}


def _parts_of(layout: Layout, handbook: Handbook) -> Iterator[Part]:
    alone: Mapping[str, Part | None] = {
        "organisation": handbook.organisation,
        "matrix": handbook.matrix,
        "sourcemap": handbook.source_map,
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
