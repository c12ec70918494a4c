"""A decision asks for a judgement and does not say what it is judged by.

A choice of kind (which of these is it?) and what an outsider wants need no criterion.
ISO 9001:2015, 4.4.1 c: the criteria for the control of processes are determined.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Severity
from generator.rules.flow.decisions import Asked, decisions
from generator.rules.flow.judgements import Judgements
from generator.rules.inspection import Inspection
from generator.rules.phrases import words_of
from generator.rules.rule import Fault, Group

CODE: Final = "F113"
NAME: Final = "decision-without-criterion"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1", "8.6")

_AT_THE_START = 2
"""How many words come before whom a question is about: "Does the customer agree?"."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every judgement of our own without a criterion, unless that is declared open."""
    judgements = Judgements(inspection)
    outsiders = _Outsiders(inspection)
    for asked in decisions(inspection.handbook):
        if (
            judgements.is_new_judgement(asked)
            and not asked.decision.criterion
            and not _is_open(asked)
            and not outsiders.decide(asked)
        ):
            details = {"question": asked.decision.question}
            yield Fault(asked.subject, (*asked.path, "question"), details)


def _is_open(asked: Asked) -> bool:
    path = f"steps.{asked.step.id}.decision.criterion"
    return asked.process.origin(path).origin is OriginKind.OPEN


class _Outsiders:
    """Those outside the organisation: whether they decide, or are asked what they want."""

    def __init__(self, inspection: Inspection) -> None:
        roles = inspection.handbook.roles
        self._inside = {str(role.id) for role in roles.values() if not role.external}
        self._outside = {str(role.id) for role in roles.values() if role.external}
        self._names = inspection.names

    def decide(self, asked: Asked) -> bool:
        """Whether nobody inside the organisation has to judge."""
        deciders = asked.decision.decided_by or asked.step.decided_by or asked.step.performers
        if deciders and self._inside.isdisjoint(deciders):
            return True
        question = asked.decision.question
        return any(
            mention.meaning.kind == "role"
            and mention.meaning.id in self._outside
            and len(words_of(question[: mention.start])) <= _AT_THE_START
            for mention in self._names.mentions(question)
        )
