"""Limits to time in texts: lengths of time and times of day, in digits and in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from generator.language import language
from generator.rules.phrases import sentence_before, word_set, words_of

_NEAR = 4
"""So many words before a number are looked at for the word of a limit."""

_NONE = ("", Fraction(0))


class Norm(NamedTuple):
    """A limit to time: what kind of time, how much of it, as it is written, and where.

    Amounts of one kind can be compared: seconds, months, working days, minutes of the day.
    """

    kind: str
    amount: Fraction
    text: str
    start: int


@dataclass(frozen=True)
class Durations:
    """What lengths of time and their limits look like in one language."""

    amounts: re.Pattern[str]
    numbers: Mapping[str, Fraction]
    units: Mapping[str, tuple[str, Fraction]]
    limits: tuple[str, ...]
    clock_limits: tuple[str, ...]
    clock_words: frozenset[str]
    clock_moments: tuple[str, ...]
    rhythm: tuple[str, ...]
    all_units: frozenset[str]

    def limits_in(self, text: str) -> Iterator[Norm]:
        """Every limit in a running text: ``within two hours``, ``before 9 am``."""
        if word_set(text).isdisjoint(self.all_units):
            return
        for found in self.amounts.finditer(text):
            before = self._before(text, found)
            at_clock = _ends(before, self.clock_limits)
            norm = self._norm(found, at_clock=at_clock)
            limited = at_clock and norm is not None and norm.kind == "clock"
            limited = limited or any(f" {limit} " in before for limit in self.limits)
            if norm and limited and not _ends(before, self.rhythm):
                yield norm

    def norm(self, text: str) -> Norm | None:
        """The first length of time in a text that is a norm by itself; None for a rhythm."""
        found = self.amounts.search(text)
        if not found:
            return None
        before = self._before(text, found)
        if _ends(before, self.rhythm):
            return None
        return self._norm(found, at_clock=_ends(before, self.clock_limits + self.clock_moments))

    def _before(self, text: str, found: re.Match[str]) -> str:
        """The words before an amount in the same sentence, each between blanks."""
        words = words_of(sentence_before(text, found.start()))
        return f" {' '.join(word.text for word in words[-_NEAR:])} "

    def _norm(self, found: re.Match[str], *, at_clock: bool) -> Norm | None:
        number, unit = found["number"].lower(), found["unit"].lower()
        whole, mark, part = _parts(number)
        if whole not in self.numbers and not whole.isdecimal():
            return None  # a letter that only looks like the one of the word, as in "ſix"
        is_clock = at_clock or mark == ":" or (mark == "." and len(part) == 2)
        if unit in self.clock_words and (is_clock or unit not in self.units):
            hours = int(self.numbers.get(whole) or whole)
            hours = hours % 12 + 12 if unit.startswith("p") else hours
            return Norm("clock", Fraction(hours * 60 + int(part or 0)), found[0], found.start())
        kind, size = self.units.get(unit, _NONE)
        amount = self.numbers.get(number) or Fraction(f"{whole}.{part}" if part else whole)
        return Norm(kind, amount * size, found[0], found.start()) if kind else None


def _ends(before: str, phrases: tuple[str, ...]) -> bool:
    return any(before.endswith(f" {phrase} ") for phrase in phrases)


def _parts(number: str) -> tuple[str, str, str]:
    """A number before and after its mark, and the mark: ``17:00``, ``1,5``."""
    for mark in (":", ".", ","):
        if mark in number:
            whole, _, part = number.partition(mark)
            return whole, mark, part
    return number, "", ""


@cache
def durations_of(code: str) -> Durations:
    """The lengths of time of a language."""
    words = language(code).words
    numbers = {word: Fraction(value) for value, word in enumerate(words["number-words"], 1)}
    numbers |= {word: Fraction(1) for word in words["words-for-one"]}
    numbers |= dict(_weighed(words["words-for-a-half"]))
    units = {
        unit: (kind, size)
        for kind in ("seconds", "months", "working-days")
        for unit, size in _weighed(words[f"units-in-{kind}"])
    }
    clock = words["words-of-a-clock"]
    return Durations(
        amounts=_amounts(numbers, (*units, *clock)),
        numbers=numbers,
        units=units,
        limits=words["words-of-a-limit"],
        clock_limits=words["words-of-a-clock-limit"],
        clock_words=frozenset(clock),
        clock_moments=words["words-before-a-clock"],
        rhythm=words["words-of-a-rhythm"],
        all_units=frozenset((*units, *clock)),
    )


def _weighed(items: tuple[str, ...]) -> Iterator[tuple[str, Fraction]]:
    """Words with the number behind them: ``hour 3600``."""
    for item in items:
        word, _, number = item.rpartition(" ")
        yield word, Fraction(number)


def _amounts(numbers: Mapping[str, Fraction], units: tuple[str, ...]) -> re.Pattern[str]:
    def any_of(words: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))

    digits = r"\d{1,4}(?:[.,:]\d{1,2})?"
    spelled = any_of(tuple(numbers))
    pattern = rf"\b(?P<number>{digits}|{spelled})[\s-]*(?P<unit>{any_of(units)})\b"
    return re.compile(pattern, re.IGNORECASE)
