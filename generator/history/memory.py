"""What earlier readings found out and later ones need not: the main line, files, comparisons."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from generator.control.separation import ApprovalInHistory
from generator.diff.change import Change
from generator.history.cache import Cache, key_of
from generator.history.contents import Contents, Facts
from generator.history.data import (
    approvals_from_data,
    approvals_to_data,
    changes_from_data,
    changes_to_data,
    facts_from_data,
    facts_to_data,
    landing_from_data,
    landing_to_data,
)
from generator.history.evidence import approvals
from generator.history.lineage import with_renames
from generator.history.main_line import Landing, MainLine, is_beginning, landings_after
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId

Accounts: TypeAlias = Mapping[RoleId, tuple[str, ...]]
"""Who has which role: addresses as git knows them, accounts and teams, by role."""

_LINE, _FACTS, _CHANGES, _AUTHORS = "main-line", "files", "changes", "authors"
_APPROVALS = "approvals"
_WRONG = (LookupError, TypeError, ValueError, AttributeError)


class Memory:
    """The parts of answers that do not depend on the files at hand.

    ``facts`` are known by path and blob, ``changes`` by the two commits and the process,
    ``authors`` by the commit and path that brought a version: the roles that some accounts
    give them, and nobody's name.
    """

    def __init__(self, kept: Cache, accounts: Accounts, people: str) -> None:
        """Takes where it is kept, who has which role, and what ``whose`` says of that."""
        self._kept = kept
        self.accounts = accounts
        self._people = people
        self.authors: dict[str, tuple[RoleId, ...]] = {}
        self.facts: dict[tuple[str, str], Facts] = {}
        self.changes: dict[tuple[str, str], dict[str, tuple[Change, ...]]] = {}
        try:
            for key, data in _items(kept.load(_FACTS)):
                self.facts[_pair(key)] = facts_from_data(data)
            for key, found in _items(kept.load(_CHANGES)):
                self.changes[_pair(key)] = {
                    name: changes_from_data(data) for name, data in found.items()
                }
            self.authors = self._known_authors()
        except _WRONG:
            self.facts, self.changes, self.authors = {}, {}, {}
        self._were = self._sizes()

    def main_line(self, root: Path, end: str, contents: Contents) -> MainLine:
        """The main line up to a commit; only what is new since the last time is read.

        Raises:
            NoVersionError: when git cannot say.
        """
        known = self._known(root, end)
        last = known[-1].commit.sha if known else None
        if last == end:
            return MainLine(known)
        new = tuple(with_renames(known, landings_after(root, last, end), contents))
        line = MainLine((*known, *new))
        if contents.is_whole:
            self._kept.save(_LINE, [landing_to_data(landing) for landing in line.landings])
        return line

    def approvals(
        self, root: Path, handbook: Handbook, past: Mapping[str, object]
    ) -> Mapping[str, ApprovalInHistory]:
        """What git knows of the approvals at hand, which edits of other things leave as it is.

        Args:
            root: the folder of the handbook.
            handbook: the files at hand.
            past: what the answer depends on besides the approvals and the accounts.
        """
        asked = {
            process.id: [handbook.files[f"process:{process.id}"], found.by, found.fingerprint]
            for process in handbook.processes.values()
            if (found := process.document.approved) and found.fingerprint
        }
        key = key_of({"asked": asked, "accounts": self._people, **past})
        kept = self._kept.load(_APPROVALS)
        try:
            if kept is not None and kept["key"] == key:
                return approvals_from_data(kept["approvals"])
        except _WRONG:
            pass
        answer = approvals(root, handbook, self.accounts)
        if asked:
            self._kept.save(_APPROVALS, {"key": key, "approvals": approvals_to_data(answer)})
        return answer

    def save(self) -> None:
        """Keeps what was found out since it was taken up."""
        if self._sizes() == self._were:
            return
        facts = {" ".join(reversed(key)): facts_to_data(item) for key, item in self.facts.items()}
        changes = {
            " ".join(reversed(pair)): {name: changes_to_data(item) for name, item in found.items()}
            for pair, found in self.changes.items()
        }
        self._kept.save(_FACTS, facts)
        self._kept.save(_CHANGES, changes)
        authors = {key: list(roles) for key, roles in self.authors.items()}
        self._kept.save(_AUTHORS, {"accounts": self._people, "roles": authors})

    def _known_authors(self) -> dict[str, tuple[RoleId, ...]]:
        data = self._kept.load(_AUTHORS)
        if data is None or data["accounts"] != self._people:
            return {}
        return {key: tuple(roles) for key, roles in data["roles"].items()}

    def _known(self, root: Path, end: str) -> tuple[Landing, ...]:
        """The part of the main line that was read before, if it leads to where it ends now."""
        try:
            found = tuple(landing_from_data(data) for data in self._kept.load(_LINE) or ())
        except _WRONG:
            return ()
        return found if found and is_beginning(root, found, end) else ()

    def _sizes(self) -> tuple[int, ...]:
        changes = sum(len(found) for found in self.changes.values())
        return len(self.facts), changes, len(self.authors)


def whose(root: Path, accounts: Accounts) -> str:
    """What tells one set of accounts and one mailmap from another without saying who is in it.

    The mailmap says which addresses are of one person, so it decides who approved his own work.
    """
    folders = (root.resolve(), *root.resolve().parents)
    top = next((folder for folder in folders if (folder / ".git").exists()), root)
    try:
        mailmap = sha256((top / ".mailmap").read_bytes()).hexdigest()
    except OSError:
        mailmap = ""
    given = {str(role): list(entries) for role, entries in accounts.items()}
    return key_of({"accounts": given, "mailmap": mailmap})


def _items(data: Any) -> Iterable[tuple[str, Any]]:
    return data.items() if data else ()


def _pair(key: str) -> tuple[str, str]:
    """Undoes the joining of a key: the part without blanks comes first."""
    first, _, second = key.partition(" ")
    return second, first
