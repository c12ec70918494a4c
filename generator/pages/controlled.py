"""Which documents are controlled, in which version and state, and which pages are not."""

from markupsafe import Markup

from generator.control.reviews import next_review
from generator.history.known import KnownVersion, in_force, is_certain, known_versions
from generator.model.organisation import RegisteredDocument
from generator.model.process import Process
from generator.pages.card import card_address
from generator.pages.control import approval, day, due_day, state
from generator.pages.links import Links, relative
from generator.pages.markup import joined, literal
from generator.pages.origins import Origins, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, sections_page
from generator.pages.tables import Row, table

_LIST = ("identifier", "title", "version", "status", "date")
_APPROVAL = ("identifier", "approved_by", "effective", "nextreview")


def controlled_page(site: Site) -> Page:
    """The list of controlled documents, for who reads and for who audits (ISO 9001, 7.5.3)."""
    here = site.addresses.page("controlled")
    links = Links(site, here)
    return sections_page(
        site,
        here,
        site.label("versions.page.controlled"),
        lead=literal(site.label("versions.controlled.lead")),
        sections=[
            Section(site.label("versions.controlled.list"), _controlled(links), "controlled"),
            Section(site.label("versions.controlled.approval"), _approvals(links), "approval"),
            Section(site.label("versions.controlled.which"), _which(site), "which"),
            Section(site.label("versions.controlled.registered"), _registered(links), "registered"),
        ],
    )


def _which(site: Site) -> Markup:
    """In plain words which pages are controlled."""
    return bullets(
        literal(site.label(f"versions.controlled.{key}")) for key in ("pages", "others", "print")
    )


def _controlled(links: Links) -> Markup:
    site = links.site
    rows = [_document(process, links) for process in site.handbook.processes.values()]
    columns = site.labels("site", *_LIST)
    columns += site.labels("versions.controlled", "location", "owner")
    caption = site.label("versions.controlled.list")
    return table(site, columns, rows, caption=caption, sortable=True) if rows else Markup("")


def _document(process: Process, links: Links) -> tuple[object, ...]:
    site, document = links.site, process.document
    versions = known_versions(process, site.history)
    mine = next(item for item in versions if item.version == document.version)
    owner = links.to(f"role:{process.owner}") if process.owner else None
    return (
        process.id,
        links.to(f"process:{process.id}"),
        document.version,
        state(document.status, site),
        day(mine.day) if mine.day else still_open(site),
        _location(process, links),
        Origins(process, links, listed=False).value("owner", owner),
    )


def in_force_of(versions: tuple[KnownVersion, ...], process: Process, links: Links) -> Markup:
    """The version in force as a link to its answer; that there is none, as far as is known."""
    found = in_force(versions)
    if found is None:
        key = "in_force_none" if is_certain(versions) else "in_force_unknown"
        return literal(links.site.label(f"versions.controlled.{key}"))
    address = links.page("current", f"{process.id}@{found.version}")
    return Markup('<a href="{}">{}</a>').format(address, literal(found.version))


def _location(process: Process, links: Links) -> Markup:
    """Where the document is: its page and its card."""
    site = links.site
    page = literal(site.label("versions.controlled.page"))
    places = [links.to(f"process:{process.id}", page)]
    if process.emergency_card:
        card = relative(card_address(process, site), links.here)
        words = literal(site.label("versions.controlled.card"))
        places.append(Markup('<a href="{}">{}</a>').format(card, words))
    return joined(places)


def _path(path: str) -> Markup:
    """A path that may be broken after each folder, so that its column stays narrow."""
    return joined(path.split("/"), "/<wbr>")


def _approvals(links: Links) -> Markup:
    site = links.site
    rows = [_approval(process, links) for process in site.handbook.processes.values()]
    columns = site.labels("site", *_APPROVAL)
    columns.insert(1, site.label("versions.controlled.in_force"))
    columns.append(site.label("versions.controlled.file"))
    caption = site.label("versions.controlled.approval")
    return table(site, columns, rows, caption=caption, sortable=True) if rows else Markup("")


def _approval(process: Process, links: Links) -> tuple[object, ...]:
    site, document = links.site, process.document
    review = next_review(process, site.handbook)
    file = site.file(f"process:{process.id}")
    return (
        process.id,
        in_force_of(known_versions(process, site.history), process, links),
        approval(document, links) or still_open(site),
        day(document.effective) if document.effective else still_open(site),
        due_day(review, site) if review else still_open(site),
        _path(file) if file else None,
    )


def _registered(links: Links) -> Markup:
    """The documents that are kept elsewhere: this site names them and controls none of them."""
    site = links.site
    rows = [
        Row(
            (
                links.to(f"document:{item.id}"),
                site.label(f"documentkind.{item.kind}"),
                _place(item, links),
                links.to(f"role:{item.owner}") if item.owner else still_open(site),
            )
        )
        for item in site.handbook.documents.values()
    ]
    if not rows:
        return Markup("")
    columns = site.labels("site", "document", "kind", "location", "owner")
    caption = site.label("versions.controlled.registered")
    note = Markup("<p>{}</p>").format(literal(site.label("versions.controlled.registered_note")))
    return note + table(site, columns, rows, caption=caption, sortable=True)


def _place(document: RegisteredDocument, links: Links) -> Markup:
    """Where a registered document is kept; that it is not there when it is missing."""
    if document.exists is False:
        return literal(links.site.label("site.exists_missing"))
    if document.location is None:
        return still_open(links.site)
    return links.to(f"system:{document.location}")
