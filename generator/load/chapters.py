"""The hand-written chapters: Markdown files under ``docs/``, read as text."""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.model.finding import Finding, Position

_HEAD = re.compile(r"\A---\n(?P<meta>.*?)\n---\n", re.DOTALL)
_FENCE = re.compile(r"^```plantuml\b[^\n]*\n(?P<text>.*?)^```\s*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fence:
    """A PlantUML fence in a chapter: its text, and the line in the file where it starts."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ChapterText:
    """A Markdown file: its path in the repository and its text."""

    file: str
    text: str

    @property
    def path(self) -> str:
        """The path in the staging tree."""
        return self.file.removeprefix("docs/")

    @property
    def has_macros(self) -> bool:
        """Whether the front matter asks for macros to be filled in."""
        head = _HEAD.match(self.text)
        return bool(head and re.search(r"^render_macros:\s*true\s*$", head["meta"], re.MULTILINE))

    @property
    def fences(self) -> tuple[Fence, ...]:
        """The PlantUML fences, in order."""
        found = _FENCE.finditer(self.text)
        return tuple(
            Fence(match["text"], self.text.count("\n", 0, match.start()) + 1) for match in found
        )


def read_chapters(root: Path) -> tuple[tuple[ChapterText, ...], tuple[Finding, ...]]:
    """Every Markdown file under ``docs/`` in order of path, and the ones that cannot be read."""
    found: list[ChapterText] = []
    findings: list[Finding] = []
    for path in sorted((root / "docs").rglob("*.md")):
        file = path.relative_to(root).as_posix()
        try:
            found.append(ChapterText(file, path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError):
            findings.append(Finding("C101", Position(file)))
    return tuple(found), tuple(findings)
