"""Finished pictures: a folder of them, named after everything that shapes them.

A picture of an error never enters it, and what cannot be drawn is reported as a value.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Failure:
    """A picture that could not be drawn: what was said, and the line that this named, if any."""

    key: str
    message: str
    line: int | None = None
    text: str = ""


class DrawingError(Exception):
    """One or more pictures could not be drawn; ``failures`` says which, why and where."""

    def __init__(self, failures: tuple[Failure, ...]) -> None:
        """An error that carries its failures."""
        super().__init__("; ".join(f"{item.key}: {item.message}" for item in failures))
        self.failures = failures


def missing(names: Mapping[str, str], cache: Path) -> dict[str, str]:
    """The pictures that are still to be made, each with the first key that asks for it."""
    found: dict[str, str] = {}
    for key, name in names.items():
        if not place(cache, name).is_file():
            found.setdefault(name, key)
    return found


def finished(names: Mapping[str, str], cache: Path) -> dict[str, str]:
    """The picture of every key."""
    return {key: place(cache, name).read_text(encoding="utf-8") for key, name in names.items()}


def place(cache: Path, name: str) -> Path:
    """Where the picture of this name is kept."""
    return cache / f"{name}.svg"


def store(target: Path, picture: str) -> None:
    """Keeps a picture; it appears in the cache whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_suffix(f".{os.getpid()}.part")
    half.write_text(picture, encoding="utf-8", newline="\n")
    half.replace(target)
