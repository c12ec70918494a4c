"""The staging tree: hand-written chapters and generated pages side by side, as plain files."""

import shutil
from collections.abc import Mapping
from pathlib import Path

IGNORED = ("adr", "readme")
"""Folders of ``docs/`` that are for developers and not part of the handbook."""


def stage(files: Mapping[str, str | bytes], written: Path, staging: Path) -> None:
    """Makes ``staging`` hold exactly the hand-written ``written`` tree plus ``files``.

    Files that already have the right content keep their time stamp, others are
    replaced, and files that belong to neither are removed.
    """
    wanted = {path: _bytes(content) for path, content in files.items()}
    for path in sorted(written.rglob("*")) if written.is_dir() else ():
        name = path.relative_to(written).as_posix()
        if path.is_file() and not name.startswith(tuple(f"{folder}/" for folder in IGNORED)):
            wanted.setdefault(name, path.read_bytes())
    for name, content in wanted.items():
        _write(staging / name, content)
    _remove_others(staging, set(wanted))


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _write(path: Path, content: bytes) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _remove_others(staging: Path, wanted: set[str]) -> None:
    for path in sorted(staging.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path.relative_to(staging).as_posix() not in wanted:
            path.unlink()
