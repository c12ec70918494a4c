"""The stages composed, once: load, check, make pages and diagrams, ready to publish."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.addresses import Addresses
from generator.diagrams import Diagram, diagrams_of
from generator.exports.handbook_json import handbook_json
from generator.exports.json_schema import handbook_schema
from generator.language import Language, language
from generator.load import Loaded, load
from generator.load.chapters import ChapterText, read_chapters
from generator.model.finding import Finding, Severity
from generator.model.handbook import Handbook
from generator.pages import Page, navigation, pages_of
from generator.pages.chapter_check import check_chapters
from generator.pages.page import Site
from generator.rules import check

EXPORT = "api/v1/handbook.json"
SCHEMA = "api/v1/handbook.schema.json"


@dataclass(frozen=True)
class Examined:
    """What was read, what is wrong with it in order of place, and what pages are made from.

    ``site`` is None when something stands in the way of publication.
    """

    root: Path
    loaded: Loaded
    chapters: tuple[ChapterText, ...]
    site: Site | None
    findings: tuple[Finding, ...]

    @property
    def language(self) -> Language:
        """The organisation's language, as far as it could be read."""
        return language(self.loaded.readable.organisation.language)

    @property
    def sound(self) -> bool:
        """Whether nothing stands in the way of publication."""
        return self.site is not None and not _faults(self.findings)


@dataclass(frozen=True)
class Prepared:
    """A handbook ready to be built: its pages, other files, diagrams and navigation."""

    root: Path
    site: Site
    chapters: tuple[ChapterText, ...]
    pages: Mapping[str, Page]
    files: Mapping[str, str | bytes]
    navigation: list[object]

    @property
    def diagrams(self) -> Mapping[str, Diagram]:
        """The diagrams by key."""
        return self.site.diagrams


def examine(root: Path) -> Examined:
    """Reads and checks the repository at ``root``; what is wrong is in the findings."""
    loaded = load(root)
    chapters, findings = read_chapters(root)
    found = [*loaded.findings, *findings, *check(loaded.readable, loaded.positions)]
    site = None
    if loaded.handbook is not None and not _faults(found):
        site = site_of(loaded.handbook)
        found += check_chapters(chapters, site, loaded.positions)
    return Examined(root, loaded, chapters, site, tuple(sorted(found, key=Finding.order)))


def site_of(handbook: Handbook) -> Site:
    """What the pages of a handbook are made from: its words, addresses and diagrams."""
    words = language(handbook.organisation.language)
    addresses = Addresses(handbook, words)
    return Site(handbook, words, addresses, diagrams_of(handbook, words, addresses))


def _faults(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def prepare(examined: Examined) -> Prepared:
    """Makes every page and export of a sound handbook.

    Raises:
        ValueError: when the handbook is not sound.
    """
    site = examined.site
    if site is None or not examined.sound:
        message = "a handbook with errors cannot be prepared"
        raise ValueError(message)
    written = {chapter.path for chapter in examined.chapters}
    pages = pages_of(site.handbook, site.language, site.addresses, site.diagrams, written=written)
    files: dict[str, str | bytes] = {path: page.content for path, page in pages.items()}
    files[EXPORT] = handbook_json(site.handbook, site.addresses)
    files[SCHEMA] = handbook_schema(site.language)
    menu = navigation(site.handbook, site.language, site.addresses, pages, written=written)
    return Prepared(examined.root, site, examined.chapters, pages, files, menu)
