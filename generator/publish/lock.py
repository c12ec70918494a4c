"""One build at a time in a repository: who comes second waits."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = "building.lock"


@contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Holds the lock of a folder, which is made when needed.

    The lock is the system's own (``flock``), on an open file: it is gone with the process
    that holds it, however that ends, so nothing is ever left behind that stops the next
    build. Programs that a build starts do not inherit it. Windows has no such lock; there
    nothing is held.

    Args:
        folder: where the file of the lock stands.
        waiting: called once, when another build holds the lock, before the wait.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _NAME).open("a", encoding="utf-8") as file:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - Windows has none

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
