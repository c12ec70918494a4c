"""What git says when a release is made: which commit is meant, its day, what is in none."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from generator.load.discover import FOLDERS
from generator.load.git import NoVersionError, named_commit, output

_PARTS = (*FOLDERS, "docs")


def commit_of(root: Path, reference: str) -> str:
    """The full name of the commit that a branch, tag or beginning of a name means.

    Raises:
        NoVersionError: when git does not have it.
    """
    return named_commit(root, reference)


def day_of(root: Path, commit: str) -> date:
    """The day on which a commit was made, in UTC.

    Raises:
        NoVersionError: when git does not have it.
    """
    seconds = _line(root, "show", "--no-patch", "--format=%ct", "--end-of-options", commit)
    return datetime.fromtimestamp(int(seconds), tz=UTC).date()


def uncommitted(root: Path) -> Sequence[str]:
    """The files of the handbook that differ from the commit that is checked out, in order.

    Raises:
        NoVersionError: when there is no repository.
    """
    told = output(
        root,
        "status",
        "--porcelain=v1",
        "-z",
        "--no-renames",
        "--untracked-files=all",
        "--",
        *_PARTS,
    )
    prefix = _line(root, "rev-parse", "--show-prefix")
    lines = told.decode(errors="surrogateescape").split("\0")
    return sorted(line[3:].removeprefix(prefix) for line in lines if line)


def is_tag_free(root: Path, name: str, commit: str) -> bool:
    """Whether a tag can be set on a commit: nobody has it, or it is there already."""
    try:
        return commit_of(root, f"refs/tags/{name}") == commit
    except NoVersionError:
        return True


def set_tag(root: Path, name: str, commit: str) -> None:
    """Sets a tag, unless it is there already.

    Raises:
        NoVersionError: when git refuses.
    """
    try:
        commit_of(root, f"refs/tags/{name}")
    except NoVersionError:
        output(root, "tag", name, commit)


def _line(root: Path, *arguments: str) -> str:
    return output(root, *arguments).decode(errors="surrogateescape").strip()
