"""The stages composed, once: load, check, make pages and diagrams, ready to publish."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.addresses import register_files
from generator.diagrams import Diagram, example_diagrams
from generator.examination import Examined, examine
from generator.exports.handbook_json import handbook_json
from generator.exports.json_schema import handbook_schema, register_schema
from generator.exports.measurements_csv import measurement_files
from generator.exports.register_csv import register_csv
from generator.exports.registers import register_json
from generator.exports.versions_json import versions_json
from generator.load.chapters import ChapterText
from generator.model.registers import REGISTERS
from generator.pages import Page, navigation, pages_of, site_of
from generator.pages.page import Site

__all__ = ["Examined", "Prepared", "examine", "prepare"]

EXPORT = "api/v1/handbook.json"
SCHEMA = "api/v1/handbook.schema.json"
VERSIONS = "api/v1/versions.json"


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


def prepare(examined: Examined) -> Prepared:
    """Makes every page and export of a sound handbook.

    Raises:
        ValueError: when the handbook is not sound.
    """
    handbook = examined.loaded.handbook
    if handbook is None or not examined.sound:
        message = "a handbook with errors cannot be prepared"
        raise ValueError(message)
    plain = examined.site or site_of(handbook)
    examples = {item.key: item for item in example_diagrams(plain.language)}
    site = replace(
        plain,
        diagrams={**plain.diagrams, **examples},
        findings=examined.findings,
        suppressed=examined.suppressed,
        history=examined.history,
    )
    written = {chapter.path for chapter in examined.chapters}
    pages = pages_of(site, written=written)
    files: dict[str, str | bytes] = {path: page.content for path, page in pages.items()}
    files[EXPORT] = handbook_json(site.handbook, site.addresses)
    files[SCHEMA] = handbook_schema(site.language)
    files |= files_of_registers(site)
    files |= measurement_files(site.handbook)
    files[VERSIONS] = versions_json(site.handbook, site.history, site.addresses)
    menu = navigation(site.handbook, site.language, site.addresses, pages, written=written)
    return Prepared(examined.root, site, examined.chapters, pages, files, menu)


def files_of_registers(site: Site) -> dict[str, str]:
    """Every register as CSV and JSON with its schema, by address."""
    found: dict[str, str] = {}
    for name in REGISTERS:
        places = register_files(name)
        found[places["csv"]] = register_csv(site.handbook, site.addresses, name)
        found[places["json"]] = register_json(site.handbook, site.addresses, name)
        found[places["schema"]] = register_schema(name, site.language)
    return found
