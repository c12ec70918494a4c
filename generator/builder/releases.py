"""The sites of all releases: from the cache, made anew, or taken over from the published site."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from generator.builder.release import Made, Order, make_release
from generator.builder.running import CONFIGURATION, BuildError
from generator.model.control import Release
from generator.model.identifiers import ReleaseId
from generator.pipeline import Prepared
from generator.publish.compose import Placed
from generator.publish.engine import engine
from generator.publish.facts import read_facts
from generator.publish.manifest import MANIFEST, is_whole
from generator.publish.release_cache import (
    cached,
    forget_others,
    generator_identity,
    is_cached,
    release_key,
)
from generator.publish.release_past import past_of
from generator.publish.site import work

Say = Callable[..., None]
"""Says something about the run: a label of ``releases`` and its blanks."""


@dataclass(frozen=True)
class Releases:
    """The releases of a handbook on their way: some in the cache, others being made."""

    prepared: Prepared
    places: Mapping[ReleaseId, Path]
    making: Mapping[ReleaseId, Future[Made]]
    say: Say

    def result(self, published: Path) -> tuple[Placed, ...]:
        """Where the site of each release is, in the order of the file; waits for all of them.

        What cannot be made is taken over from the site that is published now.

        Raises:
            BuildError: when that copy is not what was published: to take it over would hide
                that it was changed, and to leave it would lose it.
        """
        self._wait()
        found = tuple(self._placed(item, published) for item in _releases(self.prepared))
        forget_others(work(self.prepared.root), set(self.places.values()))
        return found

    def _wait(self) -> None:
        names = {future: name for name, future in self.making.items()}
        for number, future in enumerate(as_completed(names), start=1):
            release = self.prepared.site.handbook.releases[names[future]]
            self.say("made", name=release.name, number=number, total=len(names))

    def _placed(self, release: Release, published: Path) -> Placed:
        made = self.making[release.id].result() if release.id in self.making else Made()
        place = self.places[release.id]
        if not made.why:
            return Placed(release, place, read_facts(place))
        why = self.prepared.site.label(f"releases.why.{made.why}", **dict(made.details))
        copy = published / self.prepared.site.label("releases.folder") / release.id
        facts = read_facts(copy)
        if not (copy / MANIFEST).is_file() or facts is None or facts.commit != release.commit:
            self.say("missing", name=release.name, why=why)
            return Placed(release, None, None, why)
        if not is_whole(copy):
            raise BuildError(
                self.prepared.site.label("releases.touched", path=copy, name=release.name, why=why)
            )
        self.say("kept", name=release.name, why=why)
        return Placed(release, copy, facts, why)


@contextmanager
def releases_of(prepared: Prepared, say: Say) -> Iterator[Releases]:
    """Starts making every release that the cache does not hold, each in a process of its own."""
    releases = _releases(prepared)
    build, words = work(prepared.root), prepared.site.language.code
    identity = generator_identity(prepared.root / CONFIGURATION, engine()) if releases else ""
    pasts = {item.id: past_of(item, prepared.site.history, prepared.root) for item in releases}
    places = {
        item.id: cached(build, release_key(item, identity, language=words, past=pasts[item.id]))
        for item in releases
    }
    missing = [item for item in releases if not is_cached(places[item.id])]
    if not missing:
        yield Releases(prepared, places, {}, say)
        return
    say("making", count=len(missing), total=len(releases))
    # Spawned, not forked: a process that is left over must not hold the lock of the build.
    workers = min(len(missing), os.cpu_count() or 1)
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_with_the_build)
    try:
        making = {
            item.id: pool.submit(
                make_release,
                Order(prepared.root, item, places[item.id], words, pasts[item.id]),
            )
            for item in missing
        }
        yield Releases(prepared, places, making, say)
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_the_build() -> None:
    """Lets a process that makes releases end when the build that started it was killed."""

    def watch() -> None:
        build = parent_process()
        if build is not None:
            build.join()
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _releases(prepared: Prepared) -> Sequence[Release]:
    return tuple(prepared.site.handbook.releases.values())
