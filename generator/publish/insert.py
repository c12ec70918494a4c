"""Diagrams into built pages: every marker in the HTML gets its SVG.

Pages carry a small marker instead of the picture, because inline SVG in Markdown is
parsed twice, by Markdown and by the search index (measured: half of the build's time).
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

_MARKER = re.compile(r'<div class="diagram" data-diagram="([a-z0-9-]+)"></div>')


def insert(site: Path, picture: Callable[[str, str], str]) -> int:
    """Fills the markers of every HTML file under ``site``; returns how many there were.

    ``picture`` gets a diagram's key and the way from the page to the site's root
    (``../``) and returns the inline SVG.
    """
    count = 0
    for path in html_files(site):
        text = path.read_text(encoding="utf-8")
        if 'data-diagram="' not in text:
            continue
        root = "../" * (len(path.relative_to(site).parts) - 1)

        def fill(match: re.Match[str], root: str = root) -> str:
            return f'<div class="diagram">{picture(match[1], root)}</div>'

        filled, found = _MARKER.subn(fill, text)
        path.write_text(filled, encoding="utf-8", newline="\n")
        count += found
    return count


def html_files(site: Path) -> Iterator[Path]:
    """Every HTML file under a folder, in order of path."""
    return iter(sorted(site.rglob("*.html")))
