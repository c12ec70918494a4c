"""The emergency card: one process on one sheet, for the moment that something goes wrong.

It exists twice: as a page of the site, and as one file without anything around it, to be
kept where it can be read when the site cannot.
"""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.process import Process
from generator.pages import brief
from generator.pages.control import control_record, state
from generator.pages.links import Links, relative
from generator.pages.markup import render
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.steps import StepWords


def card_pages(site: Site) -> Iterator[Page]:
    """The page and the self-contained file of every process that has a card."""
    for process in site.handbook.processes.values():
        if process.emergency_card:
            yield _page(process, site)
            yield _file(process, site)


def card_address(process: Process, site: Site) -> str:
    """The address of the card's page, from the site's root."""
    return f"{site.addresses.folder('card')}/{process.id}.html"


def _file_address(process: Process, site: Site) -> str:
    name = site.label("card.filename", id=process.id)
    return f"{site.addresses.folder('card')}/{name}"


def _page(process: Process, site: Site) -> Page:
    path = card_address(process, site).removesuffix(".html") + ".md"
    links = Links(site, path)
    title = site.label("card.title", name=process.name)
    content = render(
        "card.md.j2",
        title=title,
        process=process,
        tab=site.addresses.page("processes"),
        back=links.to(f"process:{process.id}"),
        file=relative(_file_address(process, site), path),
        sheet=_sheet(process, links),
        label=site.label,
    )
    return Page(path, title, content, site.file(f"process:{process.id}"))


def _file(process: Process, site: Site) -> Page:
    path = _file_address(process, site)
    title = site.label("card.title", name=process.name)
    content = render(
        "card.html.j2",
        title=title,
        language=site.language.code,
        sheet=_sheet(process, Links(site, path, linked=False)),
    )
    return Page(path, title, content, site.file(f"process:{process.id}"))


def _sheet(process: Process, links: Links) -> Markup:
    """What stands on the card itself."""
    return render(
        "card-sheet.j2",
        process=process,
        organisation=links.site.handbook.organisation,
        words=StepWords(process, links, listed=False),
        links=links,
        origins=Origins(process, links, listed=False),
        time_norms=brief.time_norms(process, links, short=True),
        escalations=brief.escalations(process, links, short=True),
        label=links.site.label,
        state=state(process.document.status, links.site),
        record=control_record(process, links),
    )
