"""The architecture page: the three layers, every system with its layer, and process by process.

ArchiMate 3.2 (The Open Group, 2022), chapters 8 to 10. ISO 9001:2015, 7.1.3 (infrastructure).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.diagrams.architecture_elements import (
    Layer,
    in_layer,
    layer_of,
    layers_of,
    runs_somewhere,
)
from generator.diagrams.architecture_parts import LayerPart, parts_of
from generator.diagrams.architecture_view import systems_of
from generator.model.handbook import Handbook, slug
from generator.model.identifiers import SystemId
from generator.model.organisation import Organisation, Service, System
from generator.model.process import Process
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.mentions import links_to
from generator.pages.origins import Origins, source_lines, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, sections_page
from generator.pages.tables import table
from generator.pages.terms import linked
from generator.pages.text_alternative import figure


def architecture_pages(site: Site) -> Iterator[Page]:
    """The one page of the architecture."""
    here = site.addresses.page("architecture")
    links = Links(site, here)
    yield sections_page(
        site,
        here,
        _label(site, "title"),
        lead=literal(_label(site, "lead")),
        sections=_sections(links),
        edit="organisation/systems.yml",
    )


def link_to_architecture(process: Process, links: Links) -> Markup:
    """A link from the page of a process to its picture; empty when there is none."""
    site, key = links.site, f"layers-{process.id}"
    if key not in site.diagrams:
        return Markup("")
    words = literal(_label(site, "of_process"))
    address = links.page("architecture", key)
    return Markup('<p class="aside"><a href="{}">{}</a></p>').format(address, words)


def services(entity: Organisation | System, links: Links) -> Markup:
    """What a system, or the organisation, does for who uses it, each with its processes."""
    return bullets(_service(service, entity, links) for service in entity.services)


def _label(site: Site, path: str, /, **blanks: object) -> str:
    return site.label(f"architecture.page.{path}", **blanks)


def _sections(links: Links) -> Iterator[Section]:
    site = links.site
    parts = tuple(parts_of(site.handbook))
    for layer in layers_of(site.handbook):
        words = f"architecture.layer.{layer}"
        lead = Markup("<p>{}</p>").format(literal(site.label(f"{words}.lead")))
        shown = [_part(part, links) for part in parts if part.layer is layer]
        drawn = Markup("\n\n").join(part for part in shown if part)
        yield Section(site.label(f"{words}.name"), lead + drawn if drawn else drawn, layer)
    yield Section(_label(site, "services"), _services(links), "services")
    yield Section(_label(site, "systems"), _systems(links), "systems")
    yield Section(_label(site, "processes"), _processes(links), "processes")
    yield Section(site.label("site.seealso"), _more(links), "more")


def _part(part: LayerPart, links: Links) -> Markup:
    """The picture of a part of a layer, or that there is too much for one, and where to look."""
    site = links.site
    if part.is_drawn:
        return figure(part.key, site)
    section = "processes" if part.layer is Layer.BUSINESS else "systems"
    group = links.to(f"group:{part.group}") if part.group else None
    words = literal(_label(site, f"too_many.{section}", count=part.count))
    said = Markup("{}: {}").format(group, words) if group else words
    where = literal(_label(site, section))
    return Markup('<p>{} <a href="#{}">{}</a></p>').format(said, section, where)


def _services(links: Links) -> Markup:
    site, organisation = links.site, links.site.handbook.organisation
    rows = [
        (
            literal(service.name),
            linked(service.text, links) if service.text else None,
            _delivered_by(service, organisation, links),
            source_lines(service.lines, site),
        )
        for service in organisation.services
    ]
    columns = [_label(site, f"column.{key}") for key in ("service", "meaning", "processes")]
    columns.append(site.label("site.noted"))
    lead = Markup("<p>{}</p>").format(literal(_label(site, "services_lead")))
    caption = _label(site, "services")
    return lead + table(site, columns, rows, caption=caption) if rows else Markup("")


def _delivered_by(service: Service, entity: Organisation | System, links: Links) -> Markup:
    """The processes of a service; that none was established is said too."""
    origins = Origins(entity, links, listed=False)
    path = f"services.{slug(service.name)}.processes"
    if not service.processes:
        return still_open(links.site)
    return links_to("process", service.processes, links) + origins.mark(path)


def _service(service: Service, entity: Organisation | System, links: Links) -> Markup:
    """A service in one line: its name, what it is, its processes, its lines of the source."""
    mark = Origins(entity, links, listed=False).mark(f"services.{slug(service.name)}")
    name = Markup("<strong>{}</strong>{}").format(literal(service.name), mark)
    processes = links_to("process", service.processes, links)
    told = [
        Markup(": {}").format(linked(service.text, links)) if service.text else "",
        Markup(" ({})").format(processes) if processes else "",
        Markup(" {}").format(source_lines(service.lines, links.site)) if service.lines else "",
    ]
    return joined([name, *(part for part in told if part)], "")


def _systems(links: Links) -> Markup:
    site = links.site
    used_in = _used_in(site.handbook)
    rows = [
        _system(system, used_in.get(system.id, ()), links)
        for layer in Layer
        for system in in_layer(layer, site.handbook)
    ]
    keys = ("system", "layer", "kind", "host", "does", "used")
    columns = [_label(site, f"column.{key}") for key in keys]
    caption = _label(site, "systems")
    return table(site, columns, rows, caption=caption, sortable=True) if rows else Markup("")


def _used_in(handbook: Handbook) -> Mapping[SystemId, Sequence[Process]]:
    """The processes that use each system."""
    found: dict[SystemId, list[Process]] = {}
    for process in handbook.processes.values():
        for system in systems_of(process):
            found.setdefault(system, []).append(process)
    return found


def _system(system: System, used_in: Iterable[Process], links: Links) -> tuple[object, ...]:
    site = links.site
    return (
        links.to(f"system:{system.id}"),
        site.label(f"architecture.layer.{layer_of(system)}.name"),
        site.label(f"systemkind.{system.kind}"),
        _host(system, links),
        services(system, links) or None,
        joined(links.to(f"process:{process.id}") for process in used_in),
    )


def _host(system: System, links: Links) -> Markup:
    """What a system runs on; for an application it is said when nobody stated it."""
    if system.runs_on:
        mark = Origins(system, links, listed=False).mark("runs_on")
        return links.to(f"system:{system.runs_on}") + mark
    if runs_somewhere(system):
        return Markup('<span class="open">{}</span>').format(literal(_label(links.site, "unknown")))
    return Markup("")


def _processes(links: Links) -> Markup:
    """The picture of every process, or that it uses no system."""
    site = links.site
    parts = [Markup("<p>{}</p>").format(literal(_label(site, "processes_lead")))]
    for process in site.handbook.processes.values():
        drawn = figure(f"layers-{process.id}", site)
        if not drawn and systems_of(process):
            continue
        none = Markup("<p>{}</p>").format(literal(_label(site, "none")))
        name = Markup("<h3>{}</h3>").format(links.to(f"process:{process.id}"))
        parts.append(name + (drawn or none))
    return Markup("\n\n").join(parts) if len(parts) > 1 else Markup("")


def _more(links: Links) -> Markup:
    pages = {"outage": "see_outage", "legend": "see_legend"}
    return bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(_label(links.site, words)))
        for page, words in pages.items()
    )
