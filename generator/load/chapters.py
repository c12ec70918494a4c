"""The hand-written chapters: Markdown files under ``docs/``, read as text."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from generator.load.text_file import read_text
from generator.load.yaml_source import read_yaml
from generator.model.finding import Finding, Position

_HEAD = re.compile(r"\A-{3}[ \t]*\n(?P<meta>.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""The front matter, as MkDocs finds it."""

_FENCE = re.compile(
    r"^[ ]*(?P<mark>`{3,}|~{3,})[ ]*\{?\.?(?:plant)?uml\b[^\n]*\n(?P<text>.*?)^[ ]*(?P=mark)[ ]*$",
    re.DOTALL | re.MULTILINE,
)
_NO = frozenset({"", "false", "no", "off", "0"})


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
        """Whether the front matter asks for macros to be filled in, in any word for yes."""
        head = _HEAD.match(self.text)
        node = read_yaml(head["meta"], self.file)[0] if head else None
        meta = node.value if node and isinstance(node.value, dict) else {}
        return str(meta.get("render_macros") or "").lower() not in _NO

    @property
    def fences(self) -> tuple[Fence, ...]:
        """The PlantUML fences, in order."""
        found = _FENCE.finditer(self.text)
        return tuple(
            Fence(match["text"], self.text.count("\n", 0, match.start()) + 1) for match in found
        )


def read_chapters(root: Path) -> tuple[tuple[ChapterText, ...], tuple[Finding, ...]]:
    """Every Markdown file under ``docs/`` in order of path, and what is wrong with the files.

    What leads out of the repository is a fault, whatever it is: all of ``docs/`` is published.
    """
    found: list[ChapterText] = []
    findings: list[Finding] = []
    real_root = os.path.realpath(root)
    for path in sorted((root / "docs").rglob("*")):
        file = path.relative_to(root).as_posix()
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(real_root):
            findings.append(Finding("S103", Position(file), details={"file": file}))
        elif path.suffix == ".md" and not path.is_dir():
            text, wrong = read_text(root, file)
            findings += wrong
            if text is not None:
                found.append(ChapterText(file, text.replace("\r\n", "\n")))
                findings += _wrong_head(found[-1])
    return tuple(found), tuple(findings)


def _wrong_head(chapter: ChapterText) -> list[Finding]:
    """What is wrong with the front matter, which MkDocs would pass over in silence."""
    head = _HEAD.match(chapter.text)
    if head is None or not head["meta"].strip():
        return []
    # An empty line in place of the first mark keeps the numbers of the lines.
    _, findings = read_yaml("\n" + head["meta"], chapter.file)
    return findings
