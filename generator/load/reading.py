"""Files -> their trees and what is wrong with them, in two processes when there are many.

Parsing is most of the work of loading, and needs nothing but the text of each file. So of
a large handbook every other file is parsed in a child process. The child answers only for
files without any fault, as plain data and numbers; every other file, or all of them when
anything is wrong with the child, the parent reads itself. What comes out is the same.
"""

import marshal
import os
import sys
import threading
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, TypeAlias

from generator.load.csv_source import read_csv
from generator.load.discover import is_table
from generator.load.node import Mark, Node, Place
from generator.load.text_file import read_text
from generator.load.yaml_source import read_yaml
from generator.model.finding import Finding

FEWEST_SHARED = 200
"""With fewer files than this, starting a process costs about as much as it saves."""

_BEGINNING = "S106"
"""The finding about a byte order mark."""

FileRead: TypeAlias = tuple[Node | None, list[Finding]]
"""The root of a file, or None when there is none to rely on, and what is wrong with it."""


def read_files(root: Path, files: Sequence[str]) -> dict[str, FileRead]:
    """Reads files below ``root``; the answer has every file, in the order of ``files``."""
    if len(files) < FEWEST_SHARED or not _can_fork():
        return {file: read_file(root, file) for file in files}
    return read_in_two(root, files)


def read_file(root: Path, file: str) -> FileRead:
    """Reads one file."""
    text, findings = read_text(root, file)
    if text is None:
        return None, findings
    node, wrong = read_source(text, file)
    # A spreadsheet that writes a table as UTF-8 begins it so, and cannot be told not to.
    known = {_BEGINNING} if is_table(file) else set()
    return node, [item for item in findings if item.code not in known] + wrong


def read_source(text: str, file: str) -> FileRead:
    """Reads the text of one file: a table by the ending of its name, or else YAML."""
    return read_csv(text, file) if is_table(file) else read_yaml(text, file)


def read_in_two(root: Path, files: Sequence[str]) -> dict[str, FileRead]:
    """What ``read_files`` does, with every other file read in a child process."""
    found: dict[str, FileRead] = {}
    try:
        with _child(root, files[1::2]) as stream:
            found = {file: read_file(root, file) for file in files[::2]}
            answers = marshal.loads(stream.read())  # noqa: S302 - written by our own child
    except (OSError, EOFError, ValueError, TypeError):
        answers = []
    for file, answer in zip(files[1::2], answers, strict=False):
        if answer is not None:
            found[file] = Node(answer[0], _Marks(array("I", answer[1]))), []
    return {file: found.get(file) or read_file(root, file) for file in files}


def _can_fork() -> bool:
    """Whether a second process is safe and there is a core for it."""
    return (
        sys.platform == "linux"
        and threading.active_count() == 1
        and len(os.sched_getaffinity(0)) > 1
    )


@contextmanager
def _child(root: Path, files: Sequence[str]) -> Iterator[BinaryIO]:
    """A child process that reads files, and the stream from which its answers come."""
    receiving, sending = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(receiving)
        os.close(sending)
        raise
    if not child:
        os.close(receiving)  # else writing would wait for ever when the parent has given up
        _answer(root, files, sending)
    os.close(sending)
    try:
        with open(receiving, "rb") as stream:  # noqa: PTH123 - a pipe has no path
            yield stream
    finally:
        os.waitpid(child, 0)


def _answer(root: Path, files: Sequence[str], sending: int) -> NoReturn:
    """The whole life of the child: whatever happens in it, it ends here and says nothing."""
    try:
        answers = [_plain(read_file(root, file)) for file in files]
        with open(sending, "wb") as stream:
            stream.write(marshal.dumps(answers))
    finally:
        os._exit(0)


def _plain(read: FileRead) -> tuple[Any, bytes] | None:
    """What was read as plain data and numbers; None when there is anything wrong with it."""
    node, findings = read
    if node is None or findings:
        return None
    numbers = array("I", [part for mark in node.marks for part in (mark.line, mark.column)])
    return node.value, numbers.tobytes()


@dataclass(frozen=True)
class _Marks(Sequence[Mark]):
    """Marks as numbers: line and column in turn."""

    numbers: "array[int]"

    def __len__(self) -> int:
        return len(self.numbers) // 2

    def __getitem__(self, index: Any) -> Any:
        return Place(self.numbers[2 * index], self.numbers[2 * index + 1])
