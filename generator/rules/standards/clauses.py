"""The clauses that the rules ask about: those of standards that may apply, and how they stand."""

from collections.abc import Iterator

from generator.evaluation.coverage import ClauseStanding, standings
from generator.model.handbook import Handbook


def asked(handbook: Handbook) -> Iterator[tuple[ClauseStanding, ...]]:
    """How the clauses stand of every standard that applies, or of which that is not decided.

    An edition that another has replaced is not asked for. Nothing is asked while a register
    that tells how clauses stand could not be read: that is a fault of its own.
    """
    if handbook.unread.intersection(("coverage", "chapter")):
        return
    for standard in handbook.standards.values():
        if standard.applies is not False and standard.replaced_by is None:
            yield standings(standard, handbook)
