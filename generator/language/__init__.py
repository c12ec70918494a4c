"""Words in the organisation's language: labels, messages and field texts, as data.

The catalogues are YAML files beside this module, one per subject and language; nothing
else in the generator holds a word that a reader sees.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Language:
    """The words of one language, each catalogue read when it is first asked for."""

    code: str

    @cached_property
    def labels(self) -> Mapping[str, Any]:
        """What stands on pages, nested by subject: ``labels["status"]["draft"]``."""
        return _read("labels", self.code)

    @cached_property
    def messages(self) -> Mapping[str, Any]:
        """The words of findings and rules by code: name, message, hint, what, why, fix."""
        return _read("messages", self.code)

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """A key's label, meaning and example by ``Type.field``."""
        return _read("fields", self.code)

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The word lists of the rules, by name."""
        lists = _read("words", self.code)
        return {name: tuple(words) for name, words in lists.items()}

    def label(self, path: str, /, **blanks: object) -> str:
        """The label at a dotted path, its blanks filled.

        Raises:
            KeyError: when the catalogue has no such label, which a test rules out.
        """
        found: Any = self.labels
        for part in path.split("."):
            found = found[part]
        text = str(found)
        return text.format(**blanks) if blanks else text

    def field(self, part: str, key: str) -> Mapping[str, str]:
        """The name, meaning and example of a key: its own text, or the one for every type.

        Raises:
            KeyError: when the catalogue has no such key, which a test rules out.
        """
        found: Mapping[str, str] = self.fields.get(f"{part}.{key}") or self.fields[f"*.{key}"]
        return found


@cache
def language(code: str) -> Language:
    """The catalogue of ``nl`` or ``en``."""
    return Language(code)


def _read(subject: str, code: str) -> Mapping[str, Any]:
    """All files of one subject, merged: ``labels.nl.yml``, ``labels-process.nl.yml``, ..."""
    found: dict[str, Any] = {}
    names = (entry.name for entry in files(__name__).iterdir())
    for name in sorted(name for name in names if _subject_of(name, code) == subject):
        text = files(__name__).joinpath(name).read_text(encoding="utf-8")
        found |= yaml.load(text, Loader=yaml.CBaseLoader) or {}  # noqa: S506 - text only
    return found


def _subject_of(name: str, code: str) -> str | None:
    stem = name.removesuffix(f".{code}.yml")
    return stem.partition("-")[0] if stem != name else None
