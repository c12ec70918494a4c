"""Glossary terms linked where they are used: the first time in each text."""

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from generator.model.identifiers import TermId
from generator.model.organisation import Term
from generator.pages.links import Links
from generator.pages.markup import literal


def linked(text: str, links: Links) -> Markup:
    """The text, literally, with the first use of each glossary term as a link to it.

    Only whole words count, whatever their case; a longer term goes before a shorter one.
    """
    forms = _forms(tuple(links.site.handbook.terms.values()))
    if not forms:
        return literal(text)
    plain = " ".join(text.split())
    seen: set[TermId] = set()
    parts: list[Markup] = []
    end = 0
    for match in _pattern(tuple(forms)).finditer(plain):
        term = forms[match.group().casefold()]
        if term in seen:
            continue
        seen.add(term)
        parts += [literal_part(plain[end : match.start()]), _link(term, match.group(), links)]
        end = match.end()
    return Markup("").join([*parts, literal_part(plain[end:])])


def literal_part(text: str) -> Markup:
    """A piece of a text, escaped, with the blanks at its ends kept."""
    before = " " if text[:1] == " " else ""
    after = " " if len(text) > 1 and text[-1:] == " " else ""
    return Markup(before) + literal(text) + Markup(after)


def _link(term: TermId, words: str, links: Links) -> Markup:
    address = links.address(f"term:{term}")
    return Markup('<a class="term" href="{}">{}</a>').format(address, literal(words))


@lru_cache(maxsize=8)
def _forms(terms: tuple[Term, ...]) -> Mapping[str, TermId]:
    found: dict[str, TermId] = {}
    for term in terms:
        for form in (term.term, *term.also):
            found.setdefault(form.casefold(), term.id)
    return found


@lru_cache(maxsize=8)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE
    )
