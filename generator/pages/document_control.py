"""Document control: which documents there are, in which version and state, and what changed."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.process import Process
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import statements
from generator.pages.origins import source_lines, still_open
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
    organisation = site.handbook.organisation
    title = site.label("site.documentcontrol")
    more = bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(site.label(f"site.{page}")))
        for page in _pages(site)
    )
    policy = bullets(
        Markup("{}: {}{} {}").format(
            literal(rule.when),
            literal(rule.step),
            _origin(site, rule.origin),
            source_lines(rule.lines, site),
        )
        for rule in organisation.version_policy
    )
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.documentcontrol_lead")),
        sections=[
            Section(site.label("site.controlled"), _controlled(site, links), "controlled"),
            Section(site.label("site.policy"), policy, "policy"),
            Section(
                site.label("site.rules"), statements(organisation.document_rules, links), "rules"
            ),
            Section(site.label("site.seealso"), more, "more"),
        ],
    )


def _pages(site: Site) -> Iterator[str]:
    yield from ("changes", "documents", "decisions", "source")
    if site.handbook.source_map is not None:
        yield "sourcemap"
    yield "fields"


def _origin(site: Site, origin: str) -> Markup:
    if origin == "source":
        return Markup("")
    words = literal(site.label(f"origin.{origin}"))
    return Markup(' <span class="origin origin--{}">{}</span>').format(origin, words)


def _controlled(site: Site, links: Links) -> Markup:
    keys = ("identifier", "title", "version", "status", "effective", "owner", "nextreview")
    columns = [site.label(f"site.{key}") for key in keys]
    rows = [_document(process, links) for process in site.handbook.processes.values()]
    caption = site.label("site.controlled")
    return table(site, columns, rows, caption=caption, sortable=True)


def _document(process: Process, links: Links) -> tuple[object, ...]:
    site = links.site
    document = process.document
    return (
        process.id,
        links.to(f"process:{process.id}"),
        document.version,
        site.label(f"status.{document.status}"),
        document.effective or still_open(site),
        links.to(f"role:{process.owner}") if process.owner else still_open(site),
        document.next_review or still_open(site),
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
    rows = [
        (
            change.date,
            links.to(f"process:{process.id}"),
            change.version,
            site.label(f"changekind.{change.kind}"),
            Markup("{} {}").format(
                literal(change.what), joined(links.to(f"note:{n}", n) for n in change.notes)
            ),
        )
        for change, process in found
    ]
    columns = [site.label(f"site.{key}") for key in ("date", "process", "version", "kind", "what")]
    title = site.label("site.changes")
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.changes_lead")),
        sections=[
            Section(
                site.label("site.allchanges"),
                table(site, columns, rows, caption=title, sortable=True),
            )
        ],
    )
