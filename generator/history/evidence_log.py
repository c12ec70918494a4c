"""Who committed what to the files of processes and reviews, out of git.

People are in here, so nothing of it is kept or published: what other packages get are roles
and booleans, and only the export for the auditor, who asks for it, gets the rest.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.control.reviews import FILE as REVIEWS
from generator.control.separation import Identity
from generator.load.git import NoVersionError, blob_reader, output
from generator.load.text_file import text_of

PATHS = ("processes", REVIEWS)
"""The files of the handbook that are read, relative to its folder."""

_PERSON = re.compile(r"(?P<name>.*?)\s*<(?P<address>[^<>]*)>")
_NO_FILE = re.compile("^0+$")
_FIELDS = (
    *("%H", "%P", "%aN", "%aE", "%ct"),
    "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)",
)
_SIGNATURE = ("%G?", "%GK")


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file as a commit found it and as it left it.

    Paths are relative to the folder of the handbook. ``old`` and ``new`` name its content in
    git; None when there was no file, or is none any more.
    """

    was: str
    path: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A commit: who, when, and which files. A merge lists what it brought to its first parent."""

    sha: str
    parents: tuple[str, ...]
    author: Identity
    together_with: tuple[Identity, ...]
    when: datetime
    files: tuple[FileChange, ...]
    signature: str = ""
    """Git's letter for the state of the signature; empty when nobody asked."""
    key: str = ""

    @property
    def is_merge(self) -> bool:
        """Whether it brings lines of history together."""
        return len(self.parents) > 1


def read_log(root: Path, *, signatures: bool = False) -> tuple[LogEntry, ...]:
    """Every commit before the files at hand that touched a process or a review.

    Args:
        root: the folder of the handbook.
        signatures: whether to look at signatures too, which takes longer.

    Returns:
        The commits, each one before those that it builds on.

    Raises:
        NoVersionError: when there is no git, no repository or no commit.
    """
    fields = _FIELDS + (_SIGNATURE if signatures else ())
    text = output(
        root,
        *(_signers(root) if signatures else ()),
        *("log", "-z", "--raw", "--no-abbrev", "--find-renames", "--relative", "--topo-order"),
        *("--full-history", "--show-pulls", "--diff-merges=first-parent"),
        f"--format={'%x00'.join(fields)}%x00",
        *("HEAD", "--", *PATHS),
    ).decode("utf-8", errors="replace")
    return _with_mailmap(root, tuple(_entries(text.split("\0"), len(fields))))


def parents_of(root: Path) -> Mapping[str, tuple[str, ...]]:
    """The parents of every commit before the files at hand."""
    lines = output(root, "rev-list", "--parents", "HEAD").decode("ascii").splitlines()
    return {sha: tuple(parents) for sha, *parents in map(str.split, lines)}


def cut_off(root: Path) -> frozenset[str]:
    """The commits whose past is not here, as in a shallow clone."""
    path = output(root, "rev-parse", "--git-path", "shallow").decode(errors="surrogateescape")
    file = root / path.rstrip("\n")
    return frozenset(file.read_text("ascii").split()) if file.is_file() else frozenset()


def texts(root: Path, blobs: Mapping[str, str]) -> Mapping[str, str]:
    """The text of files by the name that git has for their content, as far as it is text.

    Args:
        root: the folder of the handbook.
        blobs: the path of a file by that name.
    """
    with blob_reader(root) as read:
        contents = {name: read(name) for name in sorted(blobs)}
    found = {
        name: text_of(held, blobs[name]) for name, held in contents.items() if held is not None
    }
    return {name: text for name, text in found.items() if text is not None}


def written_in_merge(root: Path, merges: Sequence[str]) -> frozenset[tuple[str, str]]:
    """What was written in a merge itself: neither side has it, as after a conflict.

    Returns:
        The commit and the file, relative to the folder of the handbook, of each.
    """
    if not merges:
        return frozenset()
    command = ("diff-tree", "--stdin", "--cc", "--patch", "--relative", "--unified=0")
    given = "".join(f"{sha}\n" for sha in merges)
    found, sha = set(), ""
    for line in (
        output(root, *command, "--", "processes", given=given.encode())
        .decode(errors="replace")
        .split("\n")
    ):
        if line in merges:
            sha = line
        elif line.startswith("diff --cc "):
            found.add((sha, line.removeprefix("diff --cc ")))
    return frozenset(found)


def _signers(root: Path) -> tuple[str, ...]:
    """The setting without which git says of a commit signed with SSH that it is not signed.

    A file with no one in it makes of that a signature by a key of which nobody knows whose it is.
    """
    name = "gpg.ssh.allowedSignersFile"
    try:
        path = output(root, "config", "--type=path", "--get", name).decode(errors="surrogateescape")
    except NoVersionError:  # it is not set
        path = ""
    return () if path and (root / path.rstrip("\n")).is_file() else ("-c", f"{name}={os.devnull}")


def _entries(tokens: list[str], width: int) -> Iterator[LogEntry]:
    """Reads the fields of each commit and, behind an empty one, its files."""
    at = 0
    while at + width < len(tokens):
        sha, parents, name, address, seconds, together, *signature = tokens[at : at + width]
        files, at = _files(tokens, at + width + 1)
        yield LogEntry(
            sha,
            tuple(parents.split()),
            Identity(name, address),
            tuple(_people(together)),
            _moment(seconds),
            files,
            *signature,
        )


def _moment(seconds: str) -> datetime:
    """The time of a commit; the beginning of time for one that no calendar holds."""
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, tz=UTC)


def _files(tokens: list[str], at: int) -> tuple[tuple[FileChange, ...], int]:
    """The files of one commit, and where the next commit begins."""
    found = []
    while at < len(tokens) and tokens[at].lstrip("\n").startswith(":"):
        _, _, old, new, state = tokens[at].split()
        paths = tokens[at + 1 : at + (3 if state[0] in "RC" else 2)]
        gone = None if state[0] == "C" or _NO_FILE.match(old) else old
        found.append(FileChange(paths[0], paths[-1], gone, None if _NO_FILE.match(new) else new))
        at += 1 + len(paths)
    return tuple(found), at


def _people(text: str) -> Iterator[Identity]:
    for line in filter(None, text.split("\x1f")):
        found = _PERSON.fullmatch(line.strip())
        yield Identity(found["name"], found["address"]) if found else Identity(line.strip(), "")


def _with_mailmap(root: Path, entries: tuple[LogEntry, ...]) -> tuple[LogEntry, ...]:
    """The same with everyone named in a trailer called as the mailmap has it."""
    people = list(dict.fromkeys(person for entry in entries for person in entry.together_with))
    known = [person for person in people if person.address]
    if not known:
        return entries
    given = "".join(f"{person.name} <{person.address}>\n" for person in known)
    lines = (
        output(root, "check-mailmap", "--stdin", given=given.encode())
        .decode(errors="replace")
        .splitlines()
    )
    mapped = {person: next(_people(line)) for person, line in zip(known, lines, strict=True)}
    return tuple(_renamed(entry, mapped) for entry in entries)


def _renamed(entry: LogEntry, mapped: Mapping[Identity, Identity]) -> LogEntry:
    together = tuple(mapped.get(person, person) for person in entry.together_with)
    return LogEntry(
        *(entry.sha, entry.parents, entry.author, together, entry.when, entry.files),
        *(entry.signature, entry.key),
    )
