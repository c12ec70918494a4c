"""A page for each clause: what covers it, how strongly, what is missing, and what checks it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.addresses import clause_anchor
from generator.evaluation.coverage import ClauseStanding, Evidence, equivalents, standings
from generator.evaluation.strength import PRESENT
from generator.model.standard import Clause, Coverage
from generator.pages.clauses_of import OF_THE_RULES, clause_title
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted_briefly, thing
from generator.pages.origins import Origins, source_lines
from generator.pages.page import Page, Site
from generator.pages.rules import rule_link
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.strengths import (
    by_strength,
    clause_name,
    gaps,
    kind_of,
    standing,
    strength,
)
from generator.pages.tables import table
from generator.pages.terms import linked
from generator.rules.registry import RULES

_APPROACH = "4.4.1"
"""The clause that has a page of its own, process by process."""

_NAMING = ("audit", "auditfinding", "nonconformity")
"""What names the clauses that it is about."""


@dataclass(frozen=True)
class _Known:
    """What the pages of clauses are made from, worked out once."""

    standings: Mapping[str, ClauseStanding]
    """Every clause by its reference."""
    same: Mapping[str, tuple[str, ...]]
    """What asks the same as each."""

    def at(self, item: ClauseStanding, number: str) -> ClauseStanding | None:
        """Another clause of the same standard."""
        return self.standings.get(f"standard:{item.standard.id}#{number}")


def clause_pages(site: Site) -> Iterator[Page]:
    """One page for every clause that is not a lettered part of another."""
    handbook = site.handbook
    found = (item for one in handbook.standards.values() for item in standings(one, handbook))
    known = _Known({item.reference: item for item in found}, equivalents(handbook))
    for item in known.standings.values():
        if "-" not in item.clause.number:
            yield _page(item, known, site)


def _page(item: ClauseStanding, known: _Known, site: Site) -> Page:
    links = Links(site, site.addresses.source(item.reference) or "")
    letters = [one for one in known.standings.values() if _is_letter_of(one, item)]
    sections = [
        Section(site.label("standards.in_short"), _in_short(item, known, links), "about"),
        Section(site.label("standards.covered_by"), _covered_by(item, links), "covered"),
        Section(site.label("standards.missing"), _missing(item, links), "missing"),
        Section(site.label("standards.told_by"), _told(item.coverages, links), "told"),
        Section(site.label("standards.equivalents"), _same(item, known, links), "same"),
        *(_letter(one, known, links) for one in letters),
        Section(site.label("standards.named_in"), _named_in(item, letters, links), "named"),
        Section(site.label("standards.rules"), _rules(item, links), "rules", searched=False),
    ]
    title = f"{clause_name(item)} ({item.standard.name})"
    edit = site.file(f"standard:{item.standard.id}")
    tab = site.addresses.page("standards")
    return sections_page(site, links.here, title, sections=sections, edit=edit, tab=tab)


def _is_letter_of(part: ClauseStanding, whole: ClauseStanding) -> bool:
    return "-" in part.clause.number and part.reference.startswith(f"{whole.reference}-")


def _in_short(item: ClauseStanding, known: _Known, links: Links) -> Markup:
    site, clause = links.site, item.clause
    above = known.at(item, clause.parent)
    parts = (known.at(item, number) for number in item.parts)
    below = (
        joined((links.to(one.reference, clause_name(one)), standing(one, site)), " ")
        for one in parts
        if one
    )
    path = f"clauses.{clause.number}.title"
    return facts(
        [
            (site.label("standards.subject"), _titled(item, path, links)),
            (site.label("standards.standing"), standing(item, site)),
            (site.label("standards.name"), links.to(f"standard:{item.standard.id}")),
            (
                site.label("standards.parent"),
                links.to(above.reference, clause_name(above)) if above else None,
            ),
            (site.label("standards.parts"), bullets(below)),
            (site.label("site.noted"), _source(clause, links)),
            (site.label("site.seealso"), _approach(item, links)),
        ]
    )


def _titled(item: ClauseStanding, path: str, links: Links) -> Markup:
    return literal(item.clause.title) + Origins(item.standard, links, listed=False).mark(path)


def _source(clause: Clause, links: Links) -> Markup:
    notes = (links.to(f"note:{note}", note) for note in clause.notes)
    parts = (source_lines(clause.lines, links.site), joined(notes))
    return joined([part for part in parts if part], " ")


def _approach(item: ClauseStanding, links: Links) -> Markup | None:
    if item.standard.id != OF_THE_RULES or item.clause.number != _APPROACH:
        return None
    words = literal(links.site.label("standards.approach.title"))
    return Markup('<a href="{}">{}</a>').format(links.page("processapproach"), words)


def _covered_by(item: ClauseStanding, links: Links) -> Markup:
    """Every thing that covers the clause, the strongest first, and who says so."""
    site = links.site
    found = [one for value in PRESENT for one in item.evidence if one.strength is value]
    if not found:
        told = "nothing_covers" if item.is_told else "nothing"
        key = "nothing_here" if item.parts and not item.is_told else told
        return Markup("<p>{}</p>").format(literal(site.label(f"standards.{key}")))
    rows = [
        (
            thing(one.reference, links),
            kind_of(one.reference, site),
            strength(one.strength, site),
            _because(one, links),
        )
        for one in found
    ]
    columns = site.labels("standards", "what", "kind", "strength", "because")
    caption = site.label("standards.covered_by")
    return table(site, columns, rows, caption=caption, sortable=True)


def _because(one: Evidence, links: Links) -> Markup:
    site = links.site
    if one.topic:
        return literal(site.label("standards.by_topic", topic=one.topic.topic))
    words = site.label("standards.by_coverage")
    if one.coverage is None:
        return literal(words)
    mark = Origins(one.coverage, links, listed=False).mark("by")
    return links.to(f"coverage:{one.coverage.id}", words) + mark


def _missing(item: ClauseStanding, links: Links) -> Markup:
    said = bullets(gaps(item, links))
    if said or item.parts or not item.is_told:
        return said
    return Markup("<p>{}</p>").format(literal(links.site.label("standards.no_gaps")))


def _told(coverages: Iterable[Coverage], links: Links) -> Markup:
    """What the matrix says in words about the clause, with where that comes from."""
    site = links.site
    rows = [
        (
            clause_title(item.clause, links),
            _text("how", item, links),
            _text("missing", item, links),
            _text("excluded", item, links),
            noted_briefly(f"coverage:{item.id}", item, links),
        )
        for item in coverages
    ]
    columns = site.labels("standards", "clause", "how", "missing", "excluded")
    columns.append(site.label("site.noted"))
    caption = site.label("standards.told_by")
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def _text(field: str, item: Coverage, links: Links) -> Markup | None:
    said = getattr(item, field)
    if not said:
        return None
    return linked(said, links) + Origins(item, links, listed=False).mark(field)


def _same(item: ClauseStanding, known: _Known, links: Links) -> Markup:
    """The clauses of other standards and editions that ask the same, side by side."""
    rows = [_other(one, known, links) for one in known.same.get(item.reference, ())]
    columns = links.site.labels("standards", "clause", "subject", "standing")
    caption = links.site.label("standards.equivalents")
    return table(links.site, columns, rows, caption=caption) if rows else Markup("")


def _other(reference: str, known: _Known, links: Links) -> tuple[object, ...]:
    found = known.standings.get(reference)
    if found is None:
        return links.to(reference), None, None
    return links.to(reference), found.clause.title, standing(found, links.site)


def _letter(item: ClauseStanding, known: _Known, links: Links) -> Section:
    """A lettered part, with only what is told of it alone."""
    site = links.site
    others = known.same.get(item.reference, ())
    same = joined((clause_title(one, links) for one in others), "; ")
    there = (one for one in item.evidence if one.strength in PRESENT)
    rows = [
        (
            site.label("standards.subject"),
            _titled(item, f"clauses.{item.clause.number}.title", links),
        ),
        (site.label("standards.standing"), standing(item, site) if item.is_told else None),
        (site.label("standards.covered_by"), by_strength(there, links)),
        (site.label("standards.missing"), bullets(gaps(item, links))),
        (site.label("standards.equivalents"), same),
        (site.label("site.noted"), _source(item.clause, links)),
    ]
    return Section(clause_name(item), facts(rows), clause_anchor(item.clause.number))


def _named_in(item: ClauseStanding, letters: Iterable[ClauseStanding], links: Links) -> Markup:
    """The audits, findings and nonconformities that name the clause or a lettered part of it."""
    wanted = {item.reference, *(one.reference for one in letters)}
    entities = links.site.handbook.entities
    found = (
        (kind, f"{kind}:{key}", entity)
        for kind in _NAMING
        for key, entity in entities[kind].items()
        if wanted.intersection(getattr(entity, "clauses", ()))
    )
    return bullets(
        joined(
            (
                literal(kind_of(reference, links.site).capitalize()),
                links.to(reference, getattr(entity, "text", None)),
            ),
            ": ",
        )
        for kind, reference, entity in found
    )


def _rules(item: ClauseStanding, links: Links) -> Markup:
    """The rules of the check that serve the clause, with the names they have."""
    if item.standard.id != OF_THE_RULES:
        return Markup("")
    messages = links.site.language.messages
    found = [rule.CODE for rule in RULES if item.clause.number in rule.CLAUSES]
    named = bullets(rule_link(code, links, f"{code} {messages[code]['name']}") for code in found)
    lead = literal(links.site.label("standards.rules_lead"))
    return Markup("<p>{}</p>{}").format(lead, named) if named else Markup("")
