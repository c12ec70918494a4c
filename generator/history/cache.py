"""Answers that are kept in a folder, so that the past is read once.

Each file says which code made it: another generator may answer otherwise, so it reads none
of them. What is damaged is as if it were not there. A file is written beside its place and
then put there, so that nobody ever reads half of it.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_DECIDING = ("control", "diff", "history", "language", "load", "model")
"""The packages that decide what the answers are."""

_MOST_ANSWERS = 16
"""The most answers for whole repositories that are kept; each is about one state of one."""

_IGNORE = ".gitignore"
"""Keeps the folder out of git, wherever the handbook is in its repository."""


@cache
def code_digest() -> str:
    """A digest of the part of the generator that reads histories."""
    return digest_of(Path(__file__).parent.parent)


def digest_of(generator: Path) -> str:
    """The same of the generator in a folder."""
    found = sha256()
    for package in _DECIDING:
        for path in sorted((generator / package).rglob("*")):
            if path.suffix in (".py", ".yml"):
                content = path.read_bytes()
                found.update(f"{path.relative_to(generator).as_posix()} {len(content)}\n".encode())
                found.update(content)
    return found.hexdigest()


class Cache:
    """The answers in a folder; without one there are none and none is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Takes the folder, which need not be there."""
        self._folder = folder

    def load(self, name: str) -> Any:
        """What was kept under a name; None when there is nothing, or nothing of use."""
        if self._folder is None:
            return None
        try:
            found = json.loads((self._folder / f"{name}.json").read_bytes())
            return found["data"] if found["code"] == code_digest() else None
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None

    def save(self, name: str, data: Any) -> None:
        """Keeps something under a name; where nothing can be written, nothing is kept."""
        if self._folder is None:
            return
        text = json.dumps({"code": code_digest(), "data": data}, sort_keys=True)
        try:
            if not self._folder.is_dir():
                self._folder.mkdir(parents=True)
                (self._folder / _IGNORE).write_text("*\n", encoding="utf-8")
            _put(self._folder / f"{name}.json", text)
        except OSError:
            return

    def load_answer(self, key: str) -> Any:
        """The answer to a whole question."""
        return self.load(f"answer-{key}")

    def save_answer(self, key: str, data: Any) -> None:
        """Keeps the answer to a whole question; the oldest ones make room."""
        self.save(f"answer-{key}", data)
        if self._folder is not None:
            try:
                _remove_oldest(self._folder.glob("answer-*.json"))
            except OSError:
                return


def key_of(question: Mapping[str, Any]) -> str:
    """A name for the answer to a question, which gives nothing of the question away."""
    text = json.dumps(question, sort_keys=True)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _put(path: Path, text: str) -> None:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}-", suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _remove_oldest(answers: Iterable[Path]) -> None:
    found = sorted(answers, key=lambda path: (path.stat().st_mtime_ns, path.name))
    for path in found[:-_MOST_ANSWERS]:
        path.unlink(missing_ok=True)
