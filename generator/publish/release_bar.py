"""The bar above a page: which release it is of, what it is worth, and the way to the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from posixpath import dirname, relpath
from urllib.parse import quote

from markupsafe import Markup

from generator.history.known import Standing
from generator.language import Language
from generator.model.control import Release
from generator.model.identifiers import short
from generator.pages.markup import html, macros
from generator.publish.facts import ProcessFacts

_TEMPLATE = "release-bar.html.j2"


@dataclass(frozen=True)
class Edition:
    """The handbook as it stands in one folder of the site: that of today, or a release."""

    name: str
    date: str
    folder: str
    """From the site's root, with a slash at its end; empty for the handbook of today."""
    pages: frozenset[str]
    """The addresses of its pages, from its own root."""


@dataclass(frozen=True, slots=True)
class Target:
    """A line of the switcher."""

    name: str
    date: str
    address: Markup
    is_here: bool
    has_page: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """What the bar of a page in a release says."""

    kind: str
    facts: str
    mark: str
    """What is written across a printed page."""
    words: str = ""
    version: str = ""
    now: str = ""
    address: Markup | None = None


def targets(page: str, here: Edition, editions: Sequence[Edition]) -> tuple[Target, ...]:
    """The lines of the switcher on a page: the same page elsewhere, else where that one starts."""
    return tuple(_target(page, here, edition) for edition in editions)


def way(address: str, page: str) -> Markup:
    """The relative address from a page to another, both from the site's root."""
    return html(quote(relpath(address, dirname(page) or ".")))


def present_bar(lines: Sequence[Target], language: Language) -> Markup:
    """The bar of a page of today: only the way to the releases."""
    return _macro("present")(language.label, lines)


def released_bar(bar: Bar, lines: Sequence[Target], language: Language) -> Markup:
    """The bar of a page of a release, and what is written across it on paper."""
    return _macro("released")(language.label, bar, lines)


def file_style() -> Markup:
    """The style of the bar in a file that has no style sheet beside it."""
    text = files("generator.pages").joinpath("templates", "release-file.css").read_text("utf-8")
    return Markup("<style>{}</style>").format(html(text))


def plain_bar(release: Release, language: Language) -> Bar:
    """The bar of a page that is no controlled document: which release, and nothing more."""
    facts = release_facts(release, language)
    return Bar("plain", facts, f"{release.name}, {release.date.isoformat()}")


def controlled_bar(
    release: Release,
    process: ProcessFacts,
    found: Standing,
    language: Language,
    *,
    now: ProcessFacts | None,
    address: Markup | None,
) -> Bar:
    """The bar of a controlled page.

    Args:
        release: the release.
        process: the process in it.
        found: what it is worth today.
        language: the language of the release.
        now: the process today; None when it is gone.
        address: the way to its page of today.
    """
    label = language.label
    words = label(f"releases.standing.{found}")
    told = label("releases.bar.gone")
    if now is not None:
        status = label(f"status.{now.status}")
        told = label("releases.bar.now", version=now.version, status=status)
    facts = release_facts(release, language)
    return Bar(found, facts, words, words, process.version, told, address if now else None)


def release_facts(release: Release, language: Language) -> str:
    """The name, date and commit of a release, in words."""
    return language.label(
        "releases.bar.facts",
        name=release.name,
        date=release.date.isoformat(),
        commit=short(release.commit),
    )


def _target(page: str, here: Edition, edition: Edition) -> Target:
    has_page = page in edition.pages
    address = edition.folder + (page if has_page else "index.html")
    return Target(
        edition.name, edition.date, way(address, here.folder + page), edition is here, has_page
    )


@cache
def _macro(name: str) -> Callable[..., Markup]:
    return macros(_TEMPLATE, name)
