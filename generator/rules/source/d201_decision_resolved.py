"""A decision that is the organisation's own has been taken in the handbook.

What it finds: a note of kind `decision` with a `resolution`.

Why it matters: time limits, authority, security, money and promises to customers are
decided by the organisation; the handbook shows the readings and chooses none.

How to fix: take the resolution out, or make the note `derivable` when nothing else is
possible.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.model.handbook import Handbook
from generator.model.quality import NoteKind
from generator.rules.rule import Fault, Group

CODE: Final = "D201"
NAME: Final = "decision-resolved"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every decision that was resolved."""
    for identifier, note in handbook.notes.items():
        if note.kind is NoteKind.DECISION and note.resolution:
            yield Fault(f"note:{identifier}", (Key("resolution"),), {"id": str(identifier)})
