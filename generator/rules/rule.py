"""What a rule is: a module with a code, a name, a severity, a group, and a `check`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from generator.model.finding import FieldPath, Position, Severity
from generator.rules.inspection import Inspection


class Group(StrEnum):
    """What a rule looks at; the name of the folder its module stands in."""

    FLOW = "flow"
    NAMES = "names"
    WORDING = "wording"
    OBJECTS = "objects"
    RESPONSIBILITY = "responsibility"
    MATRIX = "matrix"
    EVIDENCE = "evidence"
    MEASURES = "measures"
    REFERENCES = "references"
    DOCUMENTS = "documents"
    STANDARDS = "standards"
    IMPROVEMENT = "improvement"
    SOURCE = "source"
    ORIGINS = "origins"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule sees: the thing it is about, where in that thing, and the details.

    ``subject`` is a reference (``process:x``, ``matrix``) or a file; the engine turns it
    and ``path`` into a line and a column, unless ``position`` says where it stands.
    """

    subject: str
    path: FieldPath = ()
    details: Mapping[str, str] = field(default_factory=dict)
    position: Position | None = None


def quoted(names: Iterable[str], *, most: int | None = None) -> str:
    """Names as a message shows them: in quotes, and beyond ``most`` only how many more."""
    listed = [f"'{name}'" for name in names]
    left = len(listed) - most if most is not None else 0
    return ", ".join(listed[:most]) + (f" (+{left})" if left > 0 else "")


class Rule(Protocol):
    """The face of a rule module.

    Beside the module stands a YAML file of the same name with cases: its tests, and the
    examples on its page. Its words stand in the message catalogue of its group.
    """

    @property
    def CODE(self) -> str:  # noqa: N802 - a constant of the module
        """The code, never reused."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """The fault in a few words: ``endless-loop``."""

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802
        """How bad the fault is, unless the settings say otherwise."""

    @property
    def GROUP(self) -> Group:  # noqa: N802
        """What the rule looks at."""

    @property
    def CLAUSES(self) -> tuple[str, ...]:  # noqa: N802
        """The clauses of ISO 9001:2015 that the rule serves, such as ``8.5.1``."""

    def check(self, inspection: Inspection, /) -> Iterator[Fault]:
        """Every fault of this kind in the handbook."""
