"""The roles of those who wrote each version; who they are stays in this package."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.control.separation import Identity, has_role
from generator.history.document_past import Touch, past_of
from generator.history.main_line import MainLine
from generator.history.versions import Brought
from generator.load.git import NoVersionError
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId

Accounts = Mapping[RoleId, tuple[str, ...]]
"""Who has which role: addresses as git knows them, accounts and teams, by role."""


def authors_of(
    root: Path,
    handbook: Handbook,
    processes: Mapping[str, Sequence[Brought]],
    line: MainLine,
    accounts: Accounts,
) -> dict[str, list[tuple[RoleId, ...]]]:
    """The roles of the authors of each version of each process.

    Everyone counts who changed what the process means in a commit since the version before,
    on the main line or on a branch that was merged, and those in the trailers of such a
    commit. A version that changed nothing of it, an approval for instance, has the authors
    of the one before. Without accounts nobody's role is known.
    """
    wanted = [name for name, versions in processes.items() if versions]
    if not accounts or not wanted:
        return {}
    try:
        past = past_of(root, handbook, wanted)
        landed = _landed(line, past.parents)
        cut_off = past.cut_off
    except NoVersionError:
        return {}
    found: dict[str, list[tuple[RoleId, ...]]] = {}
    for name in wanted:
        touches = [item for item in past.touches[name] if item.is_of_content]
        known = [item for item in touches if item.entry.sha not in cut_off]
        found[name] = list(_by_version(processes[name], known, landed, accounts))
    return found


def _by_version(
    versions: Iterable[Brought],
    touches: Iterable[Touch],
    landed: Mapping[str, int],
    accounts: Accounts,
) -> Iterator[tuple[RoleId, ...]]:
    after = -1
    roles: tuple[RoleId, ...] = ()
    for version in versions:
        position = version.stage.position
        people = {
            person
            for touch in touches
            if after < landed.get(touch.entry.sha, after) <= position
            for person in (touch.entry.author, *touch.entry.together_with)
        }
        if people:
            roles = tuple(role for role in sorted(accounts) if _is_of(people, accounts[role]))
        yield roles
        after = position


def _is_of(people: Iterable[Identity], accounts: tuple[str, ...]) -> bool:
    return any(has_role(person, accounts) for person in people)


def _landed(line: MainLine, parents: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """The position on the main line at which each commit got there, by itself or by a merge."""
    found: dict[str, int] = {}
    for position, landing in enumerate(line.landings):
        pending = [landing.commit.sha]
        while pending:
            sha = pending.pop()
            if sha not in found:
                found[sha] = position
                pending += parents.get(sha, ())
    return found
