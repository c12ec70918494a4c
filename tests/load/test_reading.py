"""Reading in two processes gives what reading in one gives, whatever happens to the second."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.generated import write_handbook
from generator.load import load, reading
from generator.load.node import Node, Spot
from generator.load.reading import FEWEST_SHARED, read_file, read_files, read_in_two
from generator.model.finding import Finding
from small_handbook import FILES, write

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # tests have threads

BROKEN = {
    "kpis/a.yml": "- [",
    "kpis/b.yml": "a: b\na: c\n",
    "kpis/c.yml": b"\xff\xfe",
    "kpis/d.yml": "[" * 30_000,
    "kpis/e.yml": "- id: &x y\n  name: *x\n",
}


def spots(node: Node) -> Iterator[Spot]:
    yield node.spot
    yield from node.keys.values()
    for child in node.children.values():
        yield from spots(child)


def told(read: tuple[Node | None, list[Finding]]) -> object:
    """Everything that can be known of a file that was read."""
    node, findings = read
    return node and (node.value, list(spots(node))), findings


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    write(tmp_path, BROKEN)
    return ["kpis/missing.yml", *sorted([*FILES, *BROKEN]), "kpis/missing-too.yml"]


def alone(root: Path, files: list[str]) -> list[tuple[str, object]]:
    return [(file, told(read_file(root, file))) for file in files]


def together(root: Path, files: list[str]) -> list[tuple[str, object]]:
    return [(file, told(read)) for file, read in read_in_two(root, files).items()]


def test_two_readers_say_what_one_says(tmp_path: Path, files: list[str]) -> None:
    assert together(tmp_path, files) == alone(tmp_path, files)
    assert together(tmp_path, files[1:]) == alone(tmp_path, files[1:])
    assert together(tmp_path, []) == []


@pytest.mark.parametrize("answer", [b"", b"\xdb\x05\x00\x00\x00N", b"no answer"])
def test_a_second_reader_that_dies(
    tmp_path: Path, files: list[str], monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    expected = alone(tmp_path, files)
    monkeypatch.setattr(reading.marshal, "dumps", lambda _: answer)
    assert together(tmp_path, files) == expected


def test_a_second_reader_that_fails(
    tmp_path: Path, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = alone(tmp_path, files)
    monkeypatch.setattr(reading, "_plain", lambda _: 1 / 0)
    assert together(tmp_path, files) == expected


def test_a_second_reader_that_cannot_start(
    tmp_path: Path, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr(os, "fork", refuse)
    assert together(tmp_path, files) == alone(tmp_path, files)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def refuse() -> int:
    raise BlockingIOError


def test_nobody_stays_behind(tmp_path: Path, files: list[str]) -> None:
    read_in_two(tmp_path, files)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_reader_that_is_interrupted_waits_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_handbook(tmp_path, processes=FEWEST_SHARED)  # more than a pipe holds
    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yml")]
    parent = os.getpid()

    def interrupted(root: Path, file: str) -> object:
        if os.getpid() == parent:
            raise KeyboardInterrupt
        return read_file(root, file)

    monkeypatch.setattr(reading, "read_file", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_in_two(tmp_path, files)


@pytest.mark.parametrize("reason", ["few files", "threads", "one core", "another system"])
def test_one_reader_where_two_are_no_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2 if reason == "threads" else 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0} if reason == "one core" else {0, 1})
    monkeypatch.setattr(reading.sys, "platform", "win32" if reason == "another system" else "linux")
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a second process was started"))
    count = 3 if reason == "few files" else FEWEST_SHARED
    files = [f"kpis/{number}.yml" for number in range(count)]
    assert list(read_files(tmp_path, files)) == files


def test_a_large_handbook_is_the_same_either_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_handbook(tmp_path, processes=FEWEST_SHARED)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    two = load(tmp_path)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    one = load(tmp_path)
    assert two == one
    assert two.findings == ()
    for reference in one.handbook.files if one.handbook else ():
        for path in (("name",), ("steps", 5, "decision", "outcomes", 1, "next"), ("owner",)):
            assert two.positions.at(reference, path) == one.positions.at(reference, path)
