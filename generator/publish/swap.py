"""Publishing in one step: a finished folder takes the place of the published one."""

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(finished: Path, published: Path) -> None:
    """Puts ``finished`` where ``published`` is and removes what was there.

    On Linux the two folders trade places in one system call, so that a reader, or a
    kill at any moment, finds one whole site. Elsewhere two renames follow each other.

    Raises:
        OSError: when the folders are not on one file system or may not be renamed.
    """
    if not published.exists():
        finished.rename(published)
    elif _exchange(finished, published):
        shutil.rmtree(finished)
    else:
        old = _old(published)
        shutil.rmtree(old, ignore_errors=True)
        published.rename(old)
        finished.rename(published)
        shutil.rmtree(old)


def recover(published: Path) -> None:
    """Puts back what was published when a swap of two renames was broken off in between."""
    old = _old(published)
    if old.is_dir() and not published.exists():
        old.rename(published)


def _old(published: Path) -> Path:
    return published.with_name(published.name + ".old")


def _exchange(one: Path, other: Path) -> bool:
    """Whether the two paths traded places atomically (renameat2, Linux 3.15 and later)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)
