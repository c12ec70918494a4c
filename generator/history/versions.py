"""The versions that the main line brought, and how the files at hand differ from them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.control.issued import Issued
from generator.diff.change import Change
from generator.history.comparing import Comparing, changes_of
from generator.history.contents import Contents, Record
from generator.history.history import HistoryState, IssuedVersion
from generator.history.lineage import Stage
from generator.history.main_line import MainLine
from generator.model.control import Status
from generator.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Brought:
    """A version and the stage of its process that brought it."""

    stage: Stage
    record: Record
    status: Status
    """The one it had last, before the next version."""


def brought(stages: Iterable[Stage], contents: Contents) -> tuple[Brought, ...]:
    """The versions of a process, the oldest first.

    A version that the main line leaves and comes back to is brought twice. A file that does
    not say which version it is brings none.
    """
    found: list[Brought] = []
    for stage in stages:
        record = contents.facts(stage.path, stage.blob).record
        if record is None:
            continue
        if found and found[-1].record.version == record.version:
            found[-1] = Brought(found[-1].stage, found[-1].record, record.status)
        else:
            found.append(Brought(stage, record, record.status))
    return tuple(found)


def issued_versions(
    processes: Mapping[str, Sequence[Brought]],
    line: MainLine,
    comparing: Comparing,
    *,
    state: HistoryState,
    is_whole: bool = True,
) -> dict[str, tuple[IssuedVersion, ...]]:
    """Each version of some processes with what it changed since the one before it.

    Args:
        processes: the versions of each process.
        line: the main line.
        comparing: what compares its commits.
        state: whether the main line is there from its beginning.
        is_whole: whether all of its files could be had.
    """
    changes = _changes(processes, comparing)
    found = {}
    for name, versions in processes.items():
        found[name] = tuple(
            IssuedVersion(
                item.record.version,
                item.status,
                line.landings[item.stage.position].commit,
                _first(item, state, is_whole=is_whole) if number == 0 else changes[name, number],
            )
            for number, item in enumerate(versions)
        )
    return {name: versions for name, versions in found.items() if versions}


def _first(item: Brought, state: HistoryState, *, is_whole: bool) -> tuple[Change, ...] | None:
    """A first version changes nothing; the oldest that is here may not be the first."""
    is_cut_off = state is HistoryState.SHALLOW and item.stage.position == 0
    return None if is_cut_off or not is_whole else ()


def _changes(
    processes: Mapping[str, Sequence[Brought]], comparing: Comparing
) -> dict[tuple[str, int], tuple[Change, ...] | None]:
    """What each version changed; versions between the same two commits are compared at once."""
    found: dict[tuple[str, int], tuple[Change, ...] | None] = {}
    asked: dict[tuple[int, int], list[tuple[str, int, Brought, Brought]]] = {}
    for name, versions in processes.items():
        for number, (one, other) in enumerate(pairwise(versions), start=1):
            if one.record.is_readable and other.record.is_readable:
                pair = (one.stage.position, other.stage.position)
                asked.setdefault(pair, []).append((name, number, one, other))
            else:
                found[name, number] = None
    for before, after in sorted(asked, key=lambda pair: (pair[1], pair[0])):
        items = asked[before, after]
        wanted = {other.stage.identifier: one.stage.identifier for _, _, one, other in items}
        changes = comparing.between(before, after, wanted)
        for name, number, _, other in items:
            found[name, number] = changes[other.stage.identifier]
    return found


def issued_of(
    newest: Mapping[str, Brought],
    handbook: Handbook,
    line: MainLine,
    contents: Contents,
    *,
    same: Mapping[str, str],
) -> dict[str, Issued]:
    """What the main line has of each process, and what the files at hand say otherwise.

    Args:
        newest: the version that the main line carries, of each process at hand.
        handbook: the files at hand.
        line: the main line.
        contents: what reads files.
        same: the files at hand that are as at the end of the main line, with their blobs.
    """
    changes = dict(_changes_at_hand(newest, handbook, line, contents, same))
    return {
        name: Issued(item.record.version, item.record.log, changes.get(name, ()))
        for name, item in newest.items()
    }


def _changes_at_hand(
    newest: Mapping[str, Brought],
    handbook: Handbook,
    line: MainLine,
    contents: Contents,
    same: Mapping[str, str],
) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The changes in every process whose file is not the one that brought its version."""
    asked: dict[int, dict[str, str]] = {}
    for name, item in newest.items():
        stage, file = item.stage, handbook.files[f"process:{name}"]
        if (stage.path, stage.blob) != (file, same.get(file)) and item.record.is_readable:
            asked.setdefault(stage.position, {})[name] = stage.identifier
    for position, wanted in sorted(asked.items()):
        files = line.files_at(position)
        unchanged = [path for path, blob in files.items() if same.get(path) == blob]
        found = changes_of(contents, files, handbook, same=unchanged, wanted=wanted)
        yield from found.items()
