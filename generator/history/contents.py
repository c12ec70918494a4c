"""What stands in the files of the past: read once, kept by the name that git has for them."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from generator.control.approval import status_in_force
from generator.control.fingerprint import fingerprint
from generator.control.suspect import SUBJECTS, TARGETS
from generator.language import LANGUAGES
from generator.load import load_texts
from generator.load.assemble import assemble
from generator.load.discover import listing_of, lost_with
from generator.load.text_file import text_of
from generator.load.yaml_source import read_yaml
from generator.model import control
from generator.model.base import Entity
from generator.model.control import Status
from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.identifiers import Version
from generator.model.organisation import Organisation
from generator.model.process import Process

MEANT = frozenset(SUBJECTS) | frozenset(TARGETS)
"""The kinds of thing whose meaning is followed."""

Files: TypeAlias = Mapping[str, str]
"""The blob of each file of the handbook by path."""

Borrowed: TypeAlias = Mapping[str, Sequence[tuple[str, Entity]]]
"""Things that are known already, by the path of their file, each with its reference."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the file of a process says of its document."""

    version: Version
    status: Status = Status.DRAFT
    log: tuple[control.Change, ...] = ()
    is_readable: bool = True
    """Whether today's loader reads all of it; else only this record is known."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is remembered of one file."""

    meanings: Mapping[str, str] = field(default_factory=dict)
    """The fingerprint of each thing in it, by reference."""
    record: Record | None = None
    """Of the process in it, if it is the file of one and says which version it is."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What can be read of one file."""

    things: tuple[tuple[str, Entity], ...]
    """Everything in it, by reference."""
    unread: frozenset[str] = frozenset()

    @property
    def process(self) -> Process | None:
        """The process in it, if it is the file of one."""
        return next((item for _, item in self.things if isinstance(item, Process)), None)


class Contents:
    """The contents of files of the past.

    ``facts`` are those that are known; what is found out is added to them.
    """

    def __init__(
        self, read: Callable[[str], bytes | None], facts: MutableMapping[tuple[str, str], Facts]
    ) -> None:
        """Takes what reads a blob, and what is already known by path and blob."""
        self._read = read
        self._known = facts
        self._parts: dict[tuple[str, str], _Part] = {}
        self.is_whole = True
        """Whether git had everything that was asked for so far."""

    def facts(self, path: str, blob: str) -> Facts:
        """What stands in a file."""
        key = (path, blob)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._facts(path, blob)
        return found

    def process(self, path: str, blob: str) -> Process | None:
        """The process in a file, if it can be read."""
        return self._part(path, blob).process

    def lend(self, handbook: Handbook, files: Files) -> None:
        """Takes what stands in some files from a handbook that was wholly read already."""
        found: dict[str, list[tuple[str, Entity]]] = {path: [] for path in files}
        for reference, entity in things_of(handbook):
            if handbook.files[reference] in found:
                found[handbook.files[reference]].append((reference, entity))
        for path, things in found.items():
            self._parts[path, files[path]] = _Part(tuple(things))

    def handbook(self, files: Files, borrowed: Borrowed | None = None) -> Handbook:
        """The handbook of some files, as far as it can be read.

        Args:
            files: the files.
            borrowed: the things in files that need not be read, by path, as references give
                them.
        """
        entities: dict[str, dict[str, Entity]] = {}
        places: dict[str, tuple[str, FieldPath]] = {}
        unread: set[str] = set()
        for entry in listing_of(files).entries:
            file = entry.file
            found = borrowed.get(file) if borrowed else None
            if found is None:
                part, own = self._part(file, files[file]), lost_with(file)
                unread |= {item for item in part.unread if item != "organisation" or item in own}
                found = part.things
            for reference, entity in found:  # of two things with one identifier the first counts
                kind, _, identifier = reference.partition(":")
                if entities.setdefault(kind, {}).setdefault(identifier or kind, entity) is entity:
                    places[reference] = (file, ())
        return assemble(entities, places, unread, _language(entities))

    def _part(self, path: str, blob: str) -> _Part:
        key = (path, blob)
        if key not in self._parts:
            text = self._text(path, blob)
            found = load_texts({path: "" if text is None else text}).readable
            self._parts[key] = _Part(tuple(things_of(found)), found.unread)
        return self._parts[key]

    def _text(self, path: str, blob: str) -> str | None:
        content = self._read(blob)
        if content is None:
            self.is_whole = False
            return None
        return text_of(content, path)

    def _facts(self, path: str, blob: str) -> Facts:
        part = self._part(path, blob)
        meanings = {
            reference: fingerprint(entity)
            for reference, entity in part.things
            if reference.partition(":")[0] in MEANT
        }
        process = part.process
        if process is not None:
            version, status = process.document.version, status_in_force(process)
            return Facts(meanings, Record(version, status, process.changes))
        is_process = path.startswith("processes/")
        return Facts(meanings, self._record(path, blob) if is_process else None)

    def _record(self, path: str, blob: str) -> Record | None:
        """The version in a file that does not fit today's type of a process."""
        node, _ = read_yaml(self._text(path, blob) or "", path)
        data = node.value if node and isinstance(node.value, dict) else {}
        document = data.get("document")
        try:
            found = control.DocumentControl.model_validate(
                {name: document[name] for name in ("version", "status") if name in document}
                if isinstance(document, dict)
                else {}
            )
        except ValueError:
            return None
        return Record(found.version, found.status, is_readable=False)


def things_of(handbook: Handbook) -> Iterator[tuple[str, Entity]]:
    """Everything that was read into a handbook, by reference."""
    for reference in handbook.files:
        found = handbook.find(reference)
        if isinstance(found, Entity):
            yield reference, found


@lru_cache(maxsize=1 << 16)
def process_in(path: str) -> str | None:
    """The identifier of the process that a file of this path holds."""
    entries = listing_of((path,)).entries
    return entries[0].given.get("id") if entries and entries[0].layout.kind == "process" else None


def _language(entities: Mapping[str, Mapping[str, Entity]]) -> str:
    organisation = entities.get("organisation", {}).get("organisation")
    return organisation.language if isinstance(organisation, Organisation) else LANGUAGES[0]
