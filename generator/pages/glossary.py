"""The glossary as texts are searched for it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.identifiers import TermId
from generator.model.organisation import Term
from generator.pages.markup import literal


@dataclass(frozen=True, slots=True)
class Glossary:
    """The forms of all terms, in small letters, with the term each means; and what finds them."""

    forms: Mapping[str, TermId]
    pattern: re.Pattern[str]


def glossary_of(terms: Iterable[Term]) -> Glossary:
    """The glossary as texts are searched for it; of two terms with one form the first counts."""
    forms: dict[str, TermId] = {}
    for term in terms:
        for form in (term.term, *term.also):
            plain = " ".join(form.split()).lower()
            if literal(plain):  # a form of nothing but control characters cannot be seen
                forms.setdefault(plain, term.id)
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return Glossary(forms, re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE))
