"""Pages about business objects: who makes them, who uses them, in which states they pass."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.handbook import slug
from generator.model.objects import ObjectInHandbook, ObjectUse
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.steps_of import performers
from generator.pages.tables import table
from generator.pages.text_alternative import figure


def object_pages(site: Site) -> Iterator[Page]:
    """The list of business objects, and a page for each."""
    yield _index(site)
    for item in site.objects.values():
        yield _page(site, item)


def _index(site: Site) -> Page:
    here = site.addresses.page("objects")
    links = Links(site, here)
    rows = [
        (
            links.thing(item.id, item.name),
            _stereotypes(site, item),
            joined(item.states),
            _processes(item, links),
        )
        for item in site.objects.values()
    ]
    columns = [site.label(f"site.{key}") for key in ("object", "stereotype", "states", "processes")]
    title = site.label("site.objects")
    body = table(site, columns, rows, caption=title, sortable=True)
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.objects_lead")),
        sections=[Section(site.label("site.allobjects"), body)],
        edit=None,
    )


def _page(site: Site, item: ObjectInHandbook) -> Page:
    here = site.addresses.source(f"object:{item.id}") or ""
    links = Links(site, here)
    rows = [
        (site.label("site.stereotype"), _stereotypes(site, item)),
        (site.label("site.places"), joined(site.label(f"place.{place}") for place in item.places)),
        (site.label("site.processes"), _processes(item, links)),
    ]
    made = [use for use in item.uses if use.gives]
    used = [use for use in item.uses if not use.gives]
    first = item.uses[0].process if item.uses else item.declarations[0][0]
    said = [
        Markup("{}: {}").format(links.to(f"process:{process.id}"), literal(declared.explanation))
        for process, declared in item.declarations
        if declared.explanation
    ]
    return sections_page(
        site,
        here,
        item.name,
        sections=[
            Section(site.label("site.inshort"), facts(rows) + bullets(said), "in-short"),
            Section(site.label("site.states"), figure(f"states-{item.id}", site), "states"),
            Section(site.label("site.madeby"), _uses(site, made, links), "made"),
            Section(site.label("site.usedby"), _uses(site, used, links), "used"),
            Section(site.label("site.crosses"), _interfaces(site, item, links), "crosses"),
        ],
        edit=site.file(f"process:{first.id}"),
    )


def _stereotypes(site: Site, item: ObjectInHandbook) -> Markup:
    return joined(site.label(f"stereotype.{stereotype}") for stereotype in item.stereotypes)


def _processes(item: ObjectInHandbook, links: Links) -> Markup:
    named = [use.process.id for use in item.uses] + [process.id for process, _ in item.declarations]
    return joined(links.to(f"process:{process}") for process in dict.fromkeys(named))


def _uses(site: Site, uses: list[ObjectUse], links: Links) -> Markup:
    if not uses:
        return Markup("")
    rows = [
        (
            use.state,
            links.to(f"process:{use.process.id}"),
            use.activity.name if use.activity else links.step(use.process, use.step),
            links.roles(use.activity.roles + use.activity.any_of)
            if use.activity
            else performers(use.step, links),
        )
        for use in uses
    ]
    columns = [site.label(f"site.{key}") for key in ("state", "process", "step", "who")]
    return table(site, columns, rows, caption=site.label("site.uses"))


def _interfaces(site: Site, item: ObjectInHandbook, links: Links) -> Markup:
    return bullets(
        Markup("{} {} {}: {}").format(
            links.to(f"process:{process.id}"),
            literal(site.label(f"direction.{interface.direction}")),
            links.to(f"process:{interface.process}")
            if interface.process
            else literal(interface.party or ""),
            links.object(interface.object),
        )
        for process in site.handbook.processes.values()
        for interface in process.interfaces
        if slug(interface.object.object) == item.id
    )
