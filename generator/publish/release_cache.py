"""The built sites of releases, kept from build to build under the name of what made them.

A release is made from its commit, by the generator, the theme and the settings of today. As
long as none of these changes, its site is the same, so it is not made again.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

import yaml

from generator.history import History
from generator.history.data import history_to_data
from generator.model.control import Release
from generator.publish.engine import Engine, font_files
from generator.publish.manifest import is_whole

_FOLDER = "releases"
_HALF = ".part"


def generator_identity(configuration: Path, engine: Engine) -> str:
    """A digest of everything but the commit that decides what a release looks like.

    It covers the whole generator, the MkDocs configuration with what it inherits and its own
    theme, the renderer and its typefaces, and the version of every package that is installed.
    """
    whole = sha256()
    for file in (*_sources(), *_configurations(configuration), *font_files()):
        whole.update(f"{file.name}\0".encode() + sha256(file.read_bytes()).digest())
    installed = {f"{item.name}=={item.version}" for item in distributions()}
    whole.update("\0".join([engine.identity, *sorted(installed)]).encode())
    return whole.hexdigest()


def release_key(release: Release, identity: str, *, language: str, past: History) -> str:
    """The name of a release's site in the cache.

    The commit stands for its files; its identifier is on the pages, so the tree alone is not
    enough.

    Args:
        release: the release.
        identity: that of the generator.
        language: that of the site around it, whose pages the release leads to.
        past: what its pages tell of the past.
    """
    told = json.dumps(history_to_data(past), sort_keys=True)
    parts = [identity, release.commit, release.date.isoformat(), language, told]
    return sha256("\0".join(parts).encode()).hexdigest()


def cached(build: Path, key: str) -> Path:
    """Where the site of a release is kept; it is there whole, or not at all."""
    return build / _FOLDER / key


def is_cached(place: Path) -> bool:
    """Whether a release's site is in the cache, exactly as it was made.

    Files of the cache and of the published site are the same ones (hard links), so whatever
    is done to the one is done to the other.
    """
    return is_whole(place)


def half(place: Path) -> Path:
    """Where this process makes the site of a release before it enters the cache."""
    return place.with_name(f"{place.name}.{os.getpid()}{_HALF}")


def enter(place: Path) -> None:
    """Lets what this process made enter the cache in one step, unless it is there already."""
    if not is_cached(place):
        shutil.rmtree(place, ignore_errors=True)
        half(place).rename(place)


def forget_others(build: Path, places: Collection[Path]) -> None:
    """Removes from the cache what this build did not use, halves of a broken-off one included."""
    folder = build / _FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path not in places:
            shutil.rmtree(path, ignore_errors=True)


def _sources() -> Iterable[Path]:
    found = (path for path in Path(__file__).parent.parent.rglob("*") if path.is_file())
    return sorted(path for path in found if "__pycache__" not in path.parts)


def _configurations(path: Path) -> Iterator[Path]:
    """An MkDocs configuration, those that it inherits from, and the files of their own theme."""
    seen: set[Path] = set()
    while path.is_file() and path not in seen:
        yield path
        seen.add(path)
        head = _plain(path)
        theme = head.get("theme")
        own = theme.get("custom_dir") if isinstance(theme, dict) else None
        if own:
            yield from sorted(file for file in (path.parent / own).rglob("*") if file.is_file())
        path = (path.parent / str(head.get("INHERIT", "."))).resolve()


def _plain(path: Path) -> dict[str, object]:
    """The text of a configuration as text only: tags such as ``!ENV`` mean nothing here."""
    loader = type("Loader", (yaml.CBaseLoader,), {})
    loader.add_multi_constructor("!", lambda *_: "")  # type: ignore[attr-defined]
    found = yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - text only
    return found if isinstance(found, dict) else {}
