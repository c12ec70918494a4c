"""What is already there to spoil: the library, the source as it was written, the rules' cases."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random

from generator.rules import RULES
from generator.rules.cases import Case, cases_of

_DATA = Path(__file__).parent.parent / "data"
_FOLDERS = ("processes", "kpis", "organisation", "quality", "docs")

Files = Mapping[str, bytes]


def library() -> Files:
    """The invented library."""
    return _folder("harbour-library")


def as_written(random: Random) -> Files:
    """The source encoded literally: its registers, and a few of its processes."""
    found = _folder("as-written")
    processes = [file for file in found if file.startswith("processes/")]
    kept = set(random.sample(processes, min(len(processes), random.choice((1, 1, 2)))))
    return {file: text for file, text in found.items() if file in kept or file not in processes}


def case_of_a_rule(random: Random) -> Files:
    """The small handbook of one case of one rule."""
    case = random.choice(_cases())
    return {file: text.encode() for file, text in case.all_files.items()}


@cache
def _cases() -> tuple[Case, ...]:
    found: list[Case] = []
    for rule in RULES:
        with suppress(FileNotFoundError):  # a rule in the making; another test asks for its cases
            found += cases_of(rule)
    return tuple(found)


@cache
def _folder(name: str) -> Files:
    root = _DATA / name
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in _FOLDERS
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }
