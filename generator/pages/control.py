"""Document control on a page: the control record, dates, and where every value comes from."""

from datetime import date

from markupsafe import Markup

from generator.control.reviews import next_review
from generator.history import Commit
from generator.model.control import DocumentControl, Status
from generator.model.identifiers import short
from generator.model.process import Process
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.origins import Origins, source_lines, still_open
from generator.pages.page import Site
from generator.pages.tables import table


def control_record(process: Process, links: Links) -> list[tuple[str, Markup]]:
    """The control record of a process: each name in words, and what is known of it.

    ISO 9001:2015, 7.5.2 and 7.5.3: identification, status, approval and review. What nobody
    has established says so.
    """
    site, document = links.site, process.document
    unknown = still_open(site)
    owner = links.to(f"role:{process.owner}") if process.owner else None
    review = next_review(process, site.handbook)
    return [
        (site.label("control.title"), literal(process.name)),
        (site.label("control.id"), literal(process.id)),
        (site.label("control.version"), literal(document.version)),
        (site.label("control.status"), state(document.status, site)),
        (
            site.label("control.effective"),
            day(document.effective) if document.effective else unknown,
        ),
        (site.label("control.owner"), owner or unknown),
        (site.label("versions.record.author"), _authors(process, links)),
        (site.label("control.approved"), approval(document, links) or unknown),
        (site.label("control.review"), due_day(review, site) if review else unknown),
        (site.label("versions.record.commit"), literal(commit_of(process, site))),
        (site.label("control.file"), literal(site.file(f"process:{process.id}") or "")),
        (site.label("versions.record.print"), _print(process, links)),
    ]


def commit_of(process: Process, site: Site) -> str:
    """The commit that a controlled page was made from, and whether the process was edited since.

    A process that says nothing else than the commit that brought its version was not edited.
    """
    history = site.history
    issued = history.issued.get(process.id)
    is_same = (
        issued is not None and issued.version == process.document.version and not issued.changes
    )
    return commit_name(history.head, site, is_changed=history.is_changed and not is_same)


def commit_name(commit: Commit | None, site: Site, *, is_changed: bool = False) -> str:
    """A commit in words, short; that it is unknown without git."""
    if commit is None:
        return site.label("versions.commit.unknown")
    key = "changed" if is_changed else "of"
    return site.label(f"versions.commit.{key}", commit=short(commit.sha))


def state(status: Status, site: Site, words: str | None = None) -> Markup:
    """The status of a document in a border of its own, in its own word or in others."""
    said = literal(words or site.label(f"status.{status}"))
    return Markup('<span class="state-of state-of--{}">{}</span>').format(html(status), said)


def _authors(process: Process, links: Links) -> Markup:
    """The roles that wrote the version at hand, as far as the settings tell."""
    versions = links.site.history.versions.get(process.id, ())
    issued = next((one for one in versions if one.version == process.document.version), None)
    if issued and issued.authors:
        return links.roles(issued.authors)
    return literal(links.site.label("versions.record.author_unknown"))


def _print(process: Process, links: Links) -> Markup:
    """That a print is not controlled, and where to look whether it is of the version in force.

    On paper a link leads nowhere, so there, and in a loose file, words say where to look.
    """
    site, name = links.site, f"{process.id}@{process.document.version}"
    uncontrolled = literal(site.label("versions.record.uncontrolled"))
    page = site.label("versions.page.current")
    words = literal(site.label("versions.record.asking", page=page, name=name))
    if not links.linked:
        return joined([uncontrolled, words], ". ")
    link = Markup(
        '<span class="ask"><a href="{}">{}</a></span> <span class="ask-on-paper">{}</span>'
    ).format(links.page("current", name), literal(site.label("versions.record.ask")), words)
    return joined([uncontrolled, link], ". ")


def origin_list(origins: Origins, *, name: str) -> Markup:
    """Every value of an entity that is not literally from the source, and why."""
    site = origins.links.site
    rows = [
        [
            Markup('<span id="{}">{}</span>').format(literal(line.anchor), line.field),
            line.badge,
            joined([line.why or "", source_lines(line.lines, site), joined(line.notes)], " "),
        ]
        for line in origins.lines()
    ]
    columns = site.labels("origins", "field", "origin", "why")
    caption = site.label("origins.caption", name=name)
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def approval(document: DocumentControl, links: Links) -> Markup | None:
    """Who approved the version and when; None when nobody did."""
    if document.approved is None:
        return None
    return joined([links.to(f"role:{document.approved.by}"), day(document.approved.date)])


def day(found: date) -> Markup:
    """A date as year-month-day."""
    return Markup('<time datetime="{0}">{0}</time>').format(html(found.isoformat()))


def due_day(found: date, site: Site) -> Markup:
    """A date that the page's script marks, while reading, when it is near or past."""
    words = {key: literal(site.label(f"frame.{key}")) for key in ("overdue", "due")}
    return Markup(
        '<time datetime="{0}" data-due data-overdue="{overdue}" data-soon="{due}">{0}</time>'
    ).format(html(found.isoformat()), **words)
