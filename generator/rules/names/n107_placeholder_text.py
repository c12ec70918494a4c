"""A note of the writer stands where the reader expects text: ``to follow``, ``TODO``, ``???``."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from generator.model.base import Entity
from generator.model.finding import FieldPath, Severity
from generator.model.handbook import Handbook
from generator.rules.inspection import Inspection
from generator.rules.phrases import Phrases
from generator.rules.rule import Fault, Group

CODE: Final = "N107"
NAME: Final = "placeholder-text"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("7.5.2", "7.5.3")

_BRACKETS = re.compile(r"[(\[{<]\s*([^()\[\]{}<>]{1,60}?)\s*[.!?…]*\s*[)\]}>]")
_MARKS = re.compile(r"\?{2,}|_{3,}")
_REGISTERS = ("role", "system", "document", "department", "company", "group", "term")
_FIELDS = ("name", "term", "description", "purpose", "definition")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields the first placeholder in every text of processes, indicators and registers.

    And in what an assessment asks, where a new file starts with an example.
    """
    placeholders = _Placeholders(
        inspection.doubtful_words("placeholder-phrases"),
        frozenset(inspection.doubtful_words("notes-to-self")),
    )
    first_in = cache(placeholders.first_in)
    for subject, path, text in _texts(inspection):
        if found := first_in(text):
            yield Fault(subject, path, {"text": found})


def _texts(inspection: Inspection) -> Iterator[tuple[str, FieldPath, str]]:
    for passage in inspection.passages:
        yield passage.subject, passage.path, passage.text
    for subject, entity in _registered(inspection.handbook):
        for field in _FIELDS:
            if text := getattr(entity, field, None):
                yield subject, (field,), text
    yield from _asked(inspection.handbook)


def _asked(handbook: Handbook) -> Iterator[tuple[str, FieldPath, str]]:
    for identifier, assessment in handbook.assessments.items():
        for number, area in enumerate(assessment.areas):
            yield f"assessment:{identifier}", ("areas", number, "name"), area.name
            for index, question in enumerate(area.questions):
                path: FieldPath = ("areas", number, "questions", index, "text")
                yield f"assessment:{identifier}", path, question.text


def _registered(handbook: Handbook) -> Iterator[tuple[str, Entity]]:
    for kind in _REGISTERS:
        for identifier, entity in handbook.entities[kind].items():
            yield f"{kind}:{identifier}", entity


class _Placeholders:
    """What counts as a placeholder, by the word lists of the language."""

    def __init__(self, phrases: Sequence[str], notes: frozenset[str]) -> None:
        self._phrases = Phrases((phrase, phrase) for phrase in phrases)
        self._notes = notes

    def first_in(self, text: str) -> str | None:
        """The first placeholder as it is written, or None."""
        for mention in self._phrases.mentions(text):
            return mention.text
        if "??" in text or "___" in text:
            return _first(_MARKS, text)
        if not any(map(str.isalnum, text)):
            return text
        return self._note_in(text)

    def _note_in(self, text: str) -> str | None:
        """A note to oneself: alone in brackets, or in capitals with a mark, or as the whole."""
        bare = text.strip(" .!…-:")
        if bare.isupper() and bare.lower() in self._notes:
            return text
        for found in _BRACKETS.finditer(text):
            if found[1].lower() in self._notes:
                return found[0]
        return None


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[0] if found else None
