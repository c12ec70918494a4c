"""Enumerations after a number: ``drie soorten: a, b en c``, and how many things they hold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from generator.language import language
from generator.rules.phrases import Word, word_set, words_of

_FARTHEST = 7
"""So many words may stand between the number and the colon."""

_LONGEST_ITEM = 9
"""An item of more words may hold commas of its own."""

_LONGEST_LIST = 1000
"""A list of more characters is not counted."""

_SENTENCE_END = re.compile(r"[.?!](?=\s+[^a-z\s]|\s*$)|\n\s*\n")
_BREAK = re.compile(r"[.;?!()\n]")
_BRACKETS = re.compile(r"\([^()]*\)")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+\S", re.MULTILINE)


class Enumeration(NamedTuple):
    """What is counted, the number that is stated, and how many things follow."""

    what: str
    stated: int
    counted: int


@dataclass(frozen=True)
class Enumerations:
    """The words of one language with which things are counted off.

    ``unsure`` make a number no exact count, ``measures`` are no things, ``partial`` say that
    the list is not complete, ``joining`` come before its last item, ``clauses`` show that
    something is a sentence and no item.
    """

    numbers: Mapping[str, int]
    unsure: frozenset[str]
    measures: frozenset[str]
    partial: frozenset[str]
    joining: frozenset[str]
    clauses: frozenset[str]
    belonging: frozenset[str]
    articles: frozenset[str]

    def within(self, text: str) -> Iterator[Enumeration]:
        """Every enumeration of a text that can be counted without doubt."""
        if ":" not in text:
            return
        words = words_of(text)
        for place, word in enumerate(words):
            stated = self._number(word.text)
            colon = text.find(":", word.end) if stated else -1
            if colon < 0 or not self._is_count(text, words, place, colon):
                continue
            counted = self._items(_list_after(text, colon))
            if counted:
                yield Enumeration(text[word.start : colon].strip(), stated, counted)

    def _number(self, word: str) -> int:
        """The number that a word is, 0 when it is none from 2 on."""
        value = self.numbers.get(word, int(word) if word.isdecimal() and len(word) < 3 else 0)
        return value if value > 1 else 0

    def _is_count(self, text: str, words: tuple[Word, ...], place: int, colon: int) -> bool:
        """Whether the number counts the things after the colon."""
        start = words[place].end
        near = words[place + 1 : place + 2 + _FARTHEST]
        between = [item.text for item in near if item.end <= colon]
        before = [item.text for item in words[max(0, place - 3) : place]]
        return (
            0 < len(between) <= _FARTHEST
            and not _BREAK.search(text, start, colon)
            and not text[colon + 1 : colon + 2].isdigit()
            and self.unsure.isdisjoint(before)
            and not self._is_part(before)
            and self.measures.isdisjoint(between[:2])
            and not any(map(self._number, between))
        )

    def _is_part(self, before: list[str]) -> bool:
        """Whether the number is what something is taken from: ``one of the three``."""
        return len(before) > 1 and before[-2] in self.belonging and before[-1] in self.articles

    def _items(self, text: str) -> int | None:
        """How many things a list holds; None when a reader could count otherwise."""
        if bullets := len(_BULLET.findall(text)):
            return bullets if bullets > 1 else None
        text = _BRACKETS.sub("", text)
        if not self.partial.isdisjoint(word_set(text)) or "(" in text or ")" in text:
            return None
        if ";" in text:
            return sum(1 for item in text.split(";") if words_of(item))
        items = [[word.text for word in words_of(item)] for item in text.split(",")]
        return self._by_commas(items)

    def _by_commas(self, items: list[list[str]]) -> int | None:
        """Counts ``a, b en c``; the one joining word must stand in the last item."""
        joined = [sum(word in self.joining for word in item) for item in items]
        if sum(joined) != 1 or not joined[-1] or not all(map(self._is_plain, items)):
            return None
        return len(items) + (0 if items[-1][0] in self.joining else 1)

    def _is_plain(self, item: list[str]) -> bool:
        return 0 < len(item) <= _LONGEST_ITEM and self.clauses.isdisjoint(item)


def _list_after(text: str, colon: int) -> str:
    """What follows a colon: a list of bullets, or the rest of the sentence; empty if too long."""
    rest = text[colon + 1 : colon + 1 + _LONGEST_LIST].lstrip()
    is_whole = len(text) <= colon + 1 + _LONGEST_LIST
    if _BULLET.match(rest):
        found, end, _ = rest.partition("\n\n")
        return found if end or is_whole else ""
    if sentence := _SENTENCE_END.search(rest):
        return rest[: sentence.start()]
    return rest if is_whole else ""


@cache
def enumerations_of(code: str) -> Enumerations:
    """The words of a language."""
    words = language(code).words
    return Enumerations(
        numbers={word: value for value, word in enumerate(words["number-words"], 1)},
        unsure=frozenset(words["words-of-no-exact-number"]),
        measures=frozenset(words["measures-not-things"]),
        partial=frozenset(words["words-of-a-partial-list"]),
        joining=frozenset(words["joining-an-item"]),
        clauses=frozenset({*words["words-of-a-clause"], *words["verbs-of-a-sentence"]}),
        belonging=frozenset(words["words-of-belonging"]),
        articles=frozenset(words["articles"]),
    )
