"""Glossary terms linked where they are used: the first time in each text."""

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from generator.model.identifiers import TermId
from generator.pages.links import Links
from generator.pages.markup import html, literal


def linked(text: str, links: Links) -> Markup:
    """The text, literally, with the first use of each glossary term as a link to it.

    Only whole words count, whatever their case; a longer term goes before a shorter one.
    """
    terms = links.site.handbook.terms.values() if links.linked else ()
    forms = _forms(tuple((form, term.id) for term in terms for form in (term.term, *term.also)))
    plain = " ".join(text.split())
    seen: set[TermId] = set()
    parts: list[Markup] = []
    end = 0
    for match in _pattern(tuple(forms)).finditer(plain):
        # What the pattern takes for a form in another case may not be one: a dotless i.
        term = forms.get(match.group().lower())
        if term is None or term in seen:
            continue
        seen.add(term)
        parts += [_literal_part(plain[end : match.start()]), _link(term, match.group(), links)]
        end = match.end()
    return Markup("").join([*parts, _literal_part(plain[end:])])


def running(text: object, links: Links) -> Markup:
    """Running text with its paragraphs kept and its terms linked; empty for None."""
    parts = re.split(r"\n\s*\n", str(text or ""))
    return Markup("").join(
        Markup("<p>{}</p>").format(linked(part, links)) for part in parts if part.strip()
    )


def _literal_part(text: str) -> Markup:
    """A piece of a text, escaped, with the blanks at its ends kept."""
    before = " " if text[:1] == " " else ""
    after = " " if len(text) > 1 and text[-1:] == " " else ""
    return html(before) + literal(text) + html(after)


def _link(term: TermId, words: str, links: Links) -> Markup:
    address = links.address(f"term:{term}") or ""
    return Markup('<a class="glossary" href="{}">{}</a>').format(address, literal(words))


@lru_cache(maxsize=8)
def _forms(pairs: tuple[tuple[str, TermId], ...]) -> Mapping[str, TermId]:
    """The term that each form means, in small letters; of two terms with one form the first."""
    found: dict[str, TermId] = {}
    for form, term in pairs:
        if plain := " ".join(form.split()).lower():
            found.setdefault(plain, term)
    return found


@lru_cache(maxsize=8)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
