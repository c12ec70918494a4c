"""Standards: their clauses by number and short title, and what of the handbook covers each.

Only numbers and short titles: the text of a standard is its publisher's.
"""

from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Entity, Line, Part, Text
from generator.model.identifiers import CoverageId, Lines, NoteId, Reference, StandardId

ClauseNumber = Annotated[
    str, StringConstraints(pattern=r"^[A-Z0-9][0-9]*(\.[0-9]+)*(-[a-z])?$", max_length=20)
]
"""The number of a clause: ``7.5.3``, or ``4.4.1-a`` for a lettered part of one."""


class Clause(Part):
    """One clause of a standard, or a lettered part of one."""

    number: ClauseNumber
    title: Line
    equivalents: tuple[Reference, ...] = ()
    """The clauses of other standards or editions that ask the same: ``standard:x#4.1``."""
    lines: tuple[Lines, ...] = ()
    notes: tuple[NoteId, ...] = ()

    @property
    def shown(self) -> str:
        """The number as people write it: ``4.4.1 a``."""
        return self.number.replace("-", " ")

    @property
    def parent(self) -> str:
        """The number of the clause around it; empty at the top."""
        whole, _, letter = self.number.partition("-")
        return whole if letter else whole.rpartition(".")[0]


class Standard(Entity):
    """A standard in one edition; ``id`` comes from the file's name."""

    id: StandardId
    name: Line
    title: Line | None = None
    edition: Line | None = None
    applies: bool | None = None
    """Whether the organisation works by it; None while nobody decided."""
    replaced_by: StandardId | None = None
    cited_as: Line | None = None
    """What stands before a clause's number where the handbook cites it: ``2008:``."""
    explanation: Text | None = None
    clauses: tuple[Clause, ...] = ()

    def clause(self, number: str) -> Clause | None:
        """The clause of a number, or None."""
        return next((clause for clause in self.clauses if clause.number == number), None)


class Coverage(Entity):
    """How the organisation meets a clause, or why the clause does not apply to it."""

    id: CoverageId
    clause: Reference
    by: tuple[Reference, ...] = ()
    how: Text | None = None
    missing: Text | None = None
    """What the clause asks for and the handbook does not have."""
    excluded: Text | None = None
    """Why the clause does not apply (ISO 9001:2015, 4.3: a justification)."""
