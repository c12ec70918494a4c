"""The name of a step does not say what is done, or to what (BPMN and UML: verb and object)."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

from generator.model.finding import Severity
from generator.model.work import work_in
from generator.rules.inspection import Inspection
from generator.rules.phrases import words_of
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes
from generator.rules.verbs import Verbs, verbs_of

CODE: Final = "N101"
NAME: Final = "step-without-verb"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("4.4.1", "8.1")

_VERB, _OBJECT = 0, 1


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every name of a step or activity without a verb, or without an object."""
    verbs = verbs_of(inspection.language)
    accepted = frozenset(verb.lower() for verb in inspection.options.accepted_verbs)
    missing = inspection.words("missing-in-a-step-name")
    lacks = cache(lambda name: _lacks(name, verbs, accepted))
    for subject, process in processes(inspection.handbook):
        for _, part, path in work_in(process):
            lack = lacks(part.name)
            if lack is not None:
                details = {"name": part.name, "missing": missing[lack]}
                yield Fault(subject, (*path, "name"), details)


def _lacks(name: str, verbs: Verbs, accepted: Collection[str]) -> int | None:
    words = [word.text for word in words_of(name) if any(map(str.isalpha, word.text))]
    if not words:
        return None
    place = _verb_first(words, verbs, accepted) if verbs.verb_first else None
    if not verbs.verb_first:
        place = _verb_anywhere(words, verbs, accepted)
    if place is None:
        return _VERB
    found = any(_is_object(words, index, place, verbs) for index in range(len(words)))
    return None if found else _OBJECT


def _verb_first(words: list[str], verbs: Verbs, accepted: Collection[str]) -> int | None:
    """The verb of ``Close ticket``, also after an adverb, or of ``The mechanic closes it``."""
    for index, word in enumerate(words):
        forms = word, word.replace("-", ""), word.rpartition("-")[2]
        if any(verbs.is_infinitive(form, accepted) for form in forms):
            return index
        if verbs.has_content(word) and not word.endswith(verbs.adverb_endings):
            break
    return _finite(words, verbs)


def _verb_anywhere(words: list[str], verbs: Verbs, accepted: Collection[str]) -> int | None:
    """The verb of ``Ticket sluiten``, ``Sluiten ticket`` or ``Sluit het ticket``."""
    found = [index for index, word in enumerate(words) if verbs.is_infinitive(word, accepted)]
    if found:
        return found[-1]
    return 0 if _is_order(words, verbs) else _finite(words, verbs)


def _is_order(words: list[str], verbs: Verbs) -> bool:
    """Whether the name begins as an order; before a preposition the word is a noun."""
    if len(words) < 2 or words[0] not in verbs.stems:
        return False
    return verbs.has_content(words[1]) or words[1] in verbs.articles


def _finite(words: list[str], verbs: Verbs) -> int | None:
    return next((index for index in range(1, len(words) - 1) if words[index] in verbs.finite), None)


def _is_object(words: list[str], index: int, place: int, verbs: Verbs) -> bool:
    """Whether a word can be what the verb is about; a verb right before it can, too."""
    word = words[index]
    if index == place or not verbs.has_content(word):
        return False
    is_noun = verbs.verb_first or word in verbs.both or not verbs.is_infinitive(word)
    return is_noun or index == place - 1
