"""Where the files at hand are in git: the repository, the commit, and the end of the main line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.history.evidence_log import cut_off
from generator.history.history import HistoryState
from generator.load.discover import FOLDERS
from generator.load.git import NoVersionError, is_below_git, output

_PATHS = tuple(FOLDERS)
"""What is looked at, relative to the folder of the handbook: nothing else is of it."""
_HEAD = "HEAD^{commit}"


@dataclass(frozen=True, slots=True)
class Checkout:
    """A working tree of a repository, as far as it concerns the handbook."""

    state: HistoryState
    head: str
    """The commit that the files at hand are a copy of, or would be without ``changed``."""
    end: str | None
    """The newest commit of the main line; None when it and ``head`` have no past in common."""
    folder: str
    """Where the handbook is in the repository; empty at its top."""
    changed: frozenset[str]
    """The files of the handbook that are not as in ``head``, relative to its folder."""
    cut_off: frozenset[str] = frozenset()
    """The commits whose parents are not here, as in a shallow clone."""


def checkout_of(root: Path, *, main_branch: str, base: str | None = None) -> Checkout | None:
    """Finds out where the handbook at ``root`` is in git; reads nothing of the past.

    Args:
        root: the folder of the handbook.
        main_branch: the branch that is published; tried here first, then at ``origin``.
        base: a commit or branch to take instead of it.

    Returns:
        None when there is no git, no repository, no commit, or a repository that is not ours.
    """
    if not is_below_git(root):
        return None
    try:
        answer = output(root, "rev-parse", "--show-prefix", "--is-shallow-repository", _HEAD)
        folder, shallow, head = answer.decode(errors="surrogateescape").splitlines()
        is_shallow = shallow == "true"
        return Checkout(
            state=HistoryState.SHALLOW if is_shallow else HistoryState.WHOLE,
            head=head,
            end=_end(root, head, main_branch, base),
            folder=folder,
            changed=_changed(root, folder),
            cut_off=cut_off(root) if is_shallow else frozenset(),
        )
    except (NoVersionError, OSError, ValueError):
        return None


def _end(root: Path, head: str, main_branch: str, base: str | None) -> str | None:
    """The newest commit that the files at hand share with the main line."""
    places = (f"refs/heads/{main_branch}", f"refs/remotes/origin/{main_branch}")
    found = next(
        (commit for name in ((base,) if base else places) if (commit := _commit(root, name))), None
    )
    if found is None:
        return None if base else head
    if found == head:
        return head
    try:
        return output(root, "merge-base", found, head).decode("ascii").strip() or None
    except NoVersionError:
        return None


def _commit(root: Path, name: str) -> str | None:
    """The full identifier of a commit; None when there is no such commit."""
    try:
        arguments = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return output(root, "rev-parse", *arguments).decode("ascii").strip() or None
    except NoVersionError:
        return None


def _changed(root: Path, folder: str) -> frozenset[str]:
    """What is not as in the commit: edited, removed, new, or left out of git."""
    options = (
        "--porcelain=v1",
        "-z",
        "--no-renames",
        "--untracked-files=all",
        "--ignored=matching",
    )
    found = output(root, "status", *options, "--", *_PATHS)
    names = (entry[3:].decode(errors="surrogateescape") for entry in found.split(b"\0") if entry)
    return frozenset(name.removeprefix(folder) for name in names)


def changed_between(root: Path, before: str, after: str) -> Mapping[str, str]:
    """The files of the handbook that differ between two commits, with what they are afterwards.

    Returns:
        The name of the blob by path; empty when the file is not there any more.

    Raises:
        NoVersionError: when git cannot say.
    """
    found = output(root, "diff-tree", *RAW, before, after, "--", *_PATHS)
    return files_of(found.decode(errors="surrogateescape").split("\0"))


def is_same_handbook(root: Path, before: str | None, after: str | None) -> bool:
    """Whether one commit follows from another without any between them about the handbook.

    Raises:
        NoVersionError: when git cannot say.
    """
    if before is None or after is None or before == after:
        return before == after
    if output(root, "rev-list", "--max-count=1", before, f"^{after}", "--"):
        return False
    options = ("--max-count=1", "--full-history")
    return not output(root, "rev-list", *options, after, f"^{before}", "--", *_PATHS)


RAW = ("-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--relative", "--root", "--full-index")
"""How a difference between trees is asked for: every file, whole names, no guessing."""


def files_of(tokens: list[str]) -> dict[str, str]:
    """Reads the raw difference of one pair of trees: ``:modes blobs state``, path, and so on."""
    found = {}
    for state, path in zip(tokens[::2], tokens[1::2], strict=False):
        _, mode, _, blob, _ = state.split()
        found[path] = blob if mode.startswith("100") else ""  # no link, no submodule
    return found
