"""Glossary terms linked where they are used: the first time in each text."""

from markupsafe import Markup

from generator.model.identifiers import TermId
from generator.pages.links import Links
from generator.pages.markup import literal, literal_piece


def linked(text: str, links: Links) -> Markup:
    """The text, literally, with the first use of each glossary term as a link to it.

    Only whole words count, whatever their case; a longer term goes before a shorter one.
    """
    plain = " ".join(text.split())
    if not links.linked or not links.site.handbook.terms:
        return literal(plain)
    glossary = links.site.glossary
    seen: set[TermId] = set()
    parts: list[Markup] = []
    end = 0
    for match in glossary.pattern.finditer(plain):
        # What the pattern takes for a form in another case may not be one: a dotless i.
        term = glossary.forms.get(match.group().lower())
        if term is None or term in seen:
            continue
        seen.add(term)
        parts += [literal_piece(plain[end : match.start()]), _link(term, match.group(), links)]
        end = match.end()
    return Markup("").join([*parts, literal_piece(plain[end:])])


def running(text: object, links: Links) -> Markup:
    """Running text with its paragraphs, a line each, and its terms linked; empty for None."""
    return Markup("").join(
        Markup("<p>{}</p>").format(linked(part, links))
        for part in str(text or "").splitlines()
        if part.strip()
    )


def _link(term: TermId, words: str, links: Links) -> Markup:
    address = links.address(f"term:{term}") or ""
    return Markup('<a class="glossary" href="{}">{}</a>').format(address, literal(words))
