"""Which decisions ask for a judgement, and which for a choice of kind."""

from generator.model.handbook import slug
from generator.rules.flow.decisions import Asked
from generator.rules.inspection import Inspection
from generator.rules.phrases import words_of

_Answer = tuple[str, ...]
"""The words of an answer."""


class Judgements:
    """Tells a judgement (is it good enough?) from a choice of kind (which of these is it?).

    The answers tell: yes and no, something and not that, or words such as "approved". Asked
    about the decisions of a handbook one after the other.
    """

    def __init__(self, inspection: Inspection) -> None:
        """Takes the words of the handbook's language."""
        self._yes_and_no = frozenset(inspection.words("yes-and-no"))
        self._negations = frozenset(inspection.words("negations")) | self._yes_and_no
        self._verdicts = frozenset(inspection.words("verdicts"))
        self._given: set[tuple[str, frozenset[str]]] = set()

    def is_new_judgement(self, asked: Asked) -> bool:
        """Whether somebody has to judge here, and not only repeats an earlier verdict."""
        key = asked.subject, frozenset(slug(item.answer) for item in asked.decision.outcomes)
        is_repeated = key in self._given
        self._given.add(key)
        words = (words_of(outcome.answer) for outcome in asked.decision.outcomes)
        answers = {tuple(word.text for word in found) for found in words if found}
        if self._are_opposites(answers):
            return True
        return not is_repeated and any(not self._verdicts.isdisjoint(one) for one in answers)

    def _are_opposites(self, answers: set[_Answer]) -> bool:
        """Whether the answers are yes and no, or two are the same but for a word such as "not"."""
        if any(answer[0] in self._yes_and_no for answer in answers):
            return True
        positive = {tuple(word for word in one if word not in self._negations) for one in answers}
        return () in positive or len(positive) < len(answers)
