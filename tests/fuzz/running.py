"""Runs cases in child processes, so that a crash of the parser or a hang is caught too.

A child takes a batch of seeds; what it says comes through a pipe. When it dies or falls
silent, the seed at hand is to blame, and another child goes on behind it.
"""

import multiprocessing
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from tests.fuzz.cases import case
from tests.fuzz.conditions import MOST_MEMORY, BrokenError, Held, TooSlowError, inspect, memory

BATCH = 50
"""So many cases share a process, and with it its caches."""

_SILENCE = 120.0
"""After so many seconds without a word a child is taken to hang where no signal reaches it."""

_MOST_FRAMES = 12

_FULL = 77
"""The exit code of a child that has taken too much memory and makes room for another."""

_FORK = multiprocessing.get_context("fork")


@dataclass
class Tally:
    """What came of a run."""

    seeds: int = 0
    broken: dict[int, str] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    sound: int = 0
    drawn: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    memory: int = 0

    def take(self, seed: int, kind: str, result: "Held | str", grown: int) -> None:
        """Counts one case."""
        self.seeds += 1
        self.kinds[kind] += 1
        self.memory = max(self.memory, grown)
        if isinstance(result, str):
            self.broken[seed] = result
            return
        self.codes.update(result.codes)
        self.sound += result.sound
        self.drawn += result.drawn
        self.slowest = max(self.slowest, (result.seconds, seed))


def run(first: int, count: int, jobs: int, folder: Path) -> Iterator[Tally]:
    """Runs ``count`` cases from seed ``first`` on.

    Args:
        first: the first seed.
        count: how many.
        jobs: how many processes at a time.
        folder: where the handbooks of cases that do not hold are left, by seed.

    Yields:
        The tally so far, after every case.
    """
    tally = Tally()
    waiting = [
        list(range(start, min(start + BATCH, first + count)))
        for start in range(first, first + count, BATCH)
    ]
    waiting.reverse()
    children: dict[Connection, _Child] = {}
    while waiting or children:
        while waiting and len(children) < jobs:
            child = _Child(waiting.pop(), folder)
            children[child.answers] = child
        ready = wait(list(children), timeout=1)
        for answers in [item for item in ready if isinstance(item, Connection)]:
            if not children[answers].hear(tally):
                waiting += children.pop(answers).rest()
            yield tally
        for child in [item for item in children.values() if item.is_silent()]:
            child.process.kill()


class _Child:
    """A process that runs a batch, and what is known of how far it is."""

    def __init__(self, seeds: list[int], folder: Path) -> None:
        self.answers, speaking = _FORK.Pipe(duplex=False)
        self._left = seeds
        self._heard = time.monotonic()
        self.process: ForkProcess = _FORK.Process(target=_work, args=(seeds, folder, speaking))
        self.process.start()
        speaking.close()

    def hear(self, tally: Tally) -> bool:
        """Takes one answer into the tally; False when no more will come."""
        self._heard = time.monotonic()
        try:
            tally.take(*self.answers.recv())
        except EOFError:
            self.process.join()
            if self._left and self.process.exitcode != _FULL:
                dead = f"the process died: exit code {self.process.exitcode}"
                tally.take(self._left.pop(0), "?", dead, 0)
            return False
        self._left.pop(0)
        return True

    def rest(self) -> Sequence[list[int]]:
        """What a dead child leaves to another."""
        return [self._left] if self._left else []

    def is_silent(self) -> bool:
        return time.monotonic() - self._heard > _SILENCE


def _work(seeds: Sequence[int], folder: Path, speaking: Connection) -> None:
    """The whole life of a child."""
    before = memory()
    for seed in tuple(seeds):
        kind, result = _one(seed, folder)
        grown = memory() - before
        if grown > MOST_MEMORY and isinstance(result, Held):
            result = f"the process took {grown // 1024} MB more than it started with"
            _keep(seed, folder)
        speaking.send((seed, kind, result, grown))
        if isinstance(result, str) and grown > MOST_MEMORY:
            sys.exit(_FULL)


def _one(seed: int, folder: Path) -> tuple[str, Held | str]:
    made = case(seed)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        made.write(Path(place))
        try:
            return made.kind, inspect(Path(place), made.today, seed=seed)
        except TooSlowError:
            told = f"too slow\n{traceback.format_exc(limit=-_MOST_FRAMES)}"
        except BrokenError as error:
            told = str(error)
        except Exception as error:  # whatever it is, it is what is looked for
            told = f"{error!r}\n{traceback.format_exc(limit=-_MOST_FRAMES)}"
    _keep(seed, folder)
    return made.kind, f"{told}\n(checked on {made.today})"


def _keep(seed: int, folder: Path) -> None:
    """Leaves the handbook of a case where somebody can look at it."""
    place = folder / str(seed)
    shutil.rmtree(place, ignore_errors=True)
    case(seed).write(place)
