"""What happened to the file of each process, commit after commit, whatever it was called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.control.fingerprint import fingerprint
from generator.history.evidence_log import (
    FileChange,
    LogEntry,
    cut_off,
    parents_of,
    read_log,
    texts,
    written_in_merge,
)
from generator.load import load_texts
from generator.model.control import Approval
from generator.model.handbook import Handbook
from generator.model.identifiers import Fingerprint
from generator.model.process import Process


@dataclass(frozen=True, slots=True)
class State:
    """A process as a commit left it, as far as it could be read."""

    process: Process | None = None
    meaning: Fingerprint | None = None

    @property
    def approved(self) -> Approval | None:
        """The approval in its control record."""
        return self.process.document.approved if self.process else None


@dataclass(frozen=True, slots=True)
class Touch:
    """A commit that changed the file of a process."""

    entry: LogEntry
    before: State
    after: State
    is_own: bool
    """Whether the change is by the commit itself, and not only brought in by a merge."""

    @property
    def is_of_content(self) -> bool:
        """Whether the commit itself changed the meaning of the process."""
        return self.is_own and self.before.meaning != self.after.meaning

    @property
    def approves(self) -> bool:
        """Whether it brought an approval, of whatever content."""
        return bool(self.after.approved) and self.after.approved != self.before.approved

    @property
    def holds(self) -> bool:
        """Whether what it leaves is approved as it stands."""
        approved = self.after.approved
        return approved is not None and approved.fingerprint == self.after.meaning

    @property
    def raises(self) -> bool:
        """Whether it gave the process another version."""
        before, after = self.before.process, self.after.process
        earlier = before.document.version if before else None
        return after is not None and after.document.version != earlier

    def brings(self, meaning: Fingerprint | None) -> bool:
        """Whether it brought the approval of a meaning."""
        before, after = self.before.approved, self.after.approved
        is_there = bool(after and after.fingerprint == meaning)
        return is_there and not (before and before.fingerprint == meaning)


@dataclass(frozen=True)
class Past:
    """What was read: the touches of each process by its identifier, the newest first."""

    root: Path
    log: tuple[LogEntry, ...]
    touches: Mapping[str, tuple[Touch, ...]]

    @cached_property
    def parents(self) -> Mapping[str, tuple[str, ...]]:
        """The parents of every commit."""
        return parents_of(self.root)

    @cached_property
    def cut_off(self) -> frozenset[str]:
        """The commits whose past is not here: what they changed is not known."""
        return cut_off(self.root)

    def before(self, commit: str) -> set[str]:
        """A commit and all that it builds on."""
        found, pending = {commit}, [commit]
        for sha in pending:
            new = [parent for parent in self.parents.get(sha, ()) if parent not in found]
            found.update(new)
            pending += new
        return found


def past_of(
    root: Path, handbook: Handbook, wanted: Iterable[str], *, signatures: bool = False
) -> Past:
    """Reads the past of some processes.

    Args:
        root: the folder of the handbook.
        handbook: the files at hand.
        wanted: the identifiers of the processes.
        signatures: whether to look at the signatures of the commits too.

    Raises:
        NoVersionError: when there is no history to read.
    """
    log = read_log(root, signatures=signatures)
    chains = {name: tuple(_chain(handbook.files[f"process:{name}"], log)) for name in wanted}
    own = written_in_merge(root, tuple(entry.sha for entry in log if entry.is_merge))
    read = _Reader(root, [file for chain in chains.values() for _, file in chain])
    return Past(
        root,
        log,
        {
            name: tuple(
                Touch(
                    entry,
                    read.state(file.was, file.old),
                    read.state(file.path, file.new),
                    not entry.is_merge or (entry.sha, file.path) in own,
                )
                for entry, file in chain
            )
            for name, chain in chains.items()
        },
    )


def _chain(path: str, log: Iterable[LogEntry]) -> Iterator[tuple[LogEntry, FileChange]]:
    """The commits that touched a file, also under the names it had before, the newest first."""
    names = {path}
    for entry in log:
        for file in entry.files:
            if file.path not in names:
                continue
            yield entry, file
            if file.old is not None:
                names.add(file.was)
            elif not entry.is_merge:
                names.discard(file.path)  # an older file of that name is another one


class _Reader:
    """Processes as they were, each content read once."""

    def __init__(self, root: Path, files: Iterable[FileChange]) -> None:
        blobs = {
            blob: path
            for file in files
            for blob, path in ((file.old, file.was), (file.new, file.path))
            if blob
        }
        self._texts = texts(root, blobs) if blobs else {}
        self._states: dict[tuple[str, str | None], State] = {}

    def state(self, path: str, blob: str | None) -> State:
        """The process in a file with some content; an empty state when there is none."""
        if (path, blob) not in self._states:
            self._states[path, blob] = _state(path, self._texts.get(blob or ""))
        return self._states[path, blob]


def _state(path: str, text: str | None) -> State:
    if text is None:
        return State()
    found = next(iter(load_texts({path: text}).readable.processes.values()), None)
    return State(found, fingerprint(found)) if found else State()
