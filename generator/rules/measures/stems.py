"""Words that speak of the same thing: ``fietsen`` and ``fiets``, ``productieorder`` and ``order``.

Two words do when their stems are equal, when they begin with the same five letters, or when
the stem of one is a part of the other, as in a compound. That errs on the side of silence.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.language import language
from generator.rules.phrases import word_set, words_of

_SHORTEST = 3
"""What is shorter is no stem."""

_SAFE = 4
"""A word that loses ending after ending keeps so many letters."""

_STEM = 5
"""From so many letters on, a beginning is taken for a stem."""

_AFTER_A_PREFIX = 4
"""``verlengen`` and ``verlenen`` have five letters in common, of which the prefix has three."""

_LONGEST = 24
"""A longer word is looked into no further."""

_SOFT = {"v": "f", "z": "s"}
"""Dutch writes ``brieven`` but ``brief``, ``prijzen`` but ``prijs``."""


@dataclass(frozen=True)
class Lexicon:
    """What a language adds to letters: words without content, endings, and prefixes."""

    empty: frozenset[str]
    endings: tuple[str, ...]
    prefixes: tuple[str, ...]

    def content(self, text: str) -> tuple[str, ...]:
        """The words of a text that say what it is about, in order."""
        return tuple(
            word.text
            for word in words_of(text)
            if len(word.text) >= _SHORTEST and word.text not in self.empty
        )


@cache
def lexicon_of(code: str) -> Lexicon:
    """The lexicon of a language."""
    words = language(code).words
    prefixes = {*words["verb-prefixes"], *words["word-prefixes"]}
    return Lexicon(
        empty=frozenset(words["words-without-content"]) | set(words["measuring-words"]),
        endings=words["word-endings"],
        prefixes=tuple(sorted(prefixes, key=lambda prefix: (-len(prefix), prefix))),
    )


def share_a_stem(words: Iterable[str], texts: Collection[str], lexicon: Lexicon) -> bool:
    """Whether one of the words, or a word of the same stem, is in one of the texts."""
    asked = frozenset(words)
    if any(not asked.isdisjoint(word_set(text)) for text in texts):
        return True
    others = {word for text in texts for word in lexicon.content(text)}
    return _are_related(
        [stems_of(word, lexicon) for word in asked], [stems_of(word, lexicon) for word in others]
    )


@dataclass(frozen=True, slots=True)
class Stems:
    """How a word begins, its stems that a compound can hold, and the parts that it holds."""

    starts: frozenset[str]
    wholes: frozenset[str]
    parts: frozenset[str]


def _are_related(words: list[Stems], others: list[Stems]) -> bool:
    """Whether a word of the one list speaks of the same thing as a word of the other."""
    starts = {start for word in words for start in word.starts}
    wholes = {whole for word in words for whole in word.wholes}
    other_wholes = {whole for word in others for whole in word.wholes}
    if any(not starts.isdisjoint(word.starts) for word in others):
        return True
    return any(not wholes.isdisjoint(word.parts) for word in others) or any(
        not other_wholes.isdisjoint(word.parts) for word in words
    )


@lru_cache(maxsize=1 << 14)
def stems_of(word: str, lexicon: Lexicon) -> Stems:
    """The beginnings, the stems and the parts of a word."""
    plain = _plain(word)
    stems = frozenset(_stems(plain, lexicon.endings))
    return Stems(
        starts=frozenset(_start(stem, lexicon.prefixes) for stem in stems),
        wholes=frozenset(stem for stem in stems if len(stem) >= _length(stem, lexicon.prefixes)),
        parts=frozenset(_parts(_even(plain))),
    )


@lru_cache(maxsize=1 << 14)
def stem_of(word: str, lexicon: Lexicon) -> str:
    """What is left of a word without any ending: the same of ``opgeloste`` and ``opgelost``."""
    stem = _plain(word)
    while (shorter := min(_stems(stem, lexicon.endings, _SAFE), key=len)) != stem:
        stem = shorter
    return stem


def _start(stem: str, prefixes: tuple[str, ...]) -> str:
    return stem[: _length(stem, prefixes)]


def _length(stem: str, prefixes: tuple[str, ...]) -> int:
    """How many letters make the beginning of a stem its own."""
    prefix = next((prefix for prefix in prefixes if stem.startswith(prefix)), "")
    return max(_STEM, len(prefix) + _AFTER_A_PREFIX)


def _parts(word: str) -> Iterator[str]:
    word = word[:_LONGEST]
    for start in range(len(word) - _STEM + 1):
        for end in range(start + _STEM, len(word) + 1):
            yield word[start:end]


def _stems(plain: str, endings: tuple[str, ...], least: int = _SHORTEST) -> Iterator[str]:
    """The word, and the word without an ending."""
    yield _even(plain)
    for ending in endings:
        if plain.endswith(ending) and len(plain) - len(ending) >= least:
            yield _even(plain[: -len(ending)])


def _even(stem: str) -> str:
    """A stem in one spelling: ``taak`` and ``tak-en``, ``brief`` and ``briev-en``."""
    single = "".join(
        letter for place, letter in enumerate(stem) if place == 0 or letter != stem[place - 1]
    )
    return single[:-1] + _SOFT.get(single[-1:], single[-1:])


def _plain(word: str) -> str:
    """The letters and digits of a word, without accents and hyphens."""
    split = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in split if letter.isalnum())
