"""Git: what it answers, and the files of one commit, laid out in a folder.

The answers do not depend on the user's settings or environment: plumbing commands, in the
language C, without a pager, locks, replaced objects or a repository named by a variable
(a hook that runs the check sets ``GIT_DIR``). Settings given by variables stay, since that
is how a CI says which folders it trusts.
"""

import io
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.load.discover import FOLDERS
from generator.model.usage import UsageError

_PARTS = (*FOLDERS, "docs", "pyproject.toml", "mkdocs.yml")
"""What of a commit makes a handbook; the rest is not laid out."""

_SETTINGS = (
    "core.fsmonitor=false",
    "core.quotePath=false",
    "diff.interHunkContext=0",
    "log.showSignature=false",  # else it writes what it thinks of each before what was asked
    "mailmap.blob=",
    "mailmap.file=",  # only the .mailmap that everyone has
)
_OPTIONS = ("--no-pager", *(part for setting in _SETTINGS for part in ("-c", setting)))
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
_FIXED = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
}


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
    top, folder_in_git = place_in_git(root)
    commit = named_commit(root, reference)
    tree = f"{commit}:{folder_in_git.rstrip('/')}"
    there = _git(top, "ls-tree", "--name-only", "-z", tree).decode().split("\0")
    parts = [part for part in _PARTS if part in there]
    archive = _git(top, "archive", "--format=zip", tree, *parts) if parts else b""
    with tempfile.TemporaryDirectory() as folder:
        if archive:
            with zipfile.ZipFile(io.BytesIO(archive)) as files:
                files.extractall(folder)  # a link in it becomes a plain file: nothing leads out
        yield Path(folder)


def place_in_git(root: Path) -> tuple[Path, str]:
    """The top of the repository, and where a folder is below it: empty, or with a slash at its end.

    Raises:
        NoVersionError: when there is no repository.
    """
    top = _line(root, "rev-parse", "--show-toplevel")
    return Path(top), _line(root, "rev-parse", "--show-prefix")


def named_commit(root: Path, reference: str) -> str:
    """The full name of the commit that a branch, tag or beginning of a name means.

    Raises:
        NoVersionError: when git does not have it; its text names what was asked for.
    """
    _line(root, "rev-parse", "--git-dir")  # without a repository that is what is wrong
    try:
        return _line(root, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}")
    except NoVersionError as error:
        message = f"{reference!r} is no branch, tag or commit here"
        raise NoVersionError(message) from error


def is_below_git(root: Path) -> bool:
    """Whether a folder may be in a repository, found out without starting a program."""
    resolved = root.resolve()
    return any(
        os.path.exists(folder / ".git")  # noqa: PTH110 - says no where Path.exists may raise
        for folder in (resolved, *resolved.parents)
    )


def common_ancestor(root: Path, reference: str) -> str:
    """The commit in which a branch and the present one parted; the reference when they never met.

    What the other branch got since then is not a change of this one.
    """
    try:
        return _line(root, "merge-base", "--end-of-options", reference, "HEAD")
    except NoVersionError:
        return reference


def output(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says in a folder.

    Args:
        root: the folder.
        arguments: the command and its arguments.
        given: what it reads.

    Raises:
        NoVersionError: when git is not there, cannot start, or refuses; its text says why.
    """
    command = ["git", "-C", str(root), *_OPTIONS, *arguments]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=given, env=_environment(), capture_output=True, check=False
        )
    except (OSError, ValueError) as error:
        raise NoVersionError(_reason(error)) from error
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip()
        raise NoVersionError(message.removeprefix("fatal: "))
    return done.stdout


@contextmanager
def blob_reader(root: Path) -> Iterator[Callable[[str], bytes | None]]:
    """A function that gives the content of a blob by its name, None for what is not here.

    One ``git cat-file --batch`` answers all of them; it starts with the first question.
    """
    started: list[subprocess.Popen[bytes]] = []

    def read(name: str) -> bytes | None:
        if not started:
            started.append(_cat_file(root))
        return _blob(started[0], name)

    try:
        yield read
    finally:
        for process in started:
            process.communicate()


def _cat_file(root: Path) -> subprocess.Popen[bytes]:
    command = ["git", "-C", str(root), *_OPTIONS, "cat-file", "--batch"]
    try:
        return subprocess.Popen(  # noqa: S603
            command,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise NoVersionError(_reason(error)) from error


def _blob(process: subprocess.Popen[bytes], name: str) -> bytes | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(f"{name}\n".encode())
        process.stdin.flush()
        header = process.stdout.readline().split()
        if len(header) != 3 or not header[2].isdigit():
            return None
        content = process.stdout.read(int(header[2]) + 1)[:-1]
    except OSError:
        return None
    return content if header[1] == b"blob" else None


def _environment() -> Mapping[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return kept | _FIXED


def _reason(error: OSError | ValueError) -> str:
    return "git is not installed" if isinstance(error, FileNotFoundError) else str(error)


def _line(root: Path, *arguments: str) -> str:
    return _git(root, *arguments).decode(errors="surrogateescape").rstrip("\n")


def _git(root: Path, *arguments: str) -> bytes:
    return output(root, *arguments)
