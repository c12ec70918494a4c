"""Which lines of which files a branch changes, as its pull request shows them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.git import common_ancestor, output

_HUNK = re.compile(rb"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Hunk:
    """A piece of a difference: lines that changed, with a few around them."""

    first: int
    """The first of its lines in the file as it is now; there are none when ``count`` is 0."""
    count: int
    end_before: int
    """The number before of the line that follows on it."""
    lines: Mapping[int, int | None]
    """The number before of each line, by its number now; None for a line that is new."""


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that is not what it was."""

    before: str
    """What it was called, from the top of the repository."""
    after: str
    """What it is called."""
    hunks: tuple[Hunk, ...]

    def is_shown(self, first: int, last: int) -> bool:
        """Whether lines stand together in one piece of the difference."""
        return any(hunk.first <= first and last < hunk.first + hunk.count for hunk in self.hunks)

    def line_before(self, line: int) -> int | None:
        """The number before of a line; None when it is new."""
        moved = 0
        for hunk in self.hunks:
            if line in hunk.lines:
                return hunk.lines[line]
            if line < hunk.first:
                break
            moved = hunk.first + hunk.count - hunk.end_before
        return line - moved


@dataclass(frozen=True, slots=True)
class Changed:
    """What a branch changes, and between which commits."""

    base: str
    head: str
    files: Mapping[str, ChangedFile]
    """By the path in the folder of the handbook, as it is now."""


def changed_files(root: Path, base: str) -> Changed:
    """The files below a folder that the last commit has otherwise than where a branch parted.

    Args:
        root: the folder of the handbook.
        base: the branch.

    Raises:
        NoVersionError: when git does not have it.
    """
    ancestor, head = common_ancestor(root, base), _text(output(root, "rev-parse", "HEAD")).strip()
    start = _text(output(root, "rev-parse", "--verify", f"{ancestor}^{{commit}}")).strip()
    prefix = _text(output(root, "rev-parse", "--show-prefix")).rstrip("\n")
    files = {
        after: ChangedFile(prefix + before, prefix + after, _hunks(root, start, before, after))
        for before, after in _names(root, start)
    }
    return Changed(start, head, files)


def _names(root: Path, start: str) -> Iterator[tuple[str, str]]:
    """The names before and now of each file that is there now and is not what it was."""
    command = ("diff", "--relative", "--name-status", "--find-renames", "-z", start, "HEAD")
    parts = iter(_text(output(root, *command)).split("\0"))
    for state in parts:
        if state[:1] in ("R", "C"):
            yield next(parts), next(parts)
        elif state:
            name = next(parts)
            if state != "D":
                yield name, name


def _hunks(root: Path, start: str, before: str, after: str) -> tuple[Hunk, ...]:
    command = ("diff", "--relative", "--unified=3", "--no-color", "--no-ext-diff", "--no-textconv")
    literal = [f":(literal){name}" for name in dict.fromkeys((before, after))]
    text = output(root, *command, "--find-renames", start, "HEAD", "--", *literal)
    found = list(_HUNK.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return tuple(
        _hunk(match, text[match.end() : end]) for match, end in zip(found, ends, strict=True)
    )


def _hunk(match: re.Match[bytes], text: bytes) -> Hunk:
    first, count = int(match[3]), int(match[4] or 1)
    old, new, lines = int(match[1]), first, dict[int, int | None]()
    for line in text.split(b"\n")[1:]:
        if line.startswith(b"-"):
            old += 1
        elif line.startswith(b"+"):
            lines[new] = None
            new += 1
        elif line.startswith(b" "):
            lines[new] = old
            old, new = old + 1, new + 1
    return Hunk(first, count, old, lines)


def _text(content: bytes) -> str:
    return content.decode(errors="surrogateescape")
