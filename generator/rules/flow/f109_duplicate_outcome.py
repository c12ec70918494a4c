"""Two answers of one decision say the same, so that nobody can tell which way to go."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import slug
from generator.rules.flow.decisions import decisions
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "F109"
NAME: Final = "duplicate-outcome"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")

_SYMBOLS = frozenset({"Sm", "Sc"})
"""Signs that tell answers apart: ``< 10`` and ``> 10``, ``€ 5`` and ``$ 5``."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every answer that an earlier answer of the same decision has given."""
    for asked in decisions(inspection.handbook):
        seen: dict[tuple[str, ...], str] = {}
        for number, outcome in enumerate(asked.decision.outcomes):
            said = _meaning(outcome.answer)
            if said in seen:
                yield asked.fault(number, first=seen[said])
            elif said[0]:
                seen[said] = outcome.answer


def _meaning(answer: str) -> tuple[str, ...]:
    """What an answer says, apart from capitals and full stops; empty without a letter or digit."""
    symbols = () if answer.isalnum() else _symbols(answer)
    return (slug(answer), *symbols)


def _symbols(answer: str) -> tuple[str, ...]:
    return tuple(sign for sign in answer if unicodedata.category(sign) in _SYMBOLS)
