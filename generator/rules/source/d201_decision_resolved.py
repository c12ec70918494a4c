"""A decision that is the organisation's own has been taken in the handbook."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.model.quality import NoteKind
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "D201"
NAME: Final = "decision-resolved"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE
CLAUSES: Final = ("5.3", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every decision that was resolved."""
    for identifier, note in inspection.handbook.notes.items():
        if note.kind is NoteKind.DECISION and note.resolution:
            yield Fault(f"note:{identifier}", (Key("resolution"),), {"id": str(identifier)})
