"""One killed build, and what must hold after it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.publish.manifest import MANIFEST, differences, read_manifest
from repository import BAKE, buildable, make_repository

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 300
_AROUND_SWAP = 0.03
"""So many seconds after the new site is complete, the swap is over and the old one removed."""


@dataclass
class Bakery:
    """A handbook with two contents, and the manifest of the site of each."""

    root: Path
    texts: tuple[str, ...]
    manifests: list[str] = field(default_factory=list)
    seconds: float = 0.0
    """How long a build takes."""

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def beside(self) -> Path:
        return self.root / "build" / "site"

    def write(self, number: int) -> None:
        (self.root / BAKE).write_text(self.texts[number], encoding="utf-8")

    def published(self) -> str:
        return (self.site / MANIFEST).read_text(encoding="utf-8")

    def start(self) -> subprocess.Popen[bytes]:
        """Starts a build in a process group of its own."""
        command = [sys.executable, "-m", "generator", "--root", str(self.root), "build"]
        variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        with (self.root / "log").open("wb") as log:
            return subprocess.Popen(
                command, cwd=ROOT, env=variables, stdout=log, stderr=log, start_new_session=True
            )

    def build(self) -> None:
        """A whole build."""
        process = self.start()
        code = process.wait(PATIENCE)
        assert code == 0, (self.root / "log").read_text(encoding="utf-8")


@dataclass
class Tally:
    """What has been seen so far."""

    killed: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


def make_bakery(folder: Path) -> Bakery:
    """Builds both contents once; a release is in the site, and in the cache from then on."""
    if folder.exists():
        shutil.rmtree(folder)
    repository = make_repository(folder)
    texts = (repository.git("show", f"{branch}:{BAKE}") for branch in ("main", "proposal"))
    return _measured(Bakery(buildable(repository.root), tuple(texts)))


def _measured(bakery: Bakery) -> Bakery:
    for number in (0, 1):
        bakery.write(number)
        begin = time.monotonic()
        bakery.build()
        bakery.seconds = time.monotonic() - begin
        bakery.manifests.append(bakery.published())
    assert bakery.manifests[0] != bakery.manifests[1]
    return bakery


def run(bakery: Bakery, *, count: int, seed: int) -> Iterator[Tally]:
    """Kills ``count`` builds; every third one around the swap."""
    chance, tally = random.Random(seed), Tally()
    for number in range(count):
        bakery.write(number % 2)
        before = bakery.published()
        _kill_one(bakery, chance, around_swap=number % 3 == 2, tally=tally)
        _look(bakery, before, f"build {number} of seed {seed}", tally)
        yield tally


def _kill_one(bakery: Bakery, chance: random.Random, *, around_swap: bool, tally: Tally) -> None:
    process = bakery.start()
    if around_swap:
        _wait_for_manifest(bakery, process)
        time.sleep(chance.uniform(0, _AROUND_SWAP))
    else:
        _sleep(chance.uniform(0, bakery.seconds), process)
    if process.poll() is None:
        tally.killed += 1
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wait_for_manifest(bakery: Bakery, process: subprocess.Popen[bytes]) -> None:
    """Waits until the new site is complete, which is just before it is published."""
    end = time.monotonic() + PATIENCE
    began = time.time()
    path = bakery.beside / MANIFEST
    while time.monotonic() < end and process.poll() is None:
        try:
            if path.stat().st_mtime >= began:
                return
        except OSError:
            pass
        time.sleep(0.001)


def _sleep(seconds: float, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        time.sleep(0.005)


def _look(bakery: Bakery, before: str, name: str, tally: Tally) -> None:
    """The published site must be whole, and be exactly one of the two."""
    found = differences(bakery.site, read_manifest(bakery.site))
    if found:
        tally.broken.append(f"{name}: {found}")
        return
    published = bakery.published()
    if published not in bakery.manifests:
        tally.broken.append(f"{name}: neither the old site nor the new one")
    tally.outcomes["old" if published == before else "new"] += 1
