"""A contradiction that could be fixed does not say how it was."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.quality import NoteKind
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "D202"
NAME: Final = "unresolved-note"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE
CLAUSES: Final = ("7.5.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every note that needs a resolution and has none."""
    for identifier, note in inspection.handbook.notes.items():
        if note.kind is not NoteKind.DECISION and not note.resolution:
            details = {"id": str(identifier), "notekind": note.kind.value}
            yield Fault(f"note:{identifier}", ("resolution",), details)
