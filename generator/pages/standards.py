"""Pages about standards: the list, and for each how its clauses stand (ISO 9001:2015, 9.2)."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from generator.evaluation.coverage import ClauseStanding, equivalents, in_order, standings
from generator.evaluation.strength import PRESENT, Strength
from generator.model.standard import Standard
from generator.pages.clauses_of import clause_title
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.noted import noted
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.strengths import standing, strength
from generator.pages.tables import table
from generator.pages.terms import running


def standard_pages(site: Site) -> Iterator[Page]:
    """The list of standards, and a page for each."""
    yield _index(site)
    for standard in site.handbook.standards.values():
        yield _page(standard, site)


def _index(site: Site) -> Page:
    links = Links(site, site.addresses.page("standards"))
    rows = [_line(standard, links) for standard in in_order(site.handbook)]
    title = site.label("standards.title")
    body = table(site, _index_columns(site), rows, caption=title) if rows else Markup("")
    both = Markup("<p>{}</p>").format(literal(site.label("standards.both"))) if rows else ""
    more = bullets(
        html('<a href="{}">{}</a>').format(links.page(page), literal(site.label(f"menu.{page}")))
        for page in ("normmatrix", "processapproach")
    )
    return sections_page(
        site,
        links.here,
        title,
        lead=literal(site.label("standards.lead")),
        sections=[
            Section(site.label("standards.all"), body + both),
            Section(site.label("site.seealso"), more if rows else Markup("")),
            Section(site.label("standards.strength"), _meanings(site) if rows else Markup("")),
        ],
    )


def _index_columns(site: Site) -> list[str]:
    present = [site.label(f"standards.strengths.{value}.name").capitalize() for value in PRESENT]
    first = site.labels("standards", "name", "applies", "clause_count")
    return [*first, *present, *site.labels("standards", "uncovered", "gaps")]


def _line(standard: Standard, links: Links) -> tuple[object, ...]:
    origins = Origins(standard, links, listed=False)
    units = [item for item in standings(standard, links.site.handbook) if item.is_unit]
    return (
        links.to(f"standard:{standard.id}") + origins.mark("name"),
        _applies(standard, origins, links.site),
        len(units),
        *_totals(standard, units, links.site),
    )


def _totals(standard: Standard, units: Sequence[ClauseStanding], site: Site) -> Iterator[object]:
    """How many clauses are covered how strongly, how many not, and how many have a gap.

    Of an old edition that is nobody's question.
    """
    if standard.replaced_by:
        words = literal(site.label("standards.old_edition"))
        yield Markup('<span class="aside">{}</span>').format(words)
        yield from [None] * (len(PRESENT) + 1)
        return
    for value in PRESENT:
        yield sum(item.strength is value for item in units)
    bare = (item for item in units if not item.is_covered)
    yield sum(item.strength is not Strength.EXCLUDED for item in bare)
    yield sum(item.lacks for item in units)


def _applies(standard: Standard, origins: Origins, site: Site) -> Markup:
    words = {True: "applies_yes", False: "applies_no", None: None}[standard.applies]
    return origins.value("applies", site.label(f"standards.{words}") if words else None)


def _meanings(site: Site) -> Markup:
    """What each strength means, the strongest first."""
    rows = [
        (strength(value, site), site.label(f"standards.strengths.{value}.means"))
        for value in Strength
    ]
    caption = site.label("standards.strength")
    return table(site, site.labels("standards", "level", "means"), rows, caption=caption)


def _page(standard: Standard, site: Site) -> Page:
    reference = f"standard:{standard.id}"
    links = Links(site, site.addresses.source(reference) or "")
    found = standings(standard, site.handbook)
    return sections_page(
        site,
        links.here,
        standard.name,
        lead=literal(site.label("standards.page_lead")),
        sections=[
            Section(site.label("standards.about"), _about(standard, links), "about"),
            Section(site.label("standards.counts"), _counts(found, site), "counts"),
            Section(site.label("standards.clauses"), _clauses(found, standard, links), "clauses"),
            Section(site.label("site.noted"), noted(reference, standard, links), "source"),
        ],
        edit=site.file(reference),
    )


def _about(standard: Standard, links: Links) -> Markup:
    site, origins = links.site, Origins(standard, links)
    said = running(standard.explanation, links)
    newer = links.to(f"standard:{standard.replaced_by}") if standard.replaced_by else None
    shown: dict[str, Markup | None] = {
        "full_title": origins.value("title", standard.title),
        "edition": origins.value("edition", standard.edition),
        "applies": _applies(standard, origins, site),
        "replaced_by": newer + origins.mark("replaced_by") if newer else None,
        "cited_as": literal(standard.cited_as) if standard.cited_as else None,
    }
    rows = [(site.label(f"standards.{key}"), value) for key, value in shown.items()]
    return said + (origins.mark("explanation") if said else Markup("")) + facts(rows)


def _counts(found: Iterable[ClauseStanding], site: Site) -> Markup:
    """How many of the counted clauses there are of each strength."""
    units = [item for item in found if item.is_unit and not item.standard.replaced_by]
    numbers = {value: sum(item.strength is value for item in units) for value in Strength}
    if not units:
        return Markup("")
    lead = literal(site.label("standards.counts_lead", count=len(units)))
    rows = [
        (strength(value, site), site.label(f"standards.strengths.{value}.means"), number)
        for value, number in numbers.items()
    ]
    caption = site.label("standards.counts")
    columns = site.labels("standards", "level", "means", "number")
    return Markup("<p>{}</p>").format(lead) + table(site, columns, rows, caption=caption)


def _clauses(found: Iterable[ClauseStanding], standard: Standard, links: Links) -> Markup:
    site, same = links.site, equivalents(links.site.handbook)
    rows = [
        (
            links.to(item.reference, item.clause.shown),
            item.clause.title,
            standing(item, site),
            joined((clause_title(one, links) for one in same.get(item.reference, ())), "; "),
        )
        for item in found
    ]
    if not rows:
        return Markup("")
    columns = site.labels("standards", "clause", "subject", "standing", "equivalents")
    mark = Origins(standard, links).mark("clauses")
    after = Markup("<p>{}</p>").format(mark) if mark else Markup("")
    return table(site, columns, rows, caption=standard.name, sortable=True) + after
