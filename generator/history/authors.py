"""The roles of those who wrote each version; who they are stays in this package."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.control.separation import Identity, has_role
from generator.history.document_past import Touch, past_of
from generator.history.main_line import MainLine
from generator.history.memory import Accounts, Memory
from generator.history.versions import Brought
from generator.load.git import NoVersionError
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId


def authors_of(
    root: Path,
    handbook: Handbook,
    processes: Mapping[str, Sequence[Brought]],
    line: MainLine,
    memory: Memory,
) -> dict[str, list[tuple[RoleId, ...]]]:
    """The roles of the authors of each version of each process.

    Everyone counts who changed what the process means in a commit since the version before,
    on the main line or on a branch that was merged, and those in the trailers of such a
    commit. A version that changed nothing of it, an approval for instance, has the authors
    of the one before. Without accounts nobody's role is known.
    """
    if not memory.accounts:
        return {}
    keys = {name: _keys(items, line) for name, items in processes.items()}
    new = {
        name: processes[name] for name in processes if not memory.authors.keys() >= set(keys[name])
    }
    try:
        for name, roles in _found(root, handbook, new, line, memory.accounts):
            memory.authors |= zip(keys[name], roles, strict=True)
    except NoVersionError:
        return {}
    return {name: [memory.authors[key] for key in keys[name]] for name in processes}


def _keys(versions: Iterable[Brought], line: MainLine) -> list[str]:
    """What the answer for each version depends on: what brought it, and where the past begins."""
    places = ((line.landings[item.stage.position], item.stage.path) for item in versions)
    first = line.landings[0].commit.sha if line.landings else ""
    return [f"{first} {landing.commit.sha} {path}" for landing, path in places]


def _found(
    root: Path,
    handbook: Handbook,
    processes: Mapping[str, Sequence[Brought]],
    line: MainLine,
    accounts: Accounts,
) -> Iterator[tuple[str, Iterator[tuple[RoleId, ...]]]]:
    if not processes:
        return
    past = past_of(root, handbook, processes)
    landed, cut_off = _landed(line, past.parents), past.cut_off
    for name, versions in processes.items():
        touches = [item for item in past.touches[name] if item.is_of_content]
        known = [item for item in touches if item.entry.sha not in cut_off]
        yield name, _by_version(versions, known, landed, accounts)


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
