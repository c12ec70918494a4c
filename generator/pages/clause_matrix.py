"""The matrix of clauses: what covers each, the gaps, and what does not apply and why.

ISO 9001:2015, 4.3 and 9.2: the coverage register, ordered as an auditor asks for it.
"""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from generator.evaluation.coverage import ClauseStanding, Evidence, in_order, standings
from generator.evaluation.strength import PRESENT, Strength
from generator.model.standard import Clause, Coverage, Standard
from generator.pages.clauses_of import clause_title
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.noted import thing
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, sections_page
from generator.pages.strengths import by_strength, clause_name, gaps, reason, standing
from generator.pages.tables import Row, table

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "processes": ("process",),
    "documents": ("document",),
    "kpis": ("kpi", "measurement"),
}
"""The kinds of thing under each heading of a cell; everything else stands after them."""


def clause_matrix_pages(site: Site) -> Iterator[Page]:
    """The one page, which is also the register of coverage."""
    links = Links(site, site.addresses.page("normmatrix"))
    yield sections_page(
        site,
        links.here,
        site.label("standards.matrix.title"),
        lead=literal(site.label("standards.matrix.lead")),
        sections=_sections(links),
        edit="quality/coverage.yml",
    )


def _sections(links: Links) -> Iterator[Section]:
    site = links.site
    for standard in in_order(site.handbook):
        found = [item for item in standings(standard, site.handbook) if _is_whole(item)]
        # An old edition is not asked for clause by clause: only what names it stands here.
        is_old = bool(standard.replaced_by)
        shown = [item for item in found if item.is_told or (item.is_unit and not is_old)]
        if any(item.is_told for item in shown):
            heading = site.label("standards.matrix.of", name=standard.name)
            yield Section(heading, _matrix(standard, shown, links), f"standard-{standard.id}")
            yield from _lists(standard, shown, links)
    yield _elsewhere(links)


def _is_whole(item: ClauseStanding) -> bool:
    return "-" not in item.clause.number


def _matrix(standard: Standard, found: Iterable[ClauseStanding], links: Links) -> Markup:
    site = links.site
    columns = site.labels("standards", "clause", "standing", "covered_by", "missing")
    rows = [_row(item, links) for item in found]
    return table(site, columns, rows, caption=standard.name, sortable=True)


def _row(item: ClauseStanding, links: Links) -> Row:
    """A clause; the line is the place of its first coverage, and holds those of the others."""
    own = _own(item)
    name = Markup("{}{}").format(
        links.to(item.reference, clause_name(item)),
        Markup("").join(
            Markup('<span id="coverage-{}"></span>').format(html(one.id)) for one in own[1:]
        ),
    )
    return Row(
        (
            name,
            standing(item, links.site),
            Markup("").join(_covering(item, links)) or None,
            bullets(gaps(item, links)) or None,
        ),
        id=f"coverage-{own[0].id}" if own else None,
    )


def _own(item: ClauseStanding) -> list[Coverage]:
    """The coverages of the clause or a lettered part of it, not those of a clause around it."""
    own = item.reference
    return [one for one in item.coverages if one.clause == own or one.clause.startswith(f"{own}-")]


def _covering(item: ClauseStanding, links: Links) -> Iterator[Markup]:
    """What covers a clause under the heading of its kind, in groups of one strength."""
    named = {kind for kinds in _HEADINGS.values() for kind in kinds}
    others = {_kind(one) for one in item.evidence} - named
    for name, kinds in {**_HEADINGS, "other": tuple(others)}.items():
        found = (one for one in item.evidence if one.strength in PRESENT and _kind(one) in kinds)
        if shown := by_strength(found, links):
            words = literal(links.site.label(f"standards.matrix.{name}"))
            yield Markup('<div class="aside">{}</div>{}').format(words, shown)


def _kind(one: Evidence) -> str:
    return one.reference.partition(":")[0]


def _lists(standard: Standard, found: Iterable[ClauseStanding], links: Links) -> Iterator[Section]:
    """The clauses that nothing covers, and those that do not apply, with the reason."""
    site, units = links.site, [item for item in found if item.is_unit]
    if standard.replaced_by:
        return
    bare = [item for item in units if item.strength not in (*PRESENT, Strength.EXCLUDED)]
    lead = literal(site.label("standards.matrix.gaps_lead", count=len(bare)))
    listed = bullets(
        joined((links.to(item.reference, clause_name(item)), standing(item, site)), " ")
        for item in bare
    )
    heading = f"{site.label('standards.matrix.gaps')}: {standard.name}"
    yield Section(heading, Markup("<p>{}</p>{}").format(lead, listed), f"gaps-{standard.id}")
    heading = f"{site.label('standards.matrix.exclusions')}: {standard.name}"
    yield Section(heading, _exclusions(found, links), f"exclusions-{standard.id}")


def _exclusions(found: Iterable[ClauseStanding], links: Links) -> Markup:
    site = links.site
    said = bullets(
        joined((clause_title(one.clause, links), reason(one, links)), ": ")
        for item in found
        for one in _own(item)
        if one.excluded
    )
    none = Markup("<p>{}</p>").format(literal(site.label("standards.no_exclusions")))
    lead = literal(site.label("standards.matrix.exclusions_lead"))
    return Markup("<p>{}</p>{}").format(lead, said or none)


def _elsewhere(links: Links) -> Section:
    """Coverage of a clause that no standard has, so that no line of the register gets lost."""
    site = links.site
    lost = [
        item
        for item in site.handbook.coverages.values()
        if not isinstance(site.handbook.find(item.clause), Clause)
    ]
    rows = [
        Row(
            (
                item.clause.partition(":")[2],
                joined((thing(one, links) for one in item.by), "; "),
                joined([text for text in (item.how, item.missing, item.excluded) if text], " "),
            ),
            id=f"coverage-{item.id}",
        )
        for item in lost
    ]
    columns = site.labels("standards", "clause", "what", "how")
    caption = site.label("standards.matrix.elsewhere")
    lead = Markup("<p>{}</p>").format(literal(site.label("standards.matrix.elsewhere_lead")))
    body = lead + table(site, columns, rows, caption=caption) if rows else Markup("")
    return Section(caption, body, "elsewhere")
