"""Running and timing commands, the same way for every measurement."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

RUNS = int(os.environ.get("RUNS", "3"))
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] = ENVIRONMENT) -> None:
    """Runs a command in a folder; a failure ends the benchmark, saying why."""
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def medians(*works: Callable[[], None]) -> list[float]:
    """The median time of each, taken in turn, so that a slow moment hits all of them."""
    times = [[timed(work) for work in works] for _ in range(RUNS)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def timed(work: Callable[[], None]) -> float:
    """The seconds it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def line(what: str, seconds: float) -> None:
    """Prints a measurement."""
    print(f"{what:<42} {seconds:7.2f} s")
