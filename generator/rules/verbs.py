"""Verbs in the names of steps, by the word lists of a language."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language import language

_VOWELS = frozenset("aeiou")
_SOFT = {"v": "f", "z": "s"}


@dataclass(frozen=True)
class Verbs:
    """The verbs of one language.

    ``infinitives`` are as a dictionary has them, ``stems`` what an order begins with
    (``herstel de fiets``), ``finite`` what stands in a sentence (``de monteur herstelt``).
    """

    verb_first: bool
    infinitives: frozenset[str]
    stems: frozenset[str]
    finite: frozenset[str]
    both: frozenset[str]
    none: frozenset[str]
    empty: frozenset[str]
    endings: tuple[str, ...]
    prefixes: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    articles: frozenset[str]

    def is_infinitive(self, word: str, accepted: Collection[str] = ()) -> bool:
        """Whether a word is a verb: of the list, accepted, with a prefix, or by its ending."""
        if word in self.infinitives or word in accepted:
            return True
        if word in self.none:
            return False
        if len(word) > 5 and word.endswith(self.endings):
            return True
        return any(
            word.startswith(prefix) and word[len(prefix) :] in self.infinitives
            for prefix in self.prefixes
        )

    def has_content(self, word: str) -> bool:
        """Whether a word can be the object: no article, preposition, adverb or number."""
        return word not in self.empty and not word.isdigit()


@cache
def verbs_of(code: str) -> Verbs:
    """The verbs of a language."""
    words = language(code).words
    infinitives = words["step-verbs"]
    stems = frozenset(
        stem for verb in infinitives for stem in stems_of(verb, words["infinitive-endings"])
    )
    return Verbs(
        verb_first=words["step-name-order"][0] == "verb",
        infinitives=frozenset(infinitives),
        stems=stems,
        finite=frozenset(stem + end for stem in stems for end in words["finite-endings"]),
        both=frozenset(words["verbs-and-nouns"]),
        none=frozenset(words["no-verbs"]),
        empty=frozenset(words["words-without-content"]),
        endings=words["verb-endings"],
        prefixes=words["verb-prefixes"],
        adverb_endings=words["adverb-endings"],
        articles=frozenset(words["articles"]),
    )


def stems_of(verb: str, endings: Sequence[str]) -> Iterator[str]:
    """The stem of a verb, in both spellings where only a dictionary knows which is right.

    A long vowel that stood at the end of a syllable is written twice (``bepal-en``:
    ``bepaal``), a double consonant once (``zett-en``: ``zet``), and v and z become f and s.
    """
    for ending in endings:
        if not verb.endswith(ending) or len(verb) < len(ending) + 2:
            continue
        stem = verb[: len(verb) - len(ending)]
        if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
            stem = stem[:-1]
        hard = stem[:-1] + _SOFT.get(stem[-1], stem[-1])
        yield hard
        if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS:
            yield hard[:-1] + stem[-2] + hard[-1]
