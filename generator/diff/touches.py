"""What in a text changed that seldom changes without the meaning changing with it.

A text is read as a row of units: a word, or the name of a role, system or state, whatever
its length. What is in the units that are different, in either text, is touched. A name that
is only written otherwise (``a manager``, ``the managers``) is the same unit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.diff.change import Touch
from generator.language import language
from generator.model.handbook import Handbook
from generator.model.process import Process

_WORD = re.compile(r"\w+(?:[-'’.:/,]\w+)*%?")
_CLOCK_OR_DATE = re.compile(r"\d{1,2}[:.]\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}")


class _Unit(NamedTuple):
    """A word or name: what it stands for, and what a change of it touches."""

    meaning: str
    touches: frozenset[Touch] = frozenset()


def touches(before: str, after: str, handbook: Handbook) -> frozenset[Touch]:
    """What a change of text touches: numbers, times, negations, must and may, and names.

    Args:
        before: the text it was; empty when there was none.
        after: the text it is.
        handbook: whose language it is in, and whose roles, systems and states it may name.
    """
    return Sensitive(handbook).touched(before, after)


class Sensitive:
    """What may be touched in the texts of one or two handbooks."""

    def __init__(self, *handbooks: Handbook) -> None:
        """Takes the handbooks whose languages and names count."""
        self._units: dict[tuple[str, ...], _Unit] = {}
        self._longest = 1
        for code in sorted({handbook.organisation.language for handbook in handbooks}):
            self._add_words(language(code).words)
        for handbook in handbooks:
            endings = language(handbook.organisation.language).words["diff-name-endings"]
            for name, meaning, touch in _names(handbook):
                for words in _forms(_words(name), endings):
                    self._add(words, meaning, touch)

    def touched(self, before: str, after: str) -> frozenset[Touch]:
        """What the change of one text into another touches."""
        one, other = (list(self._read(text)) for text in sorted((before, after)))
        touched: set[Touch] = set()
        for action, *ends in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if action != "equal":
                for unit in (*one[ends[0] : ends[1]], *other[ends[2] : ends[3]]):
                    touched |= unit.touches
        return frozenset(touched)

    def _add_words(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        for touch in (Touch.NUMBER, Touch.TIME, Touch.NEGATION, Touch.MODAL):
            for phrase in lists[f"diff-{touch}-words"]:
                self._add(_words(phrase), phrase, touch)
        for pair in lists["diff-numbers"]:
            word, value = pair.split()
            self._add((word,), value, Touch.NUMBER)

    def _add(self, words: tuple[str, ...], meaning: str, touch: Touch) -> None:
        """Adds a phrase; what its words and an equal phrase touch, it touches too."""
        if not words:
            return
        known = [self._units[part] for part in (words, *zip(words)) if part in self._units]
        touches = frozenset({touch}).union(*(unit.touches for unit in known))
        meaning = self._units[words].meaning if words in self._units else meaning
        self._units[words] = _Unit(meaning, touches)
        self._longest = max(self._longest, len(words))

    def _read(self, text: str) -> Iterator[_Unit]:
        words, at = _words(text), 0
        while at < len(words):
            pieces = (words[at : at + length] for length in range(self._longest, 0, -1))
            piece = next((piece for piece in pieces if piece in self._units), words[at : at + 1])
            yield self._units.get(piece) or _plain(piece[0])
            at += len(piece)


def _plain(word: str) -> _Unit:
    if not any(map(str.isdigit, word)):
        return _Unit(word)
    is_time = _CLOCK_OR_DATE.fullmatch(word)
    return _Unit(word, frozenset({Touch.NUMBER, Touch.TIME} if is_time else {Touch.NUMBER}))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("\u2019", "'") for word in _WORD.findall(text))


def _forms(words: tuple[str, ...], endings: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """A name as it stands, and with an ending of a plural behind one of its words."""
    yield words
    for at, word in enumerate(words):
        for ending in endings:
            yield (*words[:at], word + ending, *words[at + 1 :])


def _names(handbook: Handbook) -> Iterator[tuple[str, str, Touch]]:
    """The names that texts may hold, what each stands for, and what it touches."""
    for role in handbook.roles.values():
        for name in (role.name, *role.also_known_as):
            yield name, f"role:{role.id}", Touch.ROLE
    for system in handbook.systems.values():
        for name in (system.name, *system.also_known_as):
            yield name, f"system:{system.id}", Touch.SYSTEM
    states = {state for process in handbook.processes.values() for state in _states(process)}
    for state in sorted(states):
        yield state, f"state:{state}", Touch.STATE


def _states(process: Process) -> Iterator[str]:
    activities = (
        activity
        for step in process.steps
        for outcome in (step.decision.outcomes if step.decision else ())
        for activity in outcome.activities
    )
    for step in process.steps:
        yield from (item.state for item in (*step.inputs, *step.outputs) if item.state)
    for activity in activities:
        yield from (item.state for item in (*activity.inputs, *activity.outputs) if item.state)
    for thing in process.objects:
        yield from thing.states
