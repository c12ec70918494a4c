"""Whether a text names a state: a participle, an adjective, or a phrase such as ``in stock``."""

from dataclasses import dataclass
from functools import cache

from generator.language import language
from generator.rules.phrases import words_of
from generator.rules.verbs import stems_of

_LONGEST_STEM = 10
"""A longer word with the beginning and the end of a participle is mostly a compound noun."""


@dataclass(frozen=True)
class States:
    """What the words of a language that name a state look like."""

    words: frozenset[str]
    none: frozenset[str]
    endings: tuple[str, ...]
    prefixes: tuple[str, ...]
    negative: tuple[str, ...]
    participle_starts: tuple[str, ...]
    participle_ends: tuple[str, ...]
    before: frozenset[str]

    def names_a_state(self, text: str) -> bool:
        """Whether one of the words is a state, or the first shows that the whole is one."""
        words = [part for word in words_of(text) for part in word.text.split("-") if part]
        if len(words) > 1 and words[0] in self.before:
            return True
        return any(self._is_state(word) for word in words)

    def _is_state(self, word: str) -> bool:
        if word in self.none:
            return False
        return self._is_listed(word) or any(
            word.startswith(prefix) and self._is_listed(word[len(prefix) :])
            for prefix in self.negative
        )

    def _is_listed(self, word: str) -> bool:
        if word in self.words or (word.endswith(self.endings) and word not in self.none):
            return True
        return self._is_participle(word) or any(
            word.startswith(prefix)
            and (word[len(prefix) :] in self.words or self._is_participle(word[len(prefix) :]))
            for prefix in self.prefixes
        )

    def _is_participle(self, word: str) -> bool:
        if word in self.none or not word.endswith(self.participle_ends):
            return False
        return any(
            not start or (word.startswith(start) and 2 < len(word) - len(start) <= _LONGEST_STEM)
            for start in self.participle_starts
        )


@cache
def states_of(code: str) -> States:
    """The states of a language."""
    words = language(code).words
    starts = words["participle-prefixes"]
    regular = {
        stem + end
        for verb in words["step-verbs"]
        if verb.startswith(starts)
        for stem in stems_of(verb, words["infinitive-endings"])
        for end in ("", *words["participle-endings"])
    }
    listed = {*words["state-words"], *words["strong-participles"]}
    return States(
        words=frozenset((listed | regular) if all(starts) else listed),
        none=frozenset(words["no-states"]),
        endings=words["state-endings"],
        prefixes=words["verb-prefixes"],
        negative=words["negative-prefixes"],
        participle_starts=starts,
        participle_ends=words["participle-endings"],
        before=frozenset(words["words-before-a-state"]),
    )
