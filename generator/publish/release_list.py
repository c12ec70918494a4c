"""A new line in the list of releases, with every comment and blank of the file as it was."""

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from generator.model.usage import UsageError

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_KEYS = ("id", "name", "commit", "date", "tag")


class CannotAddError(UsageError):
    """The line cannot be added to the text as it is."""


def release_lines(release: Mapping[str, str], *, indent: int = 0, end: str = "\n") -> str:
    """The lines of a release, as they are written at the end of the list."""
    known = [(key, release[key]) for key in _KEYS if release.get(key)]
    marks = ("- ", *("  " for _ in known))
    lines = (
        f"{' ' * indent}{mark}{key}: {_scalar(value)}"
        for mark, (key, value) in zip(marks, known, strict=False)
    )
    return "".join(line + end for line in lines)


def with_release(text: str, release: Mapping[str, str]) -> str:
    """The text of ``organisation/releases.yml`` with a release added at its end.

    Args:
        text: the file as it is; empty when there is none yet.
        release: the values of the release by key.

    Raises:
        CannotAddError: when the file is written in a way that lines at its end do not fit.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    before = _items(text)
    kept = text if before or not text.strip().endswith("[]") else text.rstrip()[:-2]
    gap = end if kept and not kept.endswith("\n") else ""
    found = kept + gap + release_lines(release, indent=_indent(kept), end=end)
    if _items(found) != [*before, {key: value for key, value in release.items() if value}]:
        raise CannotAddError(release_lines(release))
    return found


def _items(text: str) -> list[Any]:
    try:
        found = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - text only
    except yaml.YAMLError as error:
        raise CannotAddError(str(error)) from error
    return found if isinstance(found, list) else [] if not found else [found]


def _indent(text: str) -> int:
    """The column at which the items of the list begin."""
    root = yaml.compose(text, Loader=yaml.CBaseLoader) if text.strip() else None
    return root.start_mark.column if isinstance(root, yaml.SequenceNode) else 0


def _scalar(value: str) -> str:
    """A value as it is written: plain where YAML takes it as text anyway, else in quotes."""
    try:
        plain = yaml.safe_load(f"- k: {value}") == [{"k": value}]
    except yaml.YAMLError:
        plain = False
    return value if plain or _DATE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
