"""A finding: what is wrong, where, and how bad, as a value. Content faults are never exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeAlias


class Severity(StrEnum):
    """How bad a finding is; errors stop publication."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A spot in a file: path relative to the repository, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1


class Key(str):
    """A last part of a path that means the key itself instead of the value behind it."""

    __slots__ = ()


FieldPath: TypeAlias = tuple[str | int, ...]
"""The way to a value inside an entity: ``("steps", 3, "next")``."""


class Positions(Protocol):
    """Where everything stands in the files."""

    def at(self, subject: str, path: FieldPath = ()) -> Position:
        """The spot of a value in what ``subject`` names: a reference, or a file.

        What the file does not hold is found at the nearest thing around it.
        """


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    ``code`` picks the wording from the language catalogue; ``details`` fill its blanks.
    ``subject`` is the reference of what it is about (``process:x``), empty when the finding
    is about the file itself.
    """

    code: str
    position: Position
    severity: Severity = Severity.ERROR
    details: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""

    @property
    def identity(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """What stays the same when lines move: the code, what it is about, and the details."""
        return self.code, self.subject or self.position.file, tuple(sorted(self.details.items()))

    def order(self) -> tuple[Position, str, str, str]:
        """The order in which findings are reported: path, line, column, code."""
        return self.position, self.code, str(sorted(self.details.items())), self.subject
