"""Document control: which documents there are, in which version and state, and what changed."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.base import Origin, OriginKind
from generator.model.control import Change
from generator.model.process import Process
from generator.pages.control import approval, day, due_day
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import statements
from generator.pages.origins import Origins, badge, source_lines, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, sections_page
from generator.pages.tables import table


def document_control_pages(site: Site) -> Iterator[Page]:
    """The list of controlled documents, and the change log of the whole handbook."""
    yield _documents(site)
    yield _changes(site)


def _documents(site: Site) -> Page:
    here = site.addresses.page("documentcontrol")
    links = Links(site, here)
    rules = statements(site.handbook.organisation.document_rules, links)
    more = bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(site.label(f"site.{page}")))
        for page in _pages(site)
    )
    return sections_page(
        site,
        here,
        site.label("site.documentcontrol"),
        lead=literal(site.label("site.documentcontrol_lead")),
        sections=[
            Section(site.label("site.controlled"), _controlled(links), "controlled"),
            Section(site.label("site.policy"), _policy(links), "policy"),
            Section(site.label("site.rules"), rules, "rules"),
            Section(site.label("site.seealso"), more, "more"),
        ],
    )


def _pages(site: Site) -> Iterator[str]:
    yield from ("changes", "documents", "decisions", "source")
    if site.handbook.source_map is not None:
        yield "sourcemap"
    yield "fields"


def _policy(links: Links) -> Markup:
    """The rules of the version policy, each with its origin unless the source gives it."""
    return bullets(
        Markup("{}: {}{} {}").format(
            literal(rule.when),
            literal(rule.step),
            badge(Origin(origin=OriginKind(rule.origin)), links.site),
            source_lines(rule.lines, links.site),
        )
        for rule in links.site.handbook.organisation.version_policy
    )


def _controlled(links: Links) -> Markup:
    site = links.site
    keys = (
        "identifier",
        "title",
        "version",
        "status",
        "approved_by",
        "effective",
        "owner",
        "nextreview",
    )
    columns = [site.label(f"site.{key}") for key in keys]
    rows = [_document(process, links) for process in site.handbook.processes.values()]
    caption = site.label("site.controlled")
    return table(site, columns, rows, caption=caption, sortable=True) if rows else Markup("")


def _document(process: Process, links: Links) -> tuple[object, ...]:
    site = links.site
    document = process.document
    origins = Origins(process, links, listed=False)
    owner = links.to(f"role:{process.owner}") if process.owner else None
    return (
        process.id,
        links.to(f"process:{process.id}"),
        document.version,
        site.label(f"status.{document.status}"),
        approval(document, links) or still_open(site),
        day(document.effective) if document.effective else still_open(site),
        origins.value("owner", owner),
        due_day(document.next_review, site) if document.next_review else still_open(site),
    )


def _changes(site: Site) -> Page:
    here = site.addresses.page("changes")
    links = Links(site, here)
    found = [
        (change, process)
        for process in site.handbook.processes.values()
        for change in process.changes
    ]
    found.sort(key=lambda line: line[0].date, reverse=True)
    rows = [_change(change, process, links) for change, process in found]
    columns = [site.label(f"site.{key}") for key in ("date", "process", "version", "kind", "what")]
    title = site.label("site.changes")
    body = table(site, columns, rows, caption=title, sortable=True)
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.changes_lead")),
        sections=[Section(site.label("site.allchanges"), body if rows else Markup(""))],
    )


def _change(change: Change, process: Process, links: Links) -> tuple[object, ...]:
    site = links.site
    notes = joined(links.to(f"note:{note}", note) for note in change.notes)
    what = [literal(change.what), source_lines(change.lines, site), notes]
    return (
        day(change.date),
        links.to(f"process:{process.id}"),
        change.version,
        site.label(f"changekind.{change.kind}"),
        joined([part for part in what if part], " "),
    )
