"""A repository -> a handbook, everything that is wrong with its files, and the places.

A file that cannot be read, or one entity in it, does not stop the others. What is missing
by it is remembered in ``Handbook.unread``, so that the rules do not blame what points at it.
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.language import LANGUAGES
from generator.load.assemble import assemble
from generator.load.discover import Entry, Listing, discover, listing_of, lost_with
from generator.load.node import Node
from generator.load.parse import parse
from generator.load.positions import FilePositions
from generator.load.reading import FileRead, read_files, read_source
from generator.model.base import Entity
from generator.model.finding import FieldPath, Finding, Position
from generator.model.handbook import Handbook, slug

MOST_REPORTED = 100
"""The most findings reported for one file; one more says that there may be others."""

_ORGANISATION = frozenset({"organisation"})


@dataclass(frozen=True)
class Loaded:
    """What was read.

    ``handbook`` is the whole handbook, None when anything of it could not be read.
    ``readable`` is as much of it as could be read: for the rules and the choice of
    language only, never to publish.
    """

    handbook: Handbook | None
    readable: Handbook
    findings: tuple[Finding, ...]
    positions: FilePositions


@dataclass
class _Reading:
    """What has been read so far."""

    entities: dict[str, dict[str, Entity]] = field(default_factory=dict)
    places: dict[str, tuple[str, FieldPath]] = field(default_factory=dict)
    trees: dict[str, Node] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The organisation's language, also when its file does not fit the type."""
        trees = (
            node.value for file, node in self.trees.items() if lost_with(file) == _ORGANISATION
        )
        words = (tree.get("language") for tree in trees if isinstance(tree, dict))
        return next((word for word in words if word in LANGUAGES), LANGUAGES[0])


def load(root: Path) -> Loaded:
    """Reads the handbook in the repository at ``root``; never raises for what is in it."""
    listing = discover(root)
    with collector_paused():
        return _loaded(listing, read_files(root, [entry.file for entry in listing.entries]))


def load_texts(texts: Mapping[str, str]) -> Loaded:
    """Reads a handbook that is not on disk, from the text of each file by its path."""
    files = {file: read_source(text, file) for file, text in texts.items()}
    return _loaded(listing_of(texts), files)


def _loaded(listing: Listing, files: Mapping[str, FileRead]) -> Loaded:
    reading = _Reading(findings=list(listing.findings))
    for finding in listing.findings:
        reading.unread |= lost_with(finding.position.file)
    for entry in listing.entries:
        reading.findings += _bounded(_take(entry, files[entry.file], reading), entry.file)
    handbook = assemble(reading.entities, reading.places, reading.unread, reading.language)
    return Loaded(
        handbook=None if handbook.unread else handbook,
        readable=handbook,
        findings=tuple(sorted(reading.findings, key=Finding.order)),
        positions=FilePositions(reading.trees, reading.places),
    )


@contextmanager
def collector_paused() -> Iterator[None]:
    """Runs without the cyclic collector, which would walk the growing handbook: twice as fast.

    Freezing and unfreezing counts everything as old without walking it; otherwise the
    collector would make up for the pause at once.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if running:
            gc.enable()


def _bounded(findings: list[Finding], file: str) -> list[Finding]:
    if len(findings) <= MOST_REPORTED:
        return findings
    more = Finding("S120", Position(file), details={"limit": str(MOST_REPORTED)})
    return [*sorted(findings, key=Finding.order)[:MOST_REPORTED], more]


def _take(entry: Entry, file: FileRead, reading: _Reading) -> list[Finding]:
    """Takes one file into ``reading``; the findings are what is wrong with it."""
    node, findings = file
    if node is None:
        reading.unread |= lost_with(entry.file)
        return findings
    reading.trees[entry.file] = node
    findings += _wrong_names(entry)
    if not entry.layout.many:
        return findings + _add(entry, node, (), reading)
    if not isinstance(node.value, list):
        reading.unread |= lost_with(entry.file)
        details = {"key": "", "expected": "list"}
        return [*findings, Finding("S203", Position(entry.file, *node.spot), details=details)]
    for index, item in node.children.items():
        findings += _add(entry, item, (index,), reading)
        if len(findings) > MOST_REPORTED:
            reading.unread |= lost_with(entry.file)
            break
    return findings


def _add(entry: Entry, node: Node, path: FieldPath, reading: _Reading) -> list[Finding]:
    """Adds the entity at one place of a file to ``reading``, or remembers that it is missing."""
    kind = entry.layout.kind
    given = {name: _as_identifier(value) for name, value in entry.given.items()}
    entity, misfits = parse(entry.layout.model, node, given)
    identifier = given.get("id") or _identifier_in(node)
    reference = f"{kind}:{identifier}" if identifier else kind
    findings = [
        Finding(misfit.code, Position(entry.file, *misfit.spot), details=misfit.details)
        for misfit in misfits
    ]
    if entity is None or given != entry.given:
        reading.unread.add(reference)
    elif reference in reading.places:
        details = {"kind": kind, "id": str(identifier), "first": _first(reference, reading)}
        place = Position(entry.file, *node.at(("id",)))
        findings.append(Finding("S301", place, details=details))
    else:
        reading.entities.setdefault(kind, {})[identifier or kind] = entity
        reading.places[reference] = (entry.file, path)
    return findings


def _first(reference: str, reading: _Reading) -> str:
    """Where a reference stands already: its file, with the line when that holds more."""
    file, path = reading.places[reference]
    return f"{file}:{reading.trees[file].at((*path, 'id'))[0]}" if path else file


def _wrong_names(entry: Entry) -> list[Finding]:
    """The folder and file names that would have to be identifiers and are not."""
    return [
        Finding("S119", Position(entry.file), details={"value": value, "guess": repaired})
        for value in entry.given.values()
        if (repaired := _as_identifier(value)) != value
    ]


def _identifier_in(node: Node) -> str | None:
    found = node.value.get("id") if isinstance(node.value, dict) else None
    return found if isinstance(found, str) and _as_identifier(found) == found else None


def _as_identifier(text: str) -> str:
    return slug(text) or "x"
