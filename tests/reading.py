"""A page as its reader gets it: the Markdown made into HTML as MkDocs does, and taken apart."""

import re
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import yaml
from markdown import Markdown

from generator.pages.page import Page

SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"
_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_BLOCKS = {"p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "dt", "dd", "summary", "br"}


@dataclass
class Reading(HTMLParser):
    """What stands on a page."""

    html: str
    text: str = ""
    """The words, with blanks as they are seen; a line for each block."""
    terms: list[str] = field(default_factory=list)
    """The words of each link that a glossary term got."""
    tags: list[str] = field(default_factory=list)
    """Every element but those links, with the names of its attributes: ``a class href``."""
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._in_term = False
        self.feed(self.html)
        self.close()
        lines = (" ".join(line.split()) for line in self.text.splitlines())
        self.text = "\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.links += [str(found["href"])] if "href" in found else []
        self.ids += [str(found["id"])] if "id" in found else []
        if found.get("class") == "glossary":
            self._in_term = True
            self.terms.append("")
        else:
            self.tags.append(" ".join((tag, *sorted(found))))
        self.text += "\n" if tag in _BLOCKS else ""

    def handle_endtag(self, tag: str) -> None:
        self._in_term = self._in_term and tag != "a"
        self.text += "\n" if tag in _BLOCKS else ""

    def handle_data(self, data: str) -> None:
        self.text += re.sub(r"[\r\n]", " ", data)
        if self._in_term:
            self.terms[-1] += data


def read(page: Page) -> Reading:
    """A generated page as HTML, without what the theme puts around it."""
    if page.path.endswith(".html"):
        return Reading(page.content)
    return Reading(_markdown().reset().convert(_HEAD.sub("", page.content)))


def head(page: Page) -> dict[str, str]:
    """The front matter of a generated page."""
    found = _HEAD.match(page.content)
    assert found
    data = yaml.safe_load(found[1])
    assert isinstance(data, dict)
    return data


@cache
def _markdown() -> Markdown:
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))["markdown_extensions"]
    wanted = {}
    for item in settings:
        wanted |= item if isinstance(item, dict) else {item: {}}
    wanted.pop("plantuml_markdown", None)
    return Markdown(extensions=list(wanted), extension_configs=wanted)


def lines_of(page: Page) -> list[str]:
    """The words of a page, a line for each block; headings without their link sign."""
    return [line.removesuffix("#") for line in read(page).text.splitlines()]


def section_of(page: Page, heading: str) -> list[str]:
    """The lines of one section of a page, up to the next heading; empty without the section."""
    lines = read(page).text.splitlines()
    if f"{heading}#" not in lines:
        return []
    rest = lines[lines.index(f"{heading}#") + 1 :]
    end = next((number for number, line in enumerate(rest) if line.endswith("#")), len(rest))
    return rest[:end]


def facts_of(page: Page, heading: str) -> dict[str, str]:
    """A section that is a list of names and values."""
    lines = section_of(page, heading)
    return dict(zip(lines[::2], lines[1::2], strict=False))


def rows_of(page: Page, heading: str) -> list[tuple[str, ...]]:
    """The rows of the first table in a section, without its headings, in cells as read."""
    html = read(page).html
    headings = re.finditer(r"<h\d[^>]*>(.*?)<a class=.headerlink", html)
    start = next(found.end() for found in headings if unescape(found[1]) == heading)
    table = html[html.index("<tbody", start) : html.index("</tbody>", start)]
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
    return [tuple(map(_words, cells_of(row))) for row in rows]


def cells_of(row: str) -> list[str]:
    """The cells of a row, which may hold lines of code."""
    return re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)


def _words(html: str) -> str:
    return Reading(html).text.replace("\n", " ")
