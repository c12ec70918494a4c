"""What changed between two moments, with as little read as the answer needs."""

from collections.abc import Collection, Iterable, Mapping, MutableMapping

from generator.diff import compare
from generator.diff.change import MEANING, Change
from generator.history.contents import Borrowed, Contents, Files, process_in, things_of
from generator.history.main_line import MainLine
from generator.model.base import Entity
from generator.model.handbook import Handbook

Changes = Mapping[str, tuple[Change, ...]]
"""Changes by the identifier of the process that they are about."""


class Comparing:
    """Comparisons between commits of the main line.

    ``known`` holds what was found before, by the two commits; what is found is added to it.
    """

    def __init__(
        self,
        contents: Contents,
        line: MainLine,
        known: MutableMapping[tuple[str, str], dict[str, tuple[Change, ...]]],
    ) -> None:
        """Takes what reads files, the main line, and what is known already."""
        self._contents = contents
        self._line = line
        self._known = known
        self._handbooks: dict[int, Handbook] = {}

    def between(self, before: int, after: int, wanted: Mapping[str, str]) -> Changes:
        """What changed in some processes between two commits of the main line.

        Args:
            before: the position of the earlier commit.
            after: that of the later one.
            wanted: the identifier that each process had then, by the one it has in the later.
        """
        landings = self._line.landings
        key = (landings[before].commit.sha, landings[after].commit.sha)
        known = self._known.setdefault(key, {})
        missing = {now: then for now, then in wanted.items() if now not in known}
        if missing:
            known |= self._found(before, after, missing)
        return {now: known[now] for now in wanted}

    def _found(self, before: int, after: int, wanted: Mapping[str, str]) -> Changes:
        files, later = self._line.files_at(before), self._line.files_at(after)
        if after not in self._handbooks:
            self._handbooks = {
                after: self._contents.handbook(later)
            }  # one at a time: they are large
        same = [path for path, blob in files.items() if later.get(path) == blob]
        return changes_of(self._contents, files, self._handbooks[after], same=same, wanted=wanted)


def changes_of(
    contents: Contents,
    files: Files,
    after: Handbook,
    *,
    same: Collection[str],
    wanted: Mapping[str, str],
) -> Changes:
    """What changed in some processes from the files of a commit to a handbook.

    Other processes are not compared: they are taken to be as they are afterwards, unless
    they are not there any more, since then another may have been named after them.

    Args:
        contents: what reads the files.
        files: the files of the commit.
        after: the handbook afterwards.
        same: the files that are the same in it.
        wanted: the identifier that each process had then, by the one it has afterwards.
    """
    before = earlier(contents, files, after, same=same, wanted=wanted.values())
    found: dict[str, list[Change]] = {name: [] for name in wanted}
    subjects = {f"process:{then}": now for now, then in wanted.items()}
    subjects |= {f"process:{now}": now for now in wanted}
    for change in compare(before, after):
        name = subjects.get(change.subject.partition("#")[0])
        if name is not None and change.kind.nature in MEANING:
            found[name].append(change)
    return {name: tuple(changes) for name, changes in found.items()}


def earlier(
    contents: Contents,
    files: Files,
    after: Handbook,
    *,
    same: Collection[str],
    wanted: Iterable[str] | None = None,
) -> Handbook:
    """The handbook of a commit, with all that need not be compared taken from a later one.

    ``wanted`` are the processes that are read in any case; all of them when it is None.
    """
    borrowed = _borrowed(after, same)
    if wanted is not None:
        read = set(wanted)
        for path in files:
            identifier = process_in(path) if path not in borrowed else None
            process = after.entities["process"].get(identifier)
            if process is not None and identifier not in read:
                borrowed[path] = [(f"process:{identifier}", process)]
    return contents.handbook(files, borrowed)


def _borrowed(after: Handbook, same: Collection[str]) -> dict[str, list[tuple[str, Entity]]]:
    found: dict[str, list[tuple[str, Entity]]] = {}
    wanted = set(same)
    for reference, entity in things_of(after):
        file = after.files[reference]
        if file in wanted:
            found.setdefault(file, []).append((reference, entity))
    return found


__all__ = ["Borrowed", "Changes", "Comparing", "changes_of", "earlier"]
