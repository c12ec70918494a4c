"""A contradiction that could be fixed does not say how it was.

What it finds: a note of kind `editorial` or `derivable` without a `resolution`.

Why it matters: the reader sees that the source was changed, and must be able to see why.

How to fix: write in `resolution` what was done, or make the note a `decision`.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.model.quality import NoteKind
from generator.rules.rule import Fault, Group

CODE: Final = "D202"
NAME: Final = "unresolved-note"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every note that needs a resolution and has none."""
    for identifier, note in handbook.notes.items():
        if note.kind is not NoteKind.DECISION and not note.resolution:
            details = {"id": str(identifier), "notekind": note.kind.value}
            yield Fault(f"note:{identifier}", ("resolution",), details)
