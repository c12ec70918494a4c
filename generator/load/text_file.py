"""Bytes of a file -> text that the YAML parser may see, within bounds; the rest are findings.

Everything that can be wrong with a file before its layout is looked at. Where it is safe
the text is repaired in memory, so that one run still reports what else is wrong.
"""

import re
import stat
from pathlib import Path

from generator.model.finding import Finding, Position

LARGEST = 1_000_000
"""The most bytes a file may have; 10 MB of YAML takes the parser seconds and 600 MB."""

_MOST_REPORTED = 20
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML or XML forbids, and characters that end a line unseen."""


def read_text(root: Path, file: str) -> tuple[str | None, list[Finding]]:
    """Reads one file.

    Args:
        root: the repository.
        file: the file, relative to ``root``.

    Returns:
        The text, or None when there is nothing to parse, and what is wrong with it.
    """
    path = root / file
    try:
        information = path.stat()
        if not stat.S_ISREG(information.st_mode):
            return None, [Finding("S102", Position(file), details={"file": file})]
        with path.open("rb") as stream:
            # Room for the largest possible file is slow to get, so only for one that grew.
            content = stream.read(min(information.st_size, LARGEST) + 1)
            if information.st_size < len(content) <= LARGEST:
                content += stream.read(LARGEST + 1 - len(content))
    except OSError:
        return None, [Finding("S101", Position(file))]
    if len(content) > LARGEST:
        size = max(information.st_size, len(content)) / 1_000_000
        return None, [Finding("S104", Position(file), details={"size": f"{size:.1f}"})]
    return _decode(content, file)


def text_of(content: bytes, file: str) -> str | None:
    """The text in the bytes of a file that is not on disk; None when there is none to parse."""
    return None if len(content) > LARGEST else _decode(content, file)[0]


def _decode(content: bytes, file: str) -> tuple[str | None, list[Finding]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Finding("S105", Position(file))]
    try:
        text, findings = content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        findings = [Finding("S105", _position(file, before, len(before)))]
        text = content.decode("cp1252", errors="replace")
    if text.startswith("\ufeff"):
        findings.append(Finding("S106", Position(file)))
        text = text[1:]
    return _without_forbidden(text, file, findings)


def _without_forbidden(text: str, file: str, findings: list[Finding]) -> tuple[str, list[Finding]]:
    if not _FORBIDDEN.search(text):
        return text, findings
    for number, match in enumerate(_FORBIDDEN.finditer(text)):
        if number == _MOST_REPORTED:
            break
        position = _position(file, text, match.start())
        findings.append(Finding("S107", position, details={"character": code_point(match[0])}))
    return _FORBIDDEN.sub(_REPLACEMENT, text), findings


def forbidden_in(text: str) -> str | None:
    """The first character of a parsed value that no file may hold, such as from ``\\x00``."""
    match = _FORBIDDEN.search(text)
    return match[0] if match else None


def without_forbidden(text: str) -> str:
    """The text with every forbidden character replaced."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def code_point(character: str) -> str:
    """How a character is named in a message: ``U+0000``."""
    return f"U+{ord(character):04X}"


def _position(file: str, text: str, index: int) -> Position:
    line_start = text.rfind("\n", 0, index) + 1
    return Position(file, text.count("\n", 0, index) + 1, index - line_start + 1)
