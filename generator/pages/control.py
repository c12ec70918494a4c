"""Document control on a page: the change log, dates, and where every value comes from."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from generator.model.control import Change, DocumentControl
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.origins import Origins, source_lines
from generator.pages.page import Site
from generator.pages.tables import table


def change_log(changes: Iterable[Change], links: Links, *, name: str) -> Markup:
    """The changes of the document called ``name``, newest first; empty when there are none."""
    site = links.site
    rows = [
        [
            item.version,
            day(item.date),
            site.label(f"changekind.{item.kind}"),
            joined([item.what, source_lines(item.lines, site)], " "),
            joined(links.to(f"note:{note}", note) for note in item.notes),
        ]
        for item in changes
    ]
    columns = [site.label(f"changes.{key}") for key in ("version", "date", "kind", "what", "why")]
    caption = site.label("changes.caption", name=name)
    return table(site, columns, rows, caption=caption) if rows else Markup("")


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
    columns = [site.label(f"origins.{key}") for key in ("field", "origin", "why")]
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
