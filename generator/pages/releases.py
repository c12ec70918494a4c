"""The page of the releases: which there are, where they can be read, how one is made.

Where a release stands, and what of it is approved, is known only when the site is put
together; until then the page has a place for it (:func:`place_of`), which reads as plain text.
"""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.control import Release
from generator.model.identifiers import short
from generator.pages.control import day
from generator.pages.markup import html, literal, typed
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, sections_page
from generator.pages.tables import Row, table

FILE = "organisation/releases.yml"


def release_pages(site: Site) -> Iterator[Page]:
    """The page of the releases, also when there are none yet."""
    rows = [_row(item, site) for item in releases_in_order(site)]
    columns = site.labels("releases", "name", "date", "commit", "state")
    title = site.label("releases.title")
    body = table(site, columns, rows, caption=title) if rows else Markup("")
    yield sections_page(
        site,
        site.addresses.page("releases"),
        title,
        lead=literal(site.label("releases.lead" if rows else "releases.lead_none")),
        sections=[
            Section(site.label("releases.all"), body, "all"),
            Section(site.label("releases.words"), _words(site), "words"),
            Section(site.label("releases.make"), _how(site), "make"),
            Section(site.label("releases.verify"), _verify(site), "verify"),
        ],
        edit=FILE,
    )


def releases_in_order(site: Site) -> list[Release]:
    """The releases, the newest first; of one day the last in the file."""
    found = reversed(list(site.handbook.releases.values()))
    return sorted(found, key=lambda item: item.date, reverse=True)


def place_of(release: Release, what: str, text: object) -> Markup:
    """A place that is filled in when the site is put together; ``what`` is ``link`` or ``state``.

    Without that, as when MkDocs is run by hand, its text stays.
    """
    return Markup('<span data-release-{}="{}">{}</span>').format(
        html(what), html(release.id), literal(text)
    )


def _row(release: Release, site: Site) -> Row:
    commit = Markup("<code>{}</code>").format(html(short(release.commit)))
    tag = site.label("releases.tag", tag=release.tag) if release.tag else None
    name = place_of(release, "link", release.name)
    cells = (
        name,
        day(release.date),
        commit + Markup("<br>{}").format(literal(tag)) if tag else commit,
        place_of(release, "state", site.label("releases.without")),
    )
    return Row(cells, id=f"release-{release.id}")


def _words(site: Site) -> Markup:
    """What the banner of a page in a release can say, and what it means."""
    keys = ("in-force", "replaced", "withdrawn", "concept", "old-concept")
    return bullets(
        Markup("<strong>{}</strong>: {}").format(
            literal(site.label(f"releases.standing.{key}")),
            literal(site.label(f"releases.meaning.{key}")),
        )
        for key in keys
    )


def _how(site: Site) -> Markup:
    steps = [literal(site.label(f"releases.how.{key}")) for key in ("edit", "lines", "ask")]
    items = Markup("").join(Markup("<li>{}</li>").format(step) for step in steps)
    lines = typed(site.label("releases.example"))
    command = Markup("<p>{} <code>{}</code></p>").format(
        literal(site.label("releases.how.command")),
        literal(site.label("releases.how.example")),
    )
    return Markup("<ol>{}</ol><pre><code>{}</code></pre>").format(items, lines) + command


def _verify(site: Site) -> Markup:
    return Markup("<p>{} <code>{}</code></p>").format(
        literal(site.label("releases.verify_text")), literal("handbook verify site")
    )
