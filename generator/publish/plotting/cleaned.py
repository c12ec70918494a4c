"""What of matplotlib's SVG goes into a page: shapes and text, with nothing that acts or refers.

Text is escaped by the escape of the pages, so that no later step takes it for code or colour.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from generator.pages.markup import literal

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_KEPT = frozenset({"path", "rect", "text", "pattern", "defs"})
_OPENED = frozenset({"svg", "g"})
_SKIPPED = frozenset({"metadata", "style"})
_ATTRIBUTES = (
    "id", "d", "x", "y", "width", "height", "patternUnits", "transform", "fill", "style",
)  # fmt: skip
_NO_TURN = re.compile(r"rotate\(-?0 [^)]*\)")
_SIZE = re.compile(r"font-size:\s*([0-9.]+)px;?\s*")
_FAMILY = re.compile(r"font-family:\s*(?:'[^']*'|[^;'])*;?\s*")
_BLANKS = re.compile(r"\s+")


def cleaned(svg: str) -> str:
    """A picture with its view box, and inside it only shapes, patterns and text.

    Raises:
        ValueError: when it holds anything else.
    """
    root = ET.fromstring(svg)  # noqa: S314 - made by this process, not received
    shared = {
        identifier: item
        for item in root.iter(f"{_SVG}path")
        if (identifier := item.get("id")) is not None
    }
    body = "".join(_inside(root, shared))
    box = root.get("viewBox", "")
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>\n'


def _inside(parent: ET.Element, shared: Mapping[str, ET.Element]) -> Iterator[str]:
    for item in parent:
        name = item.tag.removeprefix(_SVG)
        if name == "use":
            yield _used(item, shared)
        elif name in _KEPT and not (name == "path" and item.get("id")):
            yield _element(name, item, shared)
        elif name in _OPENED:
            yield from _inside(item, shared)
        elif name not in _SKIPPED | _KEPT:
            message = f"an element {name} in a chart"
            raise ValueError(message)


def _used(item: ET.Element, shared: Mapping[str, ET.Element]) -> str:
    """A marker that matplotlib draws once and points at: drawn where it is pointed to."""
    shape = shared[item.get(_LINK, "").removeprefix("#")]
    place = f"translate({item.get('x', '0')} {item.get('y', '0')})"
    return f"<path{_written({'d': shape.get('d', ''), 'transform': place} | _style(item))}/>"


def _style(item: ET.Element) -> dict[str, str]:
    return {"style": style} if (style := item.get("style")) else {}


def _element(name: str, item: ET.Element, shared: Mapping[str, ET.Element]) -> str:
    given = {key: item.get(key, "") for key in _ATTRIBUTES if item.get(key) is not None}
    if name == "text":
        given = _of_text(given)
        return f"<text{_written(given)}>{literal(item.text or '')}</text>"
    inner = "".join(_inside(item, shared))
    if name == "defs" and not inner:
        return ""
    return f"<{name}{_written(given)}>{inner}</{name}>" if inner else f"<{name}{_written(given)}/>"


def _of_text(given: Mapping[str, str]) -> dict[str, str]:
    """Its size as an attribute, and no typeface: the page has that, and says it once."""
    found = dict(given)
    style = found.pop("style", "")
    if size := _SIZE.search(style):
        found["font-size"] = size[1]
    if rest := _FAMILY.sub("", _SIZE.sub("", style)).strip(" ;"):
        found["style"] = rest
    if _NO_TURN.fullmatch(found.get("transform", "")):
        del found["transform"]
    return found


def _written(attributes: Mapping[str, str]) -> str:
    """Attributes as text; their values are matplotlib's own: numbers, colours and names."""
    return "".join(
        f' {key}="{_BLANKS.sub(" ", value).strip().replace(chr(34), "&quot;")}"'
        for key, value in attributes.items()
    )
