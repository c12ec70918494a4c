"""A finding: what is wrong, where, and how bad, as a value. Content faults are never exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    ``code`` picks the wording from the language catalogue; ``details`` fill its blanks.
    """

    code: str
    position: Position
    severity: Severity = Severity.ERROR
    details: Mapping[str, str] = field(default_factory=dict)

    def order(self) -> tuple[Position, str, str]:
        """The order in which findings are reported: path, line, column, code."""
        return self.position, self.code, str(sorted(self.details.items()))
