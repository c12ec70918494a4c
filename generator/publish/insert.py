"""Diagrams and charts into built pages: every marker in the HTML gets its SVG.

Pages carry a small marker instead of the picture, because inline SVG in Markdown is
parsed twice, by Markdown and by the search index (measured: half of the build's time).
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

_MARKER = re.compile(
    r'<(?P<tag>div|span) class="(?P<class>diagram(?: diagram--[a-z]+)?)"'
    r' data-diagram="(?P<key>[a-z0-9-]+)"></(?P=tag)>'
)


def insert(site: Path, picture: Callable[[str, str], str]) -> int:
    """Fills the markers of every HTML file under ``site``; returns how many there were.

    ``picture`` gets the key of a diagram or chart and the way from the page to the site's root
    (``../``) and returns the inline SVG.
    """
    count = 0
    for path in html_files(site):
        text = path.read_text(encoding="utf-8")
        if 'data-diagram="' not in text:
            continue
        root = "../" * (len(path.relative_to(site).parts) - 1)

        def fill(match: re.Match[str], root: str = root) -> str:
            tag, its_class = match["tag"], match["class"]
            return f'<{tag} class="{its_class}">{picture(match["key"], root)}</{tag}>'

        filled, found = _MARKER.subn(fill, text)
        path.write_text(filled, encoding="utf-8", newline="\n")
        count += found
    return count


def marked(text: str) -> list[str]:
    """The keys of the markers in a text, in order."""
    return [match["key"] for match in _MARKER.finditer(text)]


def html_files(site: Path) -> Iterator[Path]:
    """Every HTML file under a folder, in order of path."""
    return iter(sorted(site.rglob("*.html")))
