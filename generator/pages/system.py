"""Pages about systems: what each is for, who keeps it, where it runs, which steps need it."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.outage import outage_by_system
from generator.model.organisation import System
from generator.model.process import Process, Recording, Step
from generator.pages.architecture import services
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.mentions import (
    activities_where,
    at_step,
    bottlenecks_where,
    declared,
    links_to,
)
from generator.pages.named_by import named_section
from generator.pages.noted import noted, statements
from generator.pages.origins import Origins
from generator.pages.outage import what_stops
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.steps_of import steps_table
from generator.pages.tables import table
from generator.pages.terms import linked


def system_pages(site: Site) -> Iterator[Page]:
    """The list of systems, and a page for each."""
    yield _index(site)
    for system in site.handbook.systems.values():
        yield _page(site, system)


def _index(site: Site) -> Page:
    here = site.addresses.page("systems")
    links = Links(site, here)
    keys = ("system", "systemkind", "purpose", "maintainedby", "runson", "steps")
    rows = [_row(system, links) for system in site.handbook.systems.values()]
    columns = site.labels("site", *keys)
    title = site.label("site.systems")
    body = table(site, columns, rows, caption=title, sortable=True)
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.systems_lead")),
        sections=[Section(site.label("site.allsystems"), body if rows else Markup(""))],
        edit="organisation/systems.yml",
    )


def _row(system: System, links: Links) -> tuple[object, ...]:
    site = links.site
    origins = Origins(system, links, listed=False)
    runs_on = links.to(f"system:{system.runs_on}") if system.runs_on else None
    return (
        links.to(f"system:{system.id}"),
        site.label(f"systemkind.{system.kind}"),
        origins.value("purpose", system.purpose),
        origins.value("maintained_by", maintainers(system, links)),
        runs_on + origins.mark("runs_on") if runs_on else None,
        len(site.handbook.steps_by_system.get(system.id, ())) or None,
    )


def maintainers(system: System, links: Links) -> Markup:
    """Who keeps a system: roles and departments."""
    roles = links.site.handbook.roles
    kinds = (
        links.to(f"role:{name}" if name in roles else f"department:{name}")
        for name in system.maintained_by
    )
    return joined(kinds)


def _page(site: Site, system: System) -> Page:
    reference = f"system:{system.id}"
    here = site.addresses.source(reference) or ""
    return sections_page(
        site,
        here,
        system.name,
        sections=_sections(site, system, Links(site, here)),
        edit=site.file(reference),
    )


def _sections(site: Site, system: System, links: Links) -> Iterator[Section]:
    caption = site.label("site.usedin")
    used = site.handbook.steps_by_system.get(system.id, ())
    yield Section(site.label("site.inshort"), _facts(site, system, links), "in-short")
    yield Section(caption, steps_table(used, links, caption=caption), "used")
    stops = what_stops(outage_by_system(site.handbook)[system.id], links)
    yield Section(site.label("architecture.page.column.does"), services(system, links), "services")
    yield Section(site.label("outage.section"), stops, "outage")
    between = activities_where(lambda item: system.id in item.uses, links)
    yield Section(site.label("site.usedbetween"), between, "between")
    yield Section(site.label("site.recordedhere"), _records(site, system, links), "records")
    yield Section(site.label("site.documentshere"), _documents(site, system, links), "documents")
    yield Section(site.label("site.measuredhere"), _kpis(site, system, links), "kpis")
    yield Section(site.label("site.runshere"), _runs(site, system, links), "runs")
    yield Section(site.label("site.known"), statements(system.facts, links), "known")
    yield Section(site.label("site.indiagrams"), declared(system.name, links), "diagrams")
    problems = bottlenecks_where(lambda item: system.id in item.systems, links)
    yield Section(site.label("site.bottlenecks"), problems, "bottlenecks")
    yield named_section(f"system:{system.id}", links, without=("Bottleneck.systems",))
    yield Section(site.label("site.noted"), noted(f"system:{system.id}", system, links), "source")


def _facts(site: Site, system: System, links: Links) -> Markup:
    origins = Origins(system, links)
    others = site.handbook.systems.values()
    connected = [*system.connected_to, *(o.id for o in others if system.id in o.connected_to)]
    runs_on = links.to(f"system:{system.runs_on}") if system.runs_on else None
    purpose = linked(system.purpose, links) if system.purpose else None
    shown = {
        "systemkind": literal(site.label(f"systemkind.{system.kind}")),
        "purpose": origins.value("purpose", purpose),
        "maintainedby": origins.value("maintained_by", maintainers(system, links)),
        "developedby": origins.value("developed_by", system.developed_by),
        "runson": origins.value("runs_on", runs_on),
        "connectedto": links.systems(dict.fromkeys(connected)),
        "alsoknownas": joined(system.also_known_as),
    }
    return facts((site.label(f"site.{key}"), value) for key, value in shown.items())


def _records(site: Site, system: System, links: Links) -> Markup:
    return bullets(
        _record(process, step, record, links)
        for process in site.handbook.processes.values()
        for step in process.steps
        for record in step.records
        if record.where == system.id
    )


def _record(process: Process, step: Step, record: Recording, links: Links) -> Markup:
    what = links.object_in_state(record.what)
    return Markup("{} ({})").format(what, at_step(process, step, links))


def _documents(site: Site, system: System, links: Links) -> Markup:
    found = [item.id for item in site.handbook.documents.values() if item.location == system.id]
    return bullets(links.to(f"document:{identifier}") for identifier in found)


def _kpis(site: Site, system: System, links: Links) -> Markup:
    kpis = [item.id for item in site.handbook.kpis.values() if item.measured_in == system.id]
    return bullets(links.to(f"kpi:{identifier}") for identifier in kpis)


def _runs(site: Site, system: System, links: Links) -> Markup:
    found = [item.id for item in site.handbook.systems.values() if item.runs_on == system.id]
    return links_to("system", found, links)
