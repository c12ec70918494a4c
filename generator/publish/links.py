"""The link check over the built HTML: every address leads to a file, every anchor to an id."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from generator.publish.insert import html_files

_REFERENCE = re.compile(r"""<[^>]*?\s(?:xlink:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_IDENTITY = re.compile(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """An address on a page that leads nowhere."""

    page: str
    address: str


def dead_links(site: Path) -> tuple[DeadLink, ...]:
    """Every address inside the site that leads to no file or to no anchor of a page.

    Addresses with a scheme or a host lead outside and are not followed; the error page
    is left out, since it is served from any address.
    """
    texts = {
        path.relative_to(site).as_posix(): _SCRIPT.sub("", path.read_text(encoding="utf-8"))
        for path in html_files(site)
    }
    anchors = {page: _identities(text) for page, text in texts.items()}
    found = (
        DeadLink(page, address)
        for page, text in texts.items()
        if page != "404.html"
        for address in sorted(set(_addresses(text)))
        if not _leads_somewhere(site, page, address, anchors)
    )
    return tuple(sorted(found))


def _addresses(text: str) -> Iterator[str]:
    for double, single in _REFERENCE.findall(text):
        yield unescape(double or single)


def _identities(text: str) -> frozenset[str]:
    return frozenset(unescape(double or single) for double, single in _IDENTITY.findall(text))


def _leads_somewhere(
    site: Path, page: str, address: str, anchors: Mapping[str, frozenset[str]]
) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not address:
        return True
    target = page
    if parts.path:
        target = normpath((PurePosixPath(page).parent / unquote(parts.path)).as_posix())
        if target.startswith("..") or not (site / target).exists():
            return False
        target = f"{target}/index.html" if (site / target).is_dir() else target
    if not parts.fragment or not target.endswith(".html") or parts.fragment == "__top":
        return True
    return unquote(parts.fragment) in anchors.get(target, frozenset())
