"""The link check over the built HTML: every address leads to a file, every anchor to an id."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urlsplit

from generator.publish.insert import html_files

# Each begins with its own letters, which the engine finds ten times faster than a choice.
_REFERENCES = tuple(re.compile(rf"""{name}=(?:"([^"]*)"|'([^']*)')""") for name in ("href", "src"))
_IDENTITY = re.compile(r"""id=(?:"([^"]*)"|'([^']*)')""")
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1>", re.DOTALL)
_LINK = re.compile(r"""\s(?:xlink:)?href=(?:"([^"]*)"|'([^']*)')""")
_BELOW = 2
"""So many folders a release is below the root of the site around it."""
_ERROR_PAGE = "404.html"
_TOP = "__top"
"""The anchor that Material scrolls to by itself."""


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """An address on a page that leads nowhere."""

    page: str
    address: str


@dataclass(frozen=True, slots=True)
class _Built:
    """The built site: its files and folders, and the text of its pages without scripts."""

    files: frozenset[str]
    texts: Mapping[str, str]


def dead_links(site: Path) -> tuple[DeadLink, ...]:
    """Every address inside the site that leads to no file or to no anchor of a page.

    Addresses with a scheme or a host lead outside and are not followed; the error page
    is left out, since it is served from any address.
    """
    texts = {
        path.relative_to(site).as_posix(): _SCRIPT.sub("", path.read_text(encoding="utf-8"))
        for path in html_files(site)
    }
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*"))
    built = _Built(files | {"."}, texts)
    dead: set[DeadLink] = set()
    anchored: dict[str, set[tuple[str, DeadLink]]] = {}
    for page in texts.keys() - {_ERROR_PAGE}:
        for address in _addresses(texts[page]):
            target, anchor = _target(page, address, built)
            link = DeadLink(page, address)
            if target is None:
                dead.add(link)
            elif anchor:
                anchored.setdefault(target, set()).add((anchor, link))
    for target, wanted in anchored.items():
        there = _identities(texts.get(target, ""))
        dead |= {link for anchor, link in wanted if anchor not in there}
    return tuple(sorted(dead))


def without_dead_links(site: Path, living: Mapping[str, str]) -> None:
    """Makes every link sound in the site of a release, two folders below the site around it.

    Args:
        site: the release as it was built; changed.
        living: addresses of pages that only the site around it has, each with its address
            there. A dead link to one of them leads there, one to an anchor that is not there
            leads to its page, and any other becomes plain text.
    """
    dead: dict[str, set[str]] = {}
    for link in dead_links(site):
        dead.setdefault(link.page, set()).add(link.address)
    for page, addresses in dead.items():

        def sound(match: re.Match[str], page: str = page, addresses: set[str] = addresses) -> str:
            address = unescape(match[1] or match[2] or "")
            if address not in addresses:
                return match[0]
            way = _around(page, address, living) or _page_alone(site, page, address)
            return f' href="{escape(way)}"' if way else ""

        path = site / page
        text = _LINK.sub(sound, path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8", newline="\n")


def _around(page: str, address: str, living: Mapping[str, str]) -> str | None:
    """The address, from a page of a release, of a page that only the site around it has."""
    parts = urlsplit(address)
    target = living.get(normpath(join(dirname(page), unquote(parts.path))))
    if target is None:
        return None
    up = "../" * (page.count("/") + _BELOW)
    return up + quote(target) + (f"#{parts.fragment}" if parts.fragment else "")


def _page_alone(site: Path, page: str, address: str) -> str | None:
    """An address without its anchor, when it leads to another page of the site."""
    path = urlsplit(address).path
    target = normpath(join(dirname(page), unquote(path)))
    is_there = path and not target.startswith("..") and (site / target).is_file()
    return path if is_there else None


def _addresses(text: str) -> set[str]:
    found = (pattern.findall(text) for pattern in _REFERENCES)
    return {unescape(double or single) for pairs in found for double, single in pairs}


def _target(page: str, address: str, built: _Built) -> tuple[str | None, str]:
    """The file that an address on a page leads to (None: there is none), and the anchor in it.

    What leads outside the site counts as the page itself, without an anchor.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not address:
        return page, ""
    target = page
    if parts.path:
        target = normpath(join(dirname(page), unquote(parts.path)))
    if target not in built.files:
        return None, ""
    if target not in built.texts:
        target = normpath(f"{target}/index.html")
    return target, unquote(parts.fragment) if target in built.texts else ""


def _identities(text: str) -> set[str]:
    found = {unescape(double or single) for double, single in _IDENTITY.findall(text)}
    return found | {_TOP}
