"""From a finished picture to SVG inside a page: named, themed, linked from where that page is."""

import re
from html import escape
from math import ceil, floor

from generator.diagrams.palette import COLOURS

_ROOT = re.compile(r"<svg\b[^>]*>")
_VIEW_BOX = re.compile(r'\bviewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_BEFORE_ROOT = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_INSTRUCTION = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>", re.DOTALL)
_ACTIVE = re.compile(
    r"<(script|foreignObject|iframe|image|use|animate|set|style|title)\b[^>]*?"
    r"(?:/>|>.*?</\1\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_HANDLER = re.compile(r"""\son[a-z]+\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^>]*>")
_HREF = re.compile(r'\bhref="([^"]*)"')
_IDENTIFIER = re.compile(r'\bid="([^"]+)"')
_REFERENCE = re.compile(r'url\(#([^)]+)\)|\bhref="#([^"]+)"')
_FONT = re.compile(r'\sfont-family="[^"]*"')
_SENTINELS = {
    colour.light: f"var(--diagram-{name}, {colour.light})" for name, colour in COLOURS.items()
}
_SENTINEL = re.compile("|".join(_SENTINELS), re.IGNORECASE)
_LETTER = re.compile(r'(<path\b[^>]*\bfill=")#000000"')
"""The letter in a connector: PlantUML draws it black as a path, whatever the style says."""
_TEXT = re.compile(
    r'<text\b[^>]*?\bfont-size="([0-9.]+)"[^>]*?\btextLength="([0-9.]+)"'
    r'[^>]*?\bx="(-?[0-9.]+)"[^>]*?\by="(-?[0-9.]+)"'
)
_MARGIN = 4
_SAFE = re.compile(r"(?:site:|https://|#)")


def inline(svg: str, key: str, *, title: str, root: str, role: str = "group") -> str:
    """An SVG as a page holds it.

    Args:
        svg: the picture as PlantUML made it, or as a chart was drawn.
        key: the key of the diagram or chart, which makes its identifiers its own.
        title: the picture's accessible name.
        root: the way from the page to the site's root, such as ``../``.
        role: ``img`` for a picture without links; axe rates an image with links in it serious.

    Returns:
        One ``<svg>`` element: no script, no fixed size, colours as CSS variables.
    """
    text = _INSTRUCTION.sub("", _BEFORE_ROOT.sub("", svg)).strip()
    head = _ROOT.match(text)
    size = _VIEW_BOX.search(head[0]) if head else None
    if head is None or size is None:
        message = f"no SVG with a view box for {key}"
        raise ValueError(message)
    body = _HANDLER.sub("", _ACTIVE.sub("", text[head.end() :])).replace("\\&#8203;t", "\\t")
    view = _view(body, float(size[1]), float(size[2]))
    body = _LETTER.sub(rf'\g<1>{COLOURS["ink"].light}"', body)
    body = _own_identifiers(_linked(body, root), key)
    body = _FONT.sub("", _SENTINEL.sub(lambda match: _SENTINELS[match[0].upper()], body))
    return _root(view, title, role) + body


def _view(body: str, width: float, height: float) -> tuple[int, int, int, int]:
    """The view box: left, top, width and height.

    PlantUML's own layout engine sometimes places a label outside the picture.
    """
    left, top, right, bottom = 0.0, 0.0, width, height
    for match in _TEXT.finditer(body):
        size, length, x, y = map(float, match.groups())
        left, right = min(left, x - _MARGIN), max(right, x + length + _MARGIN)
        top, bottom = min(top, y - size - _MARGIN), max(bottom, y + _MARGIN)
    start = floor(left), floor(top)
    return *start, ceil(right) - start[0], ceil(bottom) - start[1]


def _root(view: tuple[int, int, int, int], title: str, role: str) -> str:
    """The root element, named."""
    box = " ".join(map(str, view))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="{role}"'
        f' aria-label="{escape(title)}" width="{view[2]}" style="--diagram-width:{view[2]}px"'
        " font-family=\"var(--diagram-font, 'Source Sans Pro', 'Source Sans 3', sans-serif)\">"
    )


def _linked(body: str, root: str) -> str:
    """Anchors with a plain address; neighbours that lead to the same place become one."""
    body = _ANCHOR.sub(lambda match: _anchor(match[0], root), body)
    while True:
        merged = _merge(body)
        if merged == body:
            return body
        body = merged


def _anchor(tag: str, root: str) -> str:
    found = _HREF.search(tag)
    address = found[1] if found else ""
    if not _SAFE.match(address):
        return "<a>"
    return f'<a href="{address.replace("site:", root, 1)}">'


def _merge(body: str) -> str:
    parts: list[str] = []
    at = 0
    current: str | None = None
    for tag in re.finditer(r'<a href="([^"]*)">', body):
        gap = body[at : tag.start()]
        inner = re.fullmatch(r"(.*)</a>((?:<text\b[^>]*>[\s\u00a0]*</text>)*)", gap, re.DOTALL)
        if current == tag[1] and inner and "<a" not in inner[1]:
            parts += [inner[1], inner[2]]
        else:
            parts += [gap, tag[0]]
        current, at = tag[1], tag.end()
    return "".join([*parts, body[at:]])


def _own_identifiers(body: str, key: str) -> str:
    """Identifiers repeat from diagram to diagram, and a page may hold several."""
    body = _IDENTIFIER.sub(lambda match: f'id="{key}-{match[1]}"', body)

    def own(match: re.Match[str]) -> str:
        return f"url(#{key}-{match[1]})" if match[1] else f'href="#{key}-{match[2]}"'

    return _REFERENCE.sub(own, body)
