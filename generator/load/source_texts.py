"""The texts of files, read when a report quotes a line of one."""

from functools import cache
from pathlib import Path

from generator.load.text_file import read_text


class SourceTexts:
    """The text of every file of a repository, by its path in it."""

    def __init__(self, root: Path) -> None:
        """Looks below ``root`` only."""
        self._read = cache(lambda file: read_text(root, file)[0])

    def get(self, file: str, /) -> str | None:
        """The text of a file; None when it cannot be read."""
        return self._read(file)
