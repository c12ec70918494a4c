"""Text into pages: one escape for HTML inside Markdown, and the Jinja environment that applies it.

Text from YAML is data. Every ``{{ value }}`` in a template passes :func:`literal`, so it
comes out as typed: no HTML, Markdown, macro or emoji syntax survives. Only values that are
``Markup`` already (made by another template or by a function of this package) pass as they are.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_LETTER = "0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_MARK = ",;%()/\u2010-\u2015\u2018-\u201f\u2026\u20ac\u2190-\u2193"
_SYNTAX = re.compile(
    rf"(?<=[A-Za-z])[.:?]|(?<=[{_LETTER}])-(?=[{_LETTER}])|(?P<unsafe>[^{_LETTER} {_MARK}])"
)
"""What may mean something in HTML or Markdown: all but letters, digits and a few marks.

A full stop, colon or question mark after a letter and a hyphen inside a word are plain text
too; they are matched first, so that they pass.
"""


def literal(text: object) -> Markup:
    """The text as it is to be read, safe in HTML, in Markdown, in Jinja and in an attribute.

    Characters that a browser or Markdown might take as syntax become numeric character
    references; white space becomes single blanks; control characters are dropped, since
    HTML has no way to write them.
    """
    return _literal(str(text))


@lru_cache(maxsize=1 << 15)
def _literal(text: str) -> Markup:
    return html(_SYNTAX.sub(_reference, " ".join(text.split())))


def literal_piece(text: str) -> Markup:
    """A piece out of the middle of a text, escaped, with the blanks at its ends kept."""
    before = " " if text[:1] == " " else ""
    after = " " if len(text) > 1 and text[-1:] == " " else ""
    return html(before) + literal(text) + html(after)


def typed_line(line: str) -> Markup:
    """A line of code with its indentation kept, and nothing in it that Markdown or HTML reads."""
    indent = len(line) - len(line.lstrip(" "))
    return html("&#32;" * indent) + literal(line.strip())


def typed(text: str) -> Markup:
    """Lines for inside ``<pre>``; none is empty, since Markdown would end the HTML there."""
    return html("\n").join(typed_line(line) or html(" ") for line in text.splitlines())


def html(text: str) -> Markup:
    """Text that is HTML already and passes as it is; nothing from YAML may come in here."""
    return Markup(text)  # noqa: S704


def paragraphs(text: object) -> Markup:
    """Running text with its paragraphs kept.

    Every line break counts: YAML has folded the lines of a paragraph into one, so what is
    left of an empty line in the file is one break.
    """
    parts = str(text).splitlines()
    return html("".join(f"<p>{literal(part)}</p>" for part in parts if part.strip()))


def joined(parts: Iterable[object], separator: str = ", ") -> Markup:
    """Pieces in a row, each escaped unless it is ``Markup``, with a separator in between."""
    return html(separator).join(_finish(part) for part in parts)


def front_matter(*, title: object, **meta: object) -> Markup:
    """The head of a Markdown page; the title reaches the navigation as it stands here.

    MkDocs prints titles unescaped, so what goes in is text and what comes out is safe in
    YAML, in HTML and in an attribute. A ``meta`` that is None is left out.
    """
    given = {"title": title, **meta}
    lines = [f'{key}: "{literal(value)}"' for key, value in given.items() if value is not None]
    return html("\n".join(["---", *lines, "---", "", ""]))


def css_string(text: object) -> Markup:
    """The text as a string in a style sheet: all but letters and digits as escapes."""
    plain = " ".join(str(text).split())
    escaped = re.sub(r"[^0-9A-Za-z ]", lambda match: f"\\{ord(match.group()):x} ", plain)
    return Markup('"{}"').format(html(escaped))


def heading(text: object, anchor: str) -> Markup:
    """A heading of the second level with its anchor, as Markdown, so that it is in the contents."""
    return Markup("## {} {{#{}}}").format(_finish(text), html(anchor))


def _reference(match: re.Match[str]) -> str:
    character = match.group()
    if match["unsafe"] is None:
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cs", "Cn") else f"&#{ord(character)};"


def _finish(value: Any) -> Any:
    if value is None:
        return ""
    return value if isinstance(value, Markup) else literal(value)


@cache
def environment() -> Environment:
    """The templates of this package; an undefined name is an error, never an empty string."""
    found = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters |= {"paragraphs": paragraphs, "joined": joined, "literal": literal}
    found.globals |= {
        "front_matter": front_matter,
        "heading": heading,
        "css_string": css_string,
    }
    return found


def render(template: str, /, **values: object) -> Markup:
    """A template filled with values, as HTML or Markdown.

    Raises:
        jinja2.UndefinedError: when the template names something that is not there.
    """
    return html(environment().get_template(template).render(**values))


def macros(template: str, name: str) -> Callable[..., Markup]:
    """A macro of a template, to be called from Python."""
    found: Callable[..., Markup] = getattr(environment().get_template(template).module, name)
    return found
