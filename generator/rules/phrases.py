"""Words and phrases found in a text: whole words, whatever their case and blanks."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Meaning = TypeVar("Meaning")

_SENTENCE_END = re.compile(r"[.!?;:](?=\s)|\n")
_LONGEST_SENTENCE = 400
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


class Word(NamedTuple):
    """One word of a text in lower case, and where it starts and ends."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; hyphens and points inside a word belong to it."""
    return tuple(Word(found[0].lower(), *found.span()) for found in _WORD.finditer(text))


@lru_cache(maxsize=1 << 16)
def word_set(text: str) -> frozenset[str]:
    """The different words of a text, to see at once that none of many is in it."""
    return frozenset(word.text for word in words_of(text))


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in the same sentence."""
    begin = max(0, start - _LONGEST_SENTENCE)
    for end in _SENTENCE_END.finditer(text, begin, start):
        begin = end.end()
    return text[begin:start]


def sentence_at(text: str, start: int) -> str:
    """The sentence at a place in a text."""
    end = _SENTENCE_END.search(text, start, start + _LONGEST_SENTENCE)
    return (
        sentence_before(text, start)
        + text[start : end.start() if end else start + _LONGEST_SENTENCE]
    )


class Mention(NamedTuple, Generic[Meaning]):
    """A phrase that a text holds: what it means, as it is written, and where it starts."""

    meaning: Meaning
    text: str
    start: int


class Phrases(Generic[Meaning]):
    """Phrases of one or more words, each with a meaning, to be found in texts."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Takes the phrases; of two equal ones the first counts."""
        self._meanings: dict[tuple[str, ...], Meaning] = {}
        self._lengths: dict[str, list[int]] = {}
        self._found: dict[str, tuple[Mention[Meaning], ...]] = {}
        for phrase, meaning in phrases:
            words = tuple(word.text for word in words_of(phrase))
            if words and words not in self._meanings:
                self._meanings[words] = meaning
                self._lengths.setdefault(words[0], []).append(len(words))
        for word, lengths in self._lengths.items():
            self._lengths[word] = sorted(set(lengths), reverse=True)

    def mentions(self, text: str) -> Iterator[Mention[Meaning]]:
        """Every phrase in a text, the longest one at each place, none inside another."""
        found = self._found.get(text)
        if found is None:
            none = self._lengths.keys().isdisjoint(word_set(text))
            found = self._found[text] = () if none else tuple(self._mentions(text))
        return iter(found)

    def _mentions(self, text: str) -> Iterator[Mention[Meaning]]:
        words = words_of(text)
        index = 0
        while index < len(words):
            phrase = self._longest(words, index)
            if phrase:
                start, end = words[index].start, words[index + len(phrase) - 1].end
                yield Mention(self._meanings[phrase], text[start:end], start)
            index += len(phrase) or 1

    def _longest(self, words: tuple[Word, ...], index: int) -> tuple[str, ...]:
        for length in self._lengths.get(words[index].text, ()):
            phrase = tuple(word.text for word in words[index : index + length])
            if phrase in self._meanings:
                return phrase
        return ()
