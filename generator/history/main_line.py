"""The main line: the commits that were published one after another, and the files each changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.history.checkout import RAW, files_of
from generator.history.history import Commit
from generator.load.discover import FOLDERS
from generator.load.git import NoVersionError, output


@dataclass(frozen=True, slots=True)
class Landing:
    """A commit on the main line and what it brought there, by a merge or by itself."""

    commit: Commit
    files: Mapping[str, str]
    """The blob of each file of the handbook that it changed; empty for one that it removed."""
    renamed: Mapping[str, str]
    """The identifier that a process had before, by the one that it has since."""


@dataclass(frozen=True)
class MainLine:
    """Every commit of the main line, the oldest first."""

    landings: tuple[Landing, ...] = ()

    def files_at(self, position: int) -> dict[str, str]:
        """The blob of each file of the handbook in the commit at a position."""
        found: dict[str, str] = {}
        for landing in self.landings[: position + 1]:
            found |= landing.files
        return {path: blob for path, blob in found.items() if blob}


def landings_after(root: Path, known: str | None, end: str) -> Iterator[Landing]:
    """The commits of the main line up to ``end``, the oldest first; renames are not filled in.

    Args:
        root: the folder of the handbook.
        known: the commit after which they are wanted; None for all of them.
        end: the newest one.

    Raises:
        NoVersionError: when git cannot say.
    """
    span = (end, f"^{known}") if known else (end,)
    options = ("--first-parent", "--parents", "--timestamp", "--reverse")
    lines = output(root, "rev-list", *options, *span, "--").decode("ascii").splitlines()
    commits = [line.split() for line in lines]
    pairs = "".join(" ".join(item[1:3]) + "\n" for item in commits)
    answer = output(root, "diff-tree", "--stdin", *RAW, "--", *FOLDERS, given=pairs.encode())
    files = _by_commit(answer.decode(errors="surrogateescape").split("\0"))
    for seconds, sha, *_ in commits:
        yield Landing(_commit(seconds, sha), files.get(sha, {}), {})


def commit_of(root: Path, sha: str) -> Commit:
    """A commit and its day.

    Raises:
        NoVersionError: when git does not have it.
    """
    answer = output(root, "rev-list", "--no-walk", "--timestamp", sha, "--")
    return _commit(*answer.decode("ascii").split()[:2])


def _commit(seconds: str, sha: str) -> Commit:
    return Commit(sha, datetime.fromtimestamp(int(seconds), tz=UTC).date())


def is_beginning(root: Path, landings: Sequence[Landing], end: str) -> bool:
    """Whether some commits are the first ones of the main line that ends in a commit.

    They are not when the line was rewritten, nor when older commits were fetched since.
    """
    first, last = landings[0].commit.sha, landings[-1].commit.sha
    options = ("--first-parent", "--parents")
    try:
        parents = output(root, "rev-list", *options, "--max-count=1", first, "--").split()[1:]
        lines = output(root, "rev-list", *options, end, f"^{last}", "--").decode("ascii")
    except NoVersionError:
        return False
    oldest = lines.splitlines()[-1:] or [end]
    return not parents and last in (end, *oldest[0].split()[1:2])


def _by_commit(tokens: list[str]) -> dict[str, dict[str, str]]:
    """Splits the answer of ``diff-tree``: the commit, then its files, in pairs."""
    found: dict[str, dict[str, str]] = {}
    at = 0
    while at < len(tokens) and tokens[at]:
        end = at + 1
        while end < len(tokens) and tokens[end].startswith(":"):
            end += 2
        found[tokens[at]] = files_of(tokens[at + 1 : end])
        at = end
    return found
