"""The change log as data: what was recorded about each version, joined with what git shows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.control.policy import numbers
from generator.diff.change import MEANING, Change
from generator.history import Commit, History, HistoryState, IssuedVersion
from generator.model import control
from generator.model.base import Part
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId, Version
from generator.model.naming import names_in
from generator.model.organisation import Role
from generator.model.process import Process
from generator.model.remembered import remembered


@dataclass(frozen=True, slots=True)
class Entry:
    """A version of a process: its lines in the change log, and what the diff found in it."""

    process: Process
    version: Version
    lines: tuple[control.Change, ...] = ()
    """The recorded lines, the newest first; none when only git knows the version."""
    found: tuple[Change, ...] | None = None
    """What changed since the version before it; None when that is not known."""
    commit: Commit | None = None
    """The commit on the main line that brought it; None when no such commit is known."""
    remark: str = ""
    """What there is to say about the join, as the last part of a label; empty when nothing."""
    is_first: bool = False
    """Whether it is the version with which the process began."""
    is_since: bool = False
    """Whether this is what changed after the version was brought, without a new one."""

    @property
    def date(self) -> date | None:
        """The day of the newest line, or else of the commit."""
        recorded = max((line.date for line in self.lines), default=None)
        return recorded or (self.commit.date if self.commit else None)


class _Join(NamedTuple):
    """The two sides that are joined."""

    lines: dict[Version, list[control.Change]]
    issued: dict[Version, IssuedVersion]


def entries(process: Process, history: History) -> tuple[Entry, ...]:
    """The change log of one process, the newest version first.

    A version that only the change log or only git knows has an entry too, which says so.
    """
    lines: dict[Version, list[control.Change]] = {}
    for line in process.changes:
        lines.setdefault(line.version, []).append(line)
    join = _Join(lines, {item.version: item for item in history.versions.get(process.id, ())})
    versions = sorted({*join.lines, *join.issued}, key=numbers, reverse=True)
    since = _since(process, history)
    return (*since, *(_entry(process, version, join, history) for version in versions))


def all_entries(handbook: Handbook, history: History) -> tuple[Entry, ...]:
    """The change logs of all processes together, the newest day first.

    Entries of one day stay in the order of the processes, and of each process newest first.
    """
    found = [
        entry for process in handbook.processes.values() for entry in entries(process, history)
    ]
    return tuple(sorted(found, key=lambda entry: entry.date or date.min, reverse=True))


def _since(process: Process, history: History) -> Iterator[Entry]:
    """What changed in the content since the version at hand was brought, when anything did."""
    issued = history.issued.get(process.id)
    if issued is None or issued.version != process.document.version:
        return
    if found := _of_content(issued.changes):
        commit = None if history.is_changed else history.head
        yield Entry(process, issued.version, found=found, commit=commit, is_since=True)


def _entry(process: Process, version: Version, join: _Join, history: History) -> Entry:
    lines = tuple(join.lines.get(version, ()))
    issued = join.issued.get(version)
    if issued is not None:
        found = None if issued.changes is None else _of_content(issued.changes)
        remark = "" if lines else "no_line"
        is_first = issued == history.versions[process.id][0] and found == ()
        return Entry(process, version, lines, found, issued.commit, remark, is_first=is_first)
    return Entry(
        process,
        version,
        lines,
        _proposed(process, version, history),
        remark=_missing(process, version, history),
    )


def _proposed(process: Process, version: Version, history: History) -> tuple[Change, ...] | None:
    """What a version that is not on the main line yet changes to the one that is."""
    issued = history.issued.get(process.id)
    is_proposed = version == process.document.version
    return _of_content(issued.changes) if issued and is_proposed else None


def _missing(process: Process, version: Version, history: History) -> str:
    """Why no commit is known of a version in the change log."""
    if history.state is HistoryState.NONE:
        return ""
    if version == process.document.version:
        return "not_on_main"
    return "cut_off" if history.state is HistoryState.SHALLOW else "no_commit"


def _of_content(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.kind.nature in MEANING)


@dataclass(frozen=True)
class Concerned:
    """Which roles a change is about."""

    handbook: Handbook

    def roles(self, entry: Entry) -> tuple[RoleId, ...]:
        """The roles that an entry is about, by identifier.

        When that cannot be told, because everything is new, what changed is not known, or it
        is about nobody in particular, these are all roles of the process.
        """
        found = {role for change in entry.found or () for role in self.of_change(change)}
        return tuple(sorted(found)) or self._named_in(entry.process)

    def of_change(self, change: Change) -> tuple[RoleId, ...]:
        """The roles of the step or thing that a change is about, and those that its texts name."""
        thing = self.handbook.find(change.subject)
        named = self._in_texts(change.before, change.after)
        if isinstance(thing, Process):  # its steps have changes of their own
            named |= {*thing.responsible, *([thing.owner] if thing.owner else ())}
        elif thing is not None:
            named |= {*self._named_in(thing), *([thing.id] if isinstance(thing, Role) else ())}
        return tuple(sorted(named))

    def _named_in(self, part: Part) -> tuple[RoleId, ...]:
        names = _role_names(part)
        return tuple(role for role in self._roles if role in names)

    @cached_property
    def _roles(self) -> tuple[RoleId, ...]:
        return tuple(sorted(self.handbook.roles))

    def _in_texts(self, *texts: str) -> set[RoleId]:
        found = (name for text in texts for name in self._names.findall(text.casefold()))
        return {role for name in found for role in self._by_name[name]}

    @cached_property
    def _by_name(self) -> dict[str, set[RoleId]]:
        found: dict[str, set[RoleId]] = {}
        for role in self.handbook.roles.values():
            for name in (role.name, *role.also_known_as):
                found.setdefault(name.casefold(), set()).add(role.id)
        return found

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """The names of all roles, the longest first, so that part of a name is not another."""
        names = sorted(self._by_name, key=lambda name: (-len(name), name))
        return re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)" if names else "(?!)"
        )


@remembered
def _role_names(part: Part) -> frozenset[str]:
    """What a part names where a role may be named."""
    return frozenset(name for kinds, name, _ in names_in(part) if "role" in kinds)
