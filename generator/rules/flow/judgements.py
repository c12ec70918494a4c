"""Which decisions ask for a judgement, and which for a choice of kind."""

from functools import cache

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
        self._read = cache(self._read_answers)
        self._given: set[tuple[str, frozenset[str]]] = set()

    def is_new_judgement(self, asked: Asked) -> bool:
        """Whether somebody has to judge here, and not only repeats an earlier verdict."""
        said = tuple(outcome.answer for outcome in asked.decision.outcomes)
        key = asked.subject, frozenset(map(slug, said))
        is_repeated = key in self._given
        self._given.add(key)
        are_opposites, hold_a_verdict = self._read(said)
        return are_opposites or (hold_a_verdict and not is_repeated)

    def _read_answers(self, said: tuple[str, ...]) -> tuple[bool, bool]:
        """Whether the answers are opposites, and whether one of them is a verdict."""
        answers = {tuple(word.text for word in words_of(answer)) for answer in said} - {()}
        verdicts = any(not self._verdicts.isdisjoint(one) for one in answers)
        return self._are_opposites(answers), verdicts

    def _are_opposites(self, answers: set[_Answer]) -> bool:
        """Whether the answers are yes and no, or two are the same but for a word such as "not"."""
        if any(answer[0] in self._yes_and_no for answer in answers):
            return True
        positive = {tuple(word for word in one if word not in self._negations) for one in answers}
        return () in positive or len(positive) < len(answers)
