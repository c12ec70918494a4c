"""Somebody does something in a text who is no role of the register (5.3: who is responsible)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.known_names import names_of
from generator.rules.phrases import Mention, Phrases, word_set, words_of
from generator.rules.rule import Fault, Group

CODE: Final = "N108"
NAME: Final = "unregistered-actor"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("5.3", "4.4.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every word for a person that is no role, once a process."""
    people = _People(inspection)
    people_in = cache(lambda text: tuple(people.found_in(text)))
    told = set()
    summaries = [passage for passage in inspection.passages if passage.field == "summary"]
    others = [passage for passage in inspection.passages if passage.field != "summary"]
    for passage in others + summaries:
        for word, written in people_in(passage.text):
            key = passage.subject, word
            if key not in told:
                told.add(key)
                yield Fault(passage.subject, passage.path, {"word": written})


class _People:
    """The words for people of the language, and the names that are registered."""

    def __init__(self, inspection: Inspection) -> None:
        plurals = ("", *inspection.words("plural-endings"))
        people = inspection.doubtful_words("person-words")
        heads = inspection.doubtful_words("person-word-endings")
        registered = [
            name for role in inspection.handbook.roles.values() for name in names_of(role)
        ]
        # What is registered comes first: of two equal phrases the first counts.
        free = [
            (name + end, "")
            for name in (*registered, *inspection.accepted_words)
            for end in plurals
        ]
        named = [(word + end, word) for word in people for end in plurals]
        self._phrases = Phrases(free + named)
        self._heads = tuple(head + end for head in heads for end in plurals)
        self._names = inspection.names
        self._others = Phrases((name, "") for name in _other_names(inspection))

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """The words for people in a text that no register holds, and as they are written."""
        mentions = tuple(self._phrases.mentions(text))
        compounds = any(word.endswith(self._heads) for word in word_set(text))
        if not compounds and not any(mention.meaning for mention in mentions):
            return
        known = set(_places(self._names.mentions(text))) | set(_places(self._others.mentions(text)))
        for mention in mentions:
            if mention.meaning and mention.start not in known:
                yield mention.meaning, mention.text
        known.update(_places(mentions))
        for word in words_of(text):
            if word.text.endswith(self._heads) and word.start not in known:
                yield word.text, text[word.start : word.end]


def _places(mentions: Iterable[Mention[Any]]) -> Iterator[int]:
    """Where the words of the mentions begin."""
    for mention in mentions:
        yield from (mention.start + word.start for word in words_of(mention.text))


def _other_names(inspection: Inspection) -> Iterator[str]:
    """More names in which a word for a person is no fault: departments, companies, objects."""
    for department in inspection.handbook.departments.values():
        yield from names_of(department)
    for company in inspection.handbook.companies.values():
        yield company.name
    for item in inspection.objects.values():
        yield item.name
