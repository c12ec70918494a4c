"""Which process is which: followed over the main line when its identifier or its group changes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from generator.diff.matching import matches
from generator.diff.similarity import SAME_THING
from generator.history.contents import Contents, process_in
from generator.history.main_line import Landing, MainLine
from generator.model.process import Process


@dataclass(frozen=True, slots=True)
class Stage:
    """A process as one commit of the main line left it."""

    position: int
    identifier: str
    path: str
    blob: str


class Lineages:
    """The stages of every process of the main line, by the identifier that it has at the end."""

    def __init__(self, line: MainLine) -> None:
        """Follows every process from the oldest commit to the newest."""
        self._files: dict[str, dict[str, str]] = {}
        self.stages: dict[str, list[Stage]] = {}
        for position, landing in enumerate(line.landings):
            self._follow(position, landing)

    @property
    def present(self) -> Collection[str]:
        """The identifiers of the processes at the end of the main line."""
        return self._files.keys()

    def file(self, identifier: str) -> tuple[str, str]:
        """The path and the blob of a process at the end; the first when it has several files."""
        return min(self._files[identifier].items())

    def _follow(self, position: int, landing: Landing) -> None:
        touched = take(self._files, landing)
        renamed = {new: self.stages.pop(old, []) for new, old in landing.renamed.items()}
        self.stages |= renamed
        for identifier in sorted(touched):
            if identifier in self._files:
                stage = Stage(position, identifier, *self.file(identifier))
                self.stages.setdefault(identifier, []).append(stage)


def take(files: dict[str, dict[str, str]], landing: Landing) -> set[str]:
    """Brings the files of every process, by identifier, up to date with a commit.

    Returns:
        The identifiers of the processes that it touched.
    """
    touched = set()
    for path, blob in landing.files.items():
        identifier = process_in(path)
        if identifier is None:
            continue
        touched.add(identifier)
        held = files.setdefault(identifier, {})
        if blob:
            held[path] = blob
        else:
            held.pop(path, None)
        if not held:
            del files[identifier]
    return touched


def with_renames(
    known: Iterable[Landing], new: Iterable[Landing], contents: Contents
) -> Iterator[Landing]:
    """The new commits with the processes that they renamed, found by content."""
    files: dict[str, dict[str, str]] = {}
    for landing in known:
        take(files, landing)
    for landing in new:
        before = {identifier: dict(held) for identifier, held in _gone(files, landing)}
        earlier = set(files)
        take(files, landing)
        added = [item for item in files if item not in earlier]
        gone = [item for item in before if item not in files]
        if not (added and gone):
            yield landing
            continue
        yield replace(
            landing,
            renamed=renamings(
                [contents.process(*min(before[item].items())) for item in sorted(gone)],
                [contents.process(*min(files[item].items())) for item in sorted(added)],
            ),
        )


def renamings(gone: Iterable[Process | None], added: Iterable[Process | None]) -> Mapping[str, str]:
    """The identifier that each process had, by the one that it has now, as the diff sees it."""
    before, after = [item for item in gone if item], [item for item in added if item]
    found = matches(before, after, attrgetter("id"), least=SAME_THING)
    return {match.after.id: match.before.id for match in found if match.before and match.after}


def _gone(
    files: Mapping[str, Mapping[str, str]], landing: Landing
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The processes of which a commit removes a file."""
    for path, blob in landing.files.items():
        identifier = process_in(path)
        if identifier is not None and identifier in files and not blob:
            yield identifier, files[identifier]
