"""``[tool.handbook]`` in pyproject.toml -> the settings of the check."""

import tomllib
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.finding import Finding, Position
from generator.model.guess import nearest
from generator.model.settings import Options, Settings

FILE = "pyproject.toml"


def read_settings(root: Path) -> tuple[Settings, list[Finding]]:
    """Reads the settings of the repository at ``root``.

    Returns:
        The settings, those that are wrong left at their default, and what is wrong.
    """
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        tool = tomllib.loads(text).get("tool", {})
    except FileNotFoundError:
        return Settings(), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(), [Finding("S401", Position(FILE), details={"problem": str(error)})]
    given = tool.get("handbook", {}) if isinstance(tool, dict) else {}
    try:
        return Settings.model_validate(given), []
    except ValidationError as error:
        return Settings(), [_wrong(item, text) for item in error.errors(include_url=False)]


def place_of_setting(root: Path, name: str) -> Position:
    """Where a setting stands, for what is wrong with it beyond its form."""
    return Position(FILE, _line_of(name, (root / FILE).read_text(encoding="utf-8")))


def _wrong(error: ErrorDetails, text: str) -> Finding:
    """What is wrong with one setting, at the line that holds its name."""
    names = [str(part) for part in error["loc"] if part != "[key]"]
    details = {"key": ".".join(["tool", "handbook", *names])}
    place = Position(FILE, _line_of(names[-1] if names else "", text))
    if error["type"] == "extra_forbidden":
        known = Options if len(names) > 1 else Settings
        aliases = tuple(str(field.alias) for field in known.model_fields.values())
        return Finding("S402", place, details=details | nearest(names[-1], aliases))
    return Finding("S403", place, details=details | {"value": str(error["input"])})


def _line_of(name: str, text: str) -> int:
    """The first line of the part about the handbook that starts with a name, else line 1."""
    inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        start = line.strip()
        if start.startswith("["):
            inside = start.startswith("[tool.handbook")
        if inside and name and start.lstrip("[\"'").startswith(name):
            return number
    return 1
