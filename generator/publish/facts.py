"""What a built handbook says of its processes: enough to tell later what has become of them.

A release carries its facts in ``release.json``. They are made when it is built, and read
again in every later build: only then is it known which versions came after.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.addresses import html_of
from generator.control.approval import status_in_force, was_approved
from generator.language import LANGUAGES
from generator.model.control import Status
from generator.model.identifiers import Version
from generator.model.process import Process
from generator.pages.page import Page, Site

FACTS = "release.json"
"""Where the facts of a release stand, in the root of its site."""

FORMAT = "release/v1"


@dataclass(frozen=True)
class ProcessFacts:
    """A process in one handbook."""

    title: str
    version: Version
    status: Status
    approved: bool
    """Whether this content was approved; an approval of another content does not count."""
    pages: tuple[str, ...] = ()
    """The addresses of its controlled pages: its own, and its emergency card."""


@dataclass(frozen=True)
class Facts:
    """A handbook: what it is called, in which language it is, and its processes."""

    title: str
    language: str
    commit: str | None = None
    processes: Mapping[str, ProcessFacts] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    """The chapters that today's generator cannot show."""
    format: str = FORMAT

    def text(self) -> str:
        """The facts as JSON."""
        return json.dumps(asdict(self), indent=1, sort_keys=True) + "\n"


_FACTS = TypeAdapter(Facts)


def facts_of(
    site: Site,
    pages: Mapping[str, Page],
    *,
    commit: str | None = None,
    left_out: tuple[str, ...] = (),
) -> Facts:
    """The facts of a handbook whose pages are made."""
    handbook = site.handbook
    processes = {
        str(process.id): _process_facts(process, tuple(_controlled(process, site, pages)))
        for process in handbook.processes.values()
    }
    title = handbook.organisation.site.title
    return Facts(title, site.language.code, commit, processes, left_out)


def read_facts(folder: Path) -> Facts | None:
    """The facts that a built release carries; None when it has none that can be read."""
    try:
        found = _FACTS.validate_json((folder / FACTS).read_bytes())
    except (OSError, ValidationError):
        return None
    return found if found.format == FORMAT and found.language in LANGUAGES else None


def _controlled(process: Process, site: Site, pages: Mapping[str, Page]) -> Iterator[str]:
    """The address of a process's page, and of its card as a page and as a file."""
    own = site.addresses.source(f"process:{process.id}")
    file, cards = site.file(f"process:{process.id}"), f"{site.addresses.folder('card')}/"
    for path, page in pages.items():
        if path == own or (page.edit == file and path.startswith(cards)):
            yield path if path.endswith(".html") else html_of(path)


def _process_facts(process: Process, pages: tuple[str, ...]) -> ProcessFacts:
    document = process.document
    return ProcessFacts(
        process.name, document.version, status_in_force(process), was_approved(process), pages
    )
