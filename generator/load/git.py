"""Earlier versions of a repository: the files of one commit, laid out in a folder."""

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.model.usage import UsageError

_PARTS = ("organisation", "processes", "kpis", "quality", "docs", "pyproject.toml", "mkdocs.yml")
"""What of a commit makes a handbook; the rest is not laid out."""


class NoVersionError(UsageError):
    """The version asked for is not there: no git, no repository, or no such commit."""


@contextmanager
def version(root: Path, reference: str) -> Iterator[Path]:
    """The handbook at ``root`` as it was in a commit, in a folder that is gone afterwards.

    Args:
        root: the folder of the handbook, in a git repository or below one.
        reference: a branch, tag or commit.

    Raises:
        NoVersionError: when git does not have it; its text says why.
    """
    top = Path(_line(root, "rev-parse", "--show-toplevel"))
    folder_in_git = _line(root, "rev-parse", "--show-prefix")
    commit = _line(root, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}")
    tree = f"{commit}:{folder_in_git.rstrip('/')}"
    there = _git(top, "ls-tree", "--name-only", "-z", tree).decode().split("\0")
    parts = [part for part in _PARTS if part in there]
    archive = _git(top, "archive", "--format=zip", tree, *parts) if parts else b""
    with tempfile.TemporaryDirectory() as folder:
        if archive:
            with zipfile.ZipFile(io.BytesIO(archive)) as files:
                files.extractall(folder)  # a link in it becomes a plain file: nothing leads out
        yield Path(folder)


def common_ancestor(root: Path, reference: str) -> str:
    """The commit in which a branch and the present one parted; the reference when they never met.

    What the other branch got since then is not a change of this one.
    """
    try:
        return _line(root, "merge-base", "--end-of-options", reference, "HEAD")
    except NoVersionError:
        return reference


def _line(root: Path, *arguments: str) -> str:
    return _git(root, *arguments).decode(errors="surrogateescape").rstrip("\n")


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        message = "git is not installed"
        raise NoVersionError(message) from error
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip()
        raise NoVersionError(message.removeprefix("fatal: "))
    return done.stdout
