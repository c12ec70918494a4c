"""The way in to improving: what each register is for, how full it is, and what is left to do."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.follow_up import Work, by_owner, left_to_do
from generator.model.quality import BottleneckStatus
from generator.pages.actions import actions_page
from generator.pages.audit_findings import audit_findings_page
from generator.pages.audits import audits_page
from generator.pages.control import due_day
from generator.pages.links import Links
from generator.pages.management_reviews import management_reviews_page
from generator.pages.markup import literal
from generator.pages.nonconformities import nonconformities_page
from generator.pages.origins import still_open
from generator.pages.page import Page, Site
from generator.pages.register_cells import state_mark, what_it_is
from generator.pages.sections import Section, bullets, sections_page
from generator.pages.tables import table
from generator.pages.terms import running

_REGISTERS = {
    "bottlenecks": "bottleneck",
    "improvements": "improvement",
    "risks": "risk",
    "audits": "audit",
    "auditfindings": "auditfinding",
    "nonconformities": "nonconformity",
    "actions": "action",
    "managementreviews": "managementreview",
}
"""The registers by their page, and what their lines are, in the order of the work."""

_WITHOUT_AN_END = frozenset({"risk", "managementreview"})
"""What a line of is never done, so that how much is left says nothing."""


def improving_pages(site: Site) -> Iterator[Page]:
    """The way in, and the registers of audits and of what comes of them."""
    yield _improving(site)
    yield audits_page(site)
    yield audit_findings_page(site)
    yield nonconformities_page(site)
    yield actions_page(site)
    yield management_reviews_page(site)


def _improving(site: Site) -> Page:
    links = Links(site, site.addresses.page("improving"))
    work = left_to_do(site.handbook)
    label = site.label
    return sections_page(
        site,
        links.here,
        label("tabs.improving"),
        lead=literal(label("improving.lead.improving")),
        sections=[
            Section(label("improving.registers"), _registers(work, links), "registers"),
            Section(label("improving.by_day"), _by_day(work, links), "by-day", searched=False),
            Section(label("improving.by_owner"), _by_owner(work, links), "by-owner"),
            Section(label("site.seealso"), _see_also(links), "see-also"),
        ],
    )


def _registers(work: tuple[Work, ...], links: Links) -> Markup:
    site = links.site
    rows = []
    for page, kind in _REGISTERS.items():
        name = literal(site.label(f"menu.{page}"))
        rows.append(
            (
                Markup('<a href="{}">{}</a>').format(links.page(page), name),
                site.label(f"improving.belongs.{page}"),
                len(site.handbook.entities[kind]),
                _left(kind, work, site),
            )
        )
    heads = site.labels("improving.column", "register", "belongs", "lines", "left")
    return table(site, heads, rows, caption=site.label("improving.registers"))


def _left(kind: str, work: tuple[Work, ...], site: Site) -> int | None:
    """How many lines ask for work; None for a register of which the lines have no end."""
    if kind in _WITHOUT_AN_END:
        return None
    if kind == "bottleneck":
        found = site.handbook.bottlenecks.values()
        return sum(item.status is not BottleneckStatus.SOLVED for item in found)
    return sum(item.reference.startswith(f"{kind}:") for item in work)


def _by_day(work: tuple[Work, ...], links: Links) -> Markup:
    """Everything left to do, the nearest day first; the page marks what is late while reading."""
    site = links.site
    if not work:
        return Markup("<p>{}</p>").format(literal(site.label("improving.nothing_left")))
    rows = [_work(item, links) for item in work]
    heads = site.labels("improving.column", "what", "owner", "day", "state")
    lead = Markup("<p>{}</p>").format(literal(site.label("improving.by_day_lead")))
    caption = site.label("improving.by_day")
    return lead + table(site, heads, rows, caption=caption, sortable=True)


def _work(item: Work, links: Links) -> tuple[object, ...]:
    site = links.site
    return (
        what_it_is(item.reference, links) + _text(item.reference, links),
        links.to(f"role:{item.owner}") if item.owner else still_open(site),
        due_day(item.due, site) if item.due else still_open(site),
        state_mark(item.state, site),
    )


def _text(reference: str, links: Links) -> Markup:
    """The text of a line that has no name to know it by."""
    found = links.site.handbook.find(reference)
    said = "" if hasattr(found, "name") else running(getattr(found, "text", None), links)
    return Markup('<div class="aside">{}</div>').format(said) if said else Markup("")


def _by_owner(work: tuple[Work, ...], links: Links) -> Markup:
    """How much every role has left to do, and the first day on which something has to be done."""
    site = links.site
    rows = []
    for owner, items in by_owner(work).items():
        days = [item.due for item in items if item.due]
        first = due_day(min(days), site) if days else still_open(site)
        name = links.to(f"role:{owner}") if owner else literal(site.label("improving.nobody"))
        rows.append((name, len(items), first))
    heads = site.labels("improving.column", "owner", "left", "first_day")
    return (
        table(site, heads, rows, caption=site.label("improving.by_owner")) if rows else Markup("")
    )


def _see_also(links: Links) -> Markup:
    pages = {"advice": "menu.advice", "bottlenecks": "menu.bottlenecks", "kpis": "menu.kpis"}
    return bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(links.site.label(words)))
        for page, words in pages.items()
    )
