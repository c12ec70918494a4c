"""Whether a goal names a result: a state that is reached, not the work that leads there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.language import language
from generator.rules.phrases import words_of
from generator.rules.verbs import Verbs, verbs_of


@dataclass(frozen=True)
class Results:
    """What the words of one language say about goals.

    ``sentence`` are the verbs that make a sentence, which tells a result. ``ambiguous`` are
    the verbs that can be something else as well; ``states`` what a result can end with.
    """

    verbs: Verbs
    more_verbs: frozenset[str]
    ambiguous: frozenset[str]
    states: frozenset[str]
    participle_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    sentence: frozenset[str]
    belonging: frozenset[str]
    trouble: frozenset[str]
    relief: frozenset[str]

    def names_a_result(self, goal: str) -> bool:
        """Whether a goal is no bare activity and no bare trouble; in doubt it is a result."""
        words = [word.text for word in words_of(goal) if any(map(str.isalpha, word.text))]
        start = next((place for place, word in enumerate(words) if self._counts(word)), None)
        if start is None or not self.sentence.isdisjoint(words):
            return True
        return not (self._is_activity(words[start:], start) or self._is_trouble(words[start:]))

    def _counts(self, word: str) -> bool:
        """Whether a word can be the first that matters: no article, adverb or preposition."""
        return (
            self.verbs.has_content(word)
            and word not in self.verbs.articles
            and not word.endswith(self.verbs.adverb_endings)
        )

    def _is_activity(self, words: Sequence[str], before: int) -> bool:
        if self.verbs.verb_first:
            return self._is_order(words)
        if self._is_verb(words[0]) and (len(words) > 1 or not before):
            return True
        if any(self._is_verb(word) and after in self.belonging for word, after in pairwise(words)):
            return True
        return self._is_verb(words[-1]) and words[-1] not in self.states

    def _is_order(self, words: Sequence[str]) -> bool:
        """``Repair the bicycle`` and ``Repairing bicycles``, not ``Orders delivered``."""
        if self._is_gerund(words[0]):
            return True
        if len(words) > 1 and words[1] in self.verbs.articles:
            return self._is_verb(words[0]) or words[0] in self.ambiguous
        ends_in_a_state = words[-1] in self.states or words[-1].endswith(self.participle_endings)
        return self._is_verb(words[0]) and not ends_in_a_state

    def _is_verb(self, word: str) -> bool:
        if word in self.ambiguous or word in self.verbs.none:
            return False
        listed = word in self.verbs.infinitives or word in self.more_verbs
        return listed or (len(word) > 5 and word.endswith(self.verbs.endings))

    def _is_gerund(self, word: str) -> bool:
        """``resolving`` from ``resolve``, ``planning`` from ``plan``."""
        for ending in self.gerund_endings:
            stem = word.removesuffix(ending)
            if stem != word and any(
                form in self.verbs.infinitives or form in self.more_verbs
                for form in (stem, f"{stem}e", stem[:-1])
            ):
                return True
        return False

    def _is_trouble(self, words: Sequence[str]) -> bool:
        """``Bugs in the software``: the first word is what the process should take away."""
        if words[0] not in self.trouble or not self.relief.isdisjoint(words):
            return False
        return words[-1] not in self.states and not words[-1].endswith(self.participle_endings)


@cache
def results_of(code: str) -> Results:
    """The words of a language."""
    words = language(code).words
    verbs = verbs_of(code)
    more_verbs = frozenset(words["verbs-in-goals"])
    # "voorkomen" is a participle as well; in a goal it is what people do.
    states = {*words["state-words"], *words["strong-participles"]} - more_verbs
    return Results(
        verbs=verbs,
        more_verbs=more_verbs,
        ambiguous=verbs.both | (states if verbs.verb_first else set()),
        states=frozenset(states),
        participle_endings=words["participle-endings"],
        gerund_endings=words["gerund-endings"],
        sentence=frozenset(words["verbs-of-a-sentence"]),
        belonging=frozenset(words["words-of-belonging"]),
        trouble=frozenset(words["words-of-trouble"]),
        relief=frozenset(words["words-of-relief"]),
    )
