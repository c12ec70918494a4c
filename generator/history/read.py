"""The history of a handbook, read out of git."""

from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path

from generator.history.authors import authors_of
from generator.history.cache import Cache, key_of
from generator.history.checkout import Checkout, changed_between, checkout_of, is_same_handbook
from generator.history.comparing import Comparing
from generator.history.contents import Contents
from generator.history.data import history_from_data, history_to_data
from generator.history.history import History, IssuedVersion
from generator.history.lineage import Lineages, renamings
from generator.history.main_line import MainLine, commit_of
from generator.history.meanings import meanings_of, suspects_of
from generator.history.memory import Accounts, Memory, whose
from generator.history.versions import brought, issued_of, issued_versions
from generator.load.discover import FOLDERS
from generator.load.git import NoVersionError, blob_reader, output
from generator.load.loader import collector_paused
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId

_LATEST = "latest"


def read_history(
    root: Path,
    handbook: Handbook,
    *,
    main_branch: str = "main",
    base: str | None = None,
    accounts: Accounts | None = None,
    cache: Path | None = None,
) -> History:
    """What git knows of the past of the handbook at ``root``; never raises for what is in it.

    Args:
        root: the folder of the handbook, in a git repository or below one.
        handbook: the files at hand.
        main_branch: the branch that is published.
        base: the commit or branch whose history counts instead of that of ``main_branch``.
        accounts: who has which role, to name the roles of authors and approvers.
        cache: a folder to keep answers in; the same question is answered from it.
    """
    checkout = checkout_of(root, main_branch=main_branch, base=base)
    if checkout is None:
        return History()
    with collector_paused():
        try:
            return _answer(root, handbook, checkout, accounts or {}, Cache(cache))
        except NoVersionError:
            return History()


def _answer(
    root: Path, handbook: Handbook, checkout: Checkout, accounts: Accounts, kept: Cache
) -> History:
    """The answer that was kept, else a new one, which is kept."""
    question = _question(root, checkout, accounts)
    found = _kept_answer(kept, key_of(question))
    if found is not None:
        return found
    found = _as_before(root, checkout, question, kept)
    if found is None:
        memory = Memory(kept, accounts, str(question["accounts"]))
        found, is_whole = _read(root, handbook, checkout, memory)
        if not is_whole:  # what git does not have now it may have later
            return found
        memory.save()
    kept.save_answer(key_of(question), history_to_data(found))
    kept.save(_LATEST, question)
    return found


def _as_before(
    root: Path, checkout: Checkout, question: dict[str, object], kept: Cache
) -> History | None:
    """The last answer, when no commit since then is about the handbook."""
    latest = kept.load(_LATEST)
    try:
        if latest is None or question != {**latest, "head": checkout.head, "end": checkout.end}:
            return None
        found = _kept_answer(kept, key_of(latest))
        moves = ((latest["head"], checkout.head), (latest["end"], checkout.end))
        if found is None or not all(is_same_handbook(root, *move) for move in moves):
            return None
    except (LookupError, TypeError, NoVersionError):  # NoVersionError: that commit is gone
        return None
    return replace(found, head=commit_of(root, checkout.head))


def _kept_answer(kept: Cache, key: str) -> History | None:
    data = kept.load_answer(key)
    try:
        return None if data is None else history_from_data(data)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _question(root: Path, checkout: Checkout, accounts: Accounts) -> dict[str, object]:
    """All that the answer depends on: the commits, what is not in them, and the settings."""
    changed = {path: _digest(root / path) for path in sorted(checkout.changed)}
    return {
        **asdict(checkout),
        "changed": changed,
        "cut_off": sorted(checkout.cut_off),
        "accounts": whose(root, accounts),
    }


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:  # it was removed, or is a folder
        return ""


def _read(
    root: Path, handbook: Handbook, checkout: Checkout, memory: Memory
) -> tuple[History, bool]:
    """The history, and whether git had everything that it needs."""
    if not output(root, "ls-tree", "--name-only", checkout.head, "--", *FOLDERS):
        return History(), True
    with blob_reader(root) as read:
        contents = Contents(read, memory.facts)
        end = checkout.end
        line = memory.main_line(root, end, contents) if end else MainLine()
        same = _same(root, checkout, line)
        contents.lend(handbook, same)
        lineages = Lineages(line)
        names = _names(handbook, lineages, contents)
        processes = {now: brought(lineages.stages[then], contents) for now, then in names.items()}
        newest = {name: versions[-1] for name, versions in processes.items() if versions}
        comparing = Comparing(contents, line, memory.changes)
        versions = issued_versions(
            processes, line, comparing, state=checkout.state, is_whole=contents.is_whole
        )
        authors = authors_of(root, handbook, processes, line, memory)
        meanings = meanings_of(handbook, line, contents, names=names, same=same)
        found = History(
            state=checkout.state,
            head=commit_of(root, checkout.head),
            is_changed=bool(checkout.changed),
            versions={name: _by(items, authors.get(name)) for name, items in versions.items()},
            issued=issued_of(newest, handbook, line, contents, same=same),
            suspects=suspects_of(handbook, line, contents, meanings, same=same),
            approvals=memory.approvals(
                root, handbook, {"head": checkout.head, "cut_off": sorted(checkout.cut_off)}
            ),
        )
    return found, contents.is_whole


def _by(
    versions: tuple[IssuedVersion, ...], authors: list[tuple[RoleId, ...]] | None
) -> tuple[IssuedVersion, ...]:
    """The versions with the roles of their authors, if those are known."""
    if authors is None:
        return versions
    pairs = zip(versions, authors, strict=True)
    return tuple(replace(version, authors=roles) for version, roles in pairs)


def _same(root: Path, checkout: Checkout, line: MainLine) -> dict[str, str]:
    """The files at hand that are as at the end of the main line, with their blobs."""
    if not checkout.end:
        return {}
    files = line.files_at(len(line.landings) - 1)
    other = set(checkout.changed)
    if checkout.end != checkout.head:
        other |= changed_between(root, checkout.end, checkout.head).keys()
    return {path: blob for path, blob in files.items() if path not in other}


def _names(handbook: Handbook, lineages: Lineages, contents: Contents) -> dict[str, str]:
    """The identifier that each process has at the end of the main line, by the one at hand."""
    found = {str(name): str(name) for name in handbook.processes if name in lineages.present}
    gone = sorted(set(lineages.present) - set(found))
    new = [process for name, process in handbook.processes.items() if name not in found]
    if gone and new:
        found |= renamings([contents.process(*lineages.file(name)) for name in gone], new)
    return found
