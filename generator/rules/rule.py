"""What a rule is: a module with a code, a name, a severity, a group, and a `check`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import Handbook


class Group(StrEnum):
    """What a rule looks at."""

    REFERENCES = "references"
    FLOW = "flow"
    DOCUMENTS = "documents"
    SOURCE = "source"
    ORIGINS = "origins"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule sees: the thing it is about, where in that thing, and the details.

    ``subject`` is a reference (``process:x``, ``matrix``) or a file; the engine turns it
    and ``path`` into a line and a column.
    """

    subject: str
    path: FieldPath = ()
    details: Mapping[str, str] = field(default_factory=dict)


class Rule(Protocol):
    """The face of a rule module; its docstring says what it finds, why, and how to fix it."""

    @property
    def CODE(self) -> str:  # noqa: N802 - a constant of the module
        """The code, never reused."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """The fault in a few words: ``endless-loop``."""

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802
        """How bad the fault is."""

    @property
    def GROUP(self) -> Group:  # noqa: N802
        """What the rule looks at."""

    def check(self, handbook: Handbook, /) -> Iterator[Fault]:
        """Every fault of this kind in the handbook."""
