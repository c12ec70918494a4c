"""The manifest of a built site: the SHA-256 of every file, so that any change of it shows.

What cannot be there by itself, such as a link that leads elsewhere, counts as another
content: nothing outside the folder is read.
"""

import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Any

from generator.model.usage import UsageError

MANIFEST = "manifest.json"
"""Where a manifest stands, in the root of what it is about."""

FORMAT = "manifest/v1"

LARGEST = 64 * 1024 * 1024
"""The most bytes of a manifest that is read; that of a thousand processes has one million."""

NO_FILE = "-"
"""In the place of a digest: there is something, and it is no file."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PARTS_LEADING_OUT = frozenset({"", ".", ".."})


class NoManifestError(UsageError):
    """There is no manifest, or none that can be relied on; the text says why."""


@dataclass(frozen=True)
class Manifest:
    """What a site is made of: the digest of every file by its path, and what site it is."""

    title: str
    language: str
    commit: str | None = None
    """The commit of the handbook; None when it is not known or its files differ from it."""
    release: str | None = None
    files: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The manifest as JSON, always the same for the same files."""
        data = {
            "format": FORMAT,
            "title": self.title,
            "language": self.language,
            "release": self.release,
            "commit": self.commit,
            "files": dict(sorted(self.files.items())),
        }
        return json.dumps(data, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Differences:
    """How a folder differs from its manifest, each in order of path."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.changed or self.missing or self.added)


def write_manifest(folder: Path, about: Manifest) -> None:
    """Writes the manifest of a folder as it is now into it; ``about`` says what site it is."""
    found = Manifest(about.title, about.language, about.commit, about.release, digests(folder))
    path = folder / MANIFEST
    path.unlink(missing_ok=True)  # never through a hard link
    path.write_text(found.text(), encoding="utf-8", newline="\n")


def read_manifest(folder: Path) -> Manifest:
    """The manifest that a folder carries.

    Raises:
        NoManifestError: when there is none, or what is there is no manifest.
    """
    path = folder / MANIFEST
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            raise _unreadable(path, "no plain file")
        if about.st_size > LARGEST:
            raise _unreadable(path, f"more than {LARGEST} bytes")
        data = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=_once)
    except FileNotFoundError as error:
        message = f"{path}: no manifest"
        raise NoManifestError(message) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, str(error)) from error
    return _manifest(data, path)


def differences(folder: Path, manifest: Manifest) -> Differences:
    """What was changed, is missing and was added in a folder since its manifest was made."""
    found, known = digests(folder), manifest.files
    return Differences(
        tuple(sorted(path for path in known if path in found and found[path] != known[path])),
        tuple(sorted(known.keys() - found.keys())),
        tuple(sorted(found.keys() - known.keys())),
    )


def is_whole(folder: Path) -> bool:
    """Whether a folder has a manifest and is exactly what it says."""
    try:
        return not differences(folder, read_manifest(folder))
    except NoManifestError:
        return False


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file under a folder but its own manifest, by path.

    Links are not followed, whatever they lead to, and other oddities are not opened.
    """
    found = {}
    for path in _everything(folder):
        name = path.relative_to(folder).as_posix()
        if name != MANIFEST:
            found[name] = _digest(path)
    return found


def _everything(folder: Path) -> Iterator[Path]:
    """Everything under a folder that is no folder itself; an empty folder is nothing."""
    for place, folders, files in os.walk(folder):
        for name in (*files, *(name for name in folders if (Path(place) / name).is_symlink())):
            yield Path(place) / name


def _digest(path: Path) -> str:
    if not stat.S_ISREG(path.lstat().st_mode):
        return NO_FILE
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        message = "the same name twice"
        raise ValueError(message)
    return found


def _manifest(data: Any, path: Path) -> Manifest:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _unreadable(path, f"not in the format {FORMAT}")
    files, title, language = (data.get(key) for key in ("files", "title", "language"))
    texts = isinstance(title, str) and isinstance(language, str)
    if not isinstance(files, dict) or not texts:
        raise _unreadable(path, "no title, language or files")
    for name, digest in files.items():
        if not _stays_inside(name):
            raise _unreadable(path, f"a path that leads out of the folder: {ascii(name)[:200]}")
        if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise _unreadable(path, f"no SHA-256 for {ascii(name)[:200]}")
    marks = [data.get(key) for key in ("commit", "release")]
    commit, release = (mark if isinstance(mark, str) else None for mark in marks)
    return Manifest(str(title), str(language), commit, release, files)


def _stays_inside(name: str) -> bool:
    """Whether a path is one inside the folder: no way up, no root, no drive."""
    odd = "\\" in name or "\0" in name or re.match(r"[A-Za-z]:", name)
    return not odd and not _PARTS_LEADING_OUT & set(name.split("/"))


def _unreadable(path: Path, why: str) -> NoManifestError:
    return NoManifestError(f"{path} is no manifest that can be relied on: {why}")
