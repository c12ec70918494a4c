"""Pages about business objects: who makes them, who uses them, in which states they pass."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.handbook import slug
from generator.model.objects import ObjectInHandbook, ObjectUse
from generator.model.process import Interface, Process
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.mentions import at_step, declared, links_to
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.steps import StepWords, performers
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
    columns = site.labels("site", "object", "stereotype", "states", "processes")
    title = site.label("site.objects")
    body = table(site, columns, rows, caption=title, sortable=True)
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.objects_lead")),
        sections=[Section(site.label("site.allobjects"), body if rows else Markup(""))],
    )


def _page(site: Site, item: ObjectInHandbook) -> Page:
    here = site.addresses.source(f"object:{item.id}") or ""
    links = Links(site, here)
    first = item.uses[0].process if item.uses else item.declarations[0][0]
    return sections_page(
        site,
        here,
        item.name,
        sections=_sections(site, item, links),
        edit=site.file(f"process:{first.id}"),
    )


def _sections(site: Site, item: ObjectInHandbook, links: Links) -> Iterator[Section]:
    made = [use for use in item.uses if use.gives]
    used = [use for use in item.uses if not use.gives]
    yield Section(site.label("site.inshort"), _facts(site, item, links), "in-short")
    yield Section(site.label("site.indiagrams"), declared(item.name, links), "diagrams")
    yield Section(site.label("site.states"), figure(f"states-{item.id}", site), "states")
    yield Section(site.label("site.madeby"), _uses(site, made, links, "madeby"), "made")
    yield Section(site.label("site.usedby"), _uses(site, used, links, "usedby"), "used")
    yield Section(site.label("site.recorded"), _records(site, item, links), "recorded")
    yield Section(site.label("site.crosses"), _interfaces(site, item, links), "crosses")


def _facts(site: Site, item: ObjectInHandbook, links: Links) -> Markup:
    shown = {
        "stereotype": _stereotypes(site, item),
        "states": joined(item.states),
        "processes": _processes(item, links),
    }
    return facts((site.label(f"site.{key}"), value) for key, value in shown.items())


def _stereotypes(site: Site, item: ObjectInHandbook) -> Markup:
    return joined(site.label(f"stereotype.{stereotype}") for stereotype in item.stereotypes)


def _processes(item: ObjectInHandbook, links: Links) -> Markup:
    named = [use.process.id for use in item.uses] + [process.id for process, _ in item.declarations]
    return links_to("process", dict.fromkeys(named), links)


def _uses(site: Site, uses: list[ObjectUse], links: Links, label: str) -> Markup:
    columns = site.labels("site", "state", "process", "step", "who")
    rows = [_use(use, links) for use in uses]
    return table(site, columns, rows, caption=site.label(f"site.{label}")) if uses else Markup("")


def _use(use: ObjectUse, links: Links) -> tuple[object, ...]:
    step = links.step(use.process, use.step)
    if use.activity:
        what = Markup("{} ({})").format(literal(use.activity.name), step)
        who = performers(use.activity, links)
    else:
        words = StepWords(use.process, links, listed=False)
        what = step + words.mark(use.step, "outputs" if use.gives else "inputs")
        who = words.who(use.step)
    return (use.state, links.to(f"process:{use.process.id}"), what, who)


def _records(site: Site, item: ObjectInHandbook, links: Links) -> Markup:
    """In which step the object is written down, and where."""
    return bullets(
        Markup("{} ({})").format(shown, at_step(process, step, links))
        for process in site.handbook.processes.values()
        for step in process.steps
        if any(slug(record.what.object) == item.id for record in step.records)
        for record, shown in zip(step.records, StepWords(process, links).records(step), strict=True)
        if slug(record.what.object) == item.id
    )


def _interfaces(site: Site, item: ObjectInHandbook, links: Links) -> Markup:
    return bullets(
        _interface(process, interface, links)
        for process in site.handbook.processes.values()
        for interface in process.interfaces
        if slug(interface.object.object) == item.id
    )


def _interface(process: Process, interface: Interface, links: Links) -> Markup:
    label = links.site.label
    other = (
        links.to(f"process:{interface.process}")
        if interface.process
        else literal(interface.party or "")
    )
    return Markup("{} {} {}: {}").format(
        links.to(f"process:{process.id}"),
        literal(label(f"direction.{interface.direction}")),
        other,
        links.object_in_state(interface.object),
    )
