"""A text names a document or form that is not in the register (ISO 9001, 7.5.3)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.known_names import names_of
from generator.rules.phrases import words_of
from generator.rules.rule import Fault, Group

CODE: Final = "E105"
NAME: Final = "unregistered-document"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.EVIDENCE
CLAUSES: Final = ("7.5.1", "7.5.3")

_REACH: Final = 4
"""How many words before the name of a document may say that it is not there."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every unregistered document once a process, where it is named first."""
    is_unknown = _Unknown(inspection)
    absent = frozenset(inspection.words("absence_words"))
    documents_in = cache(lambda text: tuple(_documents_in(text, is_unknown, absent)))
    told: set[tuple[str, str]] = set()
    for passage in inspection.passages:
        for word, shown in documents_in(passage.text):
            if passage.process is None or passage.path == ("name",):
                continue
            if (passage.subject, word) not in told:
                told.add((passage.subject, word))
                yield Fault(passage.subject, passage.path, {"document": shown})


def _documents_in(
    text: str, is_unknown: Mapping[str, bool], absent: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """The unregistered documents that are there, as words and as they are written."""
    words = words_of(text)
    for index, word in enumerate(words):
        before = words[max(0, index - _REACH) : index]
        if is_unknown[word.text] and not any(near.text in absent for near in before):
            yield word.text, text[word.start : word.end]


class _Unknown(dict[str, bool]):
    """Whether a word names a document that no register knows; worked out once a word."""

    def __init__(self, inspection: Inspection) -> None:
        super().__init__()
        singles, plurals = inspection.words("document_words"), inspection.words("document_plurals")
        self._single = dict(zip(plurals, singles, strict=True))
        self._ends = (*plurals, *singles)
        self.update(dict.fromkeys(inspection.words("not_documents"), False))
        self._known = frozenset(
            form
            for name in _names(inspection)
            for word in words_of(name)
            if word.text.endswith(self._ends)
            for form in (word.text, self._singular(word.text))
        )

    def __missing__(self, word: str) -> bool:
        unknown = word.endswith(self._ends) and self._singular(word) not in self._known
        self[word] = unknown
        return unknown

    def _singular(self, word: str) -> str:
        for plural, single in self._single.items():
            if word.endswith(plural):
                return word.removesuffix(plural) + single
        return word


def _names(inspection: Inspection) -> Iterator[str]:
    """Every name under which a register, the glossary or a process knows something."""
    handbook = inspection.handbook
    for document in handbook.documents.values():
        yield document.name
    for system in handbook.systems.values():
        yield from names_of(system)
    for role in handbook.roles.values():
        yield from names_of(role)
    for term in handbook.terms.values():
        yield term.term
        yield from term.also
    for item in inspection.objects.values():
        yield item.name
