"""Texts that are compared byte for byte, and rewritten only on purpose: ``--update-golden``."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Golden:
    """The golden files beside one test module."""

    folder: Path
    update: bool = False

    def check(self, name: str, text: str) -> None:
        """Fails when ``text`` is not what the file ``name`` holds; writes it when updating."""
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden file {path}: run with --update-golden, then read it"
        assert text == path.read_text(encoding="utf-8")
