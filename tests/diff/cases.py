"""The table of before and after: pieces of the small handbook replaced, and what that changes.

A case is a mapping: ``both``, ``before`` and ``after`` replace text in the files of the
small handbook (``file`` is the process when it is not named), ``files`` adds files to both,
``gone`` and ``moved`` are files that are not there, or elsewhere, afterwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.load.loader import load_texts
from generator.model.handbook import Handbook
from small_handbook import FILES, PROCESS

_FOLDER = Path(__file__).parent / "cases"


def cases() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every case with a name of its own."""
    for path in sorted(_FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield f"{path.stem}: {case['name']}", case


def handbooks(case: Mapping[str, Any]) -> tuple[Handbook, Handbook]:
    """The two handbooks of a case."""
    both = _edited({**FILES, **case.get("files", {})}, case.get("both", ()))
    after = _edited(both, case.get("after", ()))
    moved = case.get("moved", {})
    after = {
        moved.get(file, file): text
        for file, text in after.items()
        if file not in case.get("gone", ())
    }
    return read(_edited(both, case.get("before", ()))), read(after)


def read(files: Mapping[str, str]) -> Handbook:
    """The handbook in some files, which must be whole."""
    loaded = load_texts(files)
    assert loaded.handbook is not None, loaded.findings
    return loaded.handbook


def _edited(files: Mapping[str, str], edits: Sequence[Mapping[str, str]]) -> dict[str, str]:
    found = dict(files)
    for edit in edits:
        file = edit.get("file", PROCESS)
        assert edit["old"] in found[file], f"{edit['old']!r} is not in {file}"
        found[file] = found[file].replace(edit["old"], edit["new"], 1)
    return found
