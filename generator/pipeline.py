"""The stages composed, once: load, check, draw, write, publish."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.addresses import Addresses
from generator.diagrams import Diagram, diagrams_of
from generator.exports.handbook_json import handbook_json
from generator.exports.json_schema import handbook_schema
from generator.language import Language, language
from generator.load import Loaded, load
from generator.model.finding import Finding, Severity
from generator.model.handbook import Handbook
from generator.pages import Page, navigation, pages_of
from generator.rules import check

EXPORT = "api/v1/handbook.json"
SCHEMA = "api/v1/handbook.schema.json"


@dataclass(frozen=True)
class Examined:
    """What was read and everything that is wrong with it, in order of place."""

    root: Path
    loaded: Loaded
    findings: tuple[Finding, ...]

    @property
    def language(self) -> Language:
        """The organisation's language; Dutch when even that could not be read."""
        handbook = self.loaded.handbook
        return language(handbook.organisation.language if handbook else "nl")

    @property
    def sound(self) -> bool:
        """Whether nothing stands in the way of publication."""
        faults = any(finding.severity is Severity.ERROR for finding in self.findings)
        return self.loaded.handbook is not None and not faults


@dataclass(frozen=True)
class Prepared:
    """A handbook ready to be built: its pages, other files, diagrams and navigation."""

    root: Path
    handbook: Handbook
    language: Language
    addresses: Addresses
    diagrams: Mapping[str, Diagram]
    pages: Mapping[str, Page]
    files: Mapping[str, str | bytes]
    navigation: list[object]


def examine(root: Path) -> Examined:
    """Reads and checks the repository at ``root``; what is wrong is in the findings."""
    loaded = load(root)
    findings = list(loaded.findings)
    if loaded.handbook is not None:
        findings += check(loaded.handbook, loaded.positions)
    return Examined(root, loaded, tuple(sorted(findings, key=Finding.order)))


def prepare(examined: Examined) -> Prepared:
    """Makes every page, diagram text and export of a sound handbook.

    Raises:
        ValueError: when the handbook is not sound.
    """
    handbook = examined.loaded.handbook
    if handbook is None or not examined.sound:
        message = "a handbook with errors cannot be prepared"
        raise ValueError(message)
    words = examined.language
    addresses = Addresses(handbook, words)
    diagrams = diagrams_of(handbook, words, addresses)
    pages = pages_of(handbook, words, addresses, diagrams)
    files: dict[str, str | bytes] = {path: page.content for path, page in pages.items()}
    files[EXPORT] = handbook_json(handbook, addresses)
    files[SCHEMA] = handbook_schema(words)
    return Prepared(
        root=examined.root,
        handbook=handbook,
        language=words,
        addresses=addresses,
        diagrams=diagrams,
        pages=pages,
        files=files,
        navigation=navigation(handbook, words, addresses, pages),
    )
