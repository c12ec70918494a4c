"""Pages about systems: what each is for, who keeps it, where it runs, which steps need it."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.organisation import System
from generator.pages.links import Links
from generator.pages.markup import joined, paragraphs
from generator.pages.noted import noted, statements
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.steps_of import steps_table
from generator.pages.tables import table


def system_pages(site: Site) -> Iterator[Page]:
    """The list of systems, and a page for each."""
    yield _index(site)
    for system in site.handbook.systems.values():
        yield _page(site, system)


def _index(site: Site) -> Page:
    here = site.addresses.page("systems")
    links = Links(site, here)
    keys = ("system", "systemkind", "purpose", "maintainedby", "runson", "steps")
    rows = [
        (
            links.to(f"system:{system.id}"),
            site.label(f"systemkind.{system.kind}"),
            Origins(system, links, listed=False).value("purpose", system.purpose),
            Origins(system, links, listed=False).value("maintained_by", maintainers(system, links)),
            links.to(f"system:{system.runs_on}") if system.runs_on else None,
            len(site.handbook.steps_by_system.get(system.id, ())) or None,
        )
        for system in site.handbook.systems.values()
    ]
    columns = [site.label(f"site.{key}") for key in keys]
    title = site.label("site.systems")
    body = table(site, columns, rows, caption=title, sortable=True)
    return sections_page(
        site,
        here,
        title,
        lead=site.label("site.systems_lead"),
        sections=[Section(site.label("site.allsystems"), body)],
        edit="organisation/systems.yml",
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
    links = Links(site, here)
    return sections_page(
        site,
        here,
        system.name,
        lead=paragraphs(system.purpose) if system.purpose else "",
        sections=_sections(site, system, links),
        edit=site.file(reference),
    )


def _sections(site: Site, system: System, links: Links) -> Iterator[Section]:
    caption = site.label("site.usedin")
    used = site.handbook.steps_by_system.get(system.id, ())
    yield Section(site.label("site.inshort"), _facts(site, system, links), "in-short")
    yield Section(caption, steps_table(used, links, caption=caption), "used")
    yield Section(site.label("site.recordedhere"), _records(site, system, links), "records")
    yield Section(site.label("site.measuredhere"), _kpis(site, system, links), "kpis")
    yield Section(site.label("site.runshere"), _runs(site, system, links), "runs")
    yield Section(site.label("site.known"), statements(system.facts, links), "known")
    yield Section(site.label("site.bottlenecks"), _bottlenecks(site, system, links), "bottlenecks")
    yield Section(site.label("site.noted"), noted(f"system:{system.id}", system, links), "source")


def _facts(site: Site, system: System, links: Links) -> Markup:
    kept = Origins(system, links).value("maintained_by", maintainers(system, links))
    runs_on = links.to(f"system:{system.runs_on}") if system.runs_on else None
    rows = [
        (site.label("site.systemkind"), site.label(f"systemkind.{system.kind}")),
        (site.label("site.purpose"), Origins(system, links).value("purpose", system.purpose)),
        (site.label("site.maintainedby"), kept),
        (
            site.label("site.developedby"),
            Origins(system, links).value("developed_by", system.developed_by),
        ),
        (site.label("site.runson"), Origins(system, links).value("runs_on", runs_on)),
        (site.label("site.connectedto"), links.systems(system.connected_to)),
        (site.label("site.alsoknownas"), joined(system.also_known_as)),
    ]
    return facts(rows)


def _records(site: Site, system: System, links: Links) -> Markup:
    steps = [
        Markup("{} ({}: {})").format(
            links.object(record.what), links.to(f"process:{process.id}"), links.step(process, step)
        )
        for process in site.handbook.processes.values()
        for step in process.steps
        for record in step.records
        if record.where == system.id
    ]
    documents = [
        links.to(f"document:{document.id}")
        for document in site.handbook.documents.values()
        if document.location == system.id
    ]
    return bullets([*steps, *documents])


def _kpis(site: Site, system: System, links: Links) -> Markup:
    kpis = site.handbook.kpis.values()
    return bullets(links.to(f"kpi:{kpi.id}") for kpi in kpis if kpi.measured_in == system.id)


def _runs(site: Site, system: System, links: Links) -> Markup:
    systems = site.handbook.systems.values()
    return bullets(
        links.to(f"system:{other.id}") for other in systems if other.runs_on == system.id
    )


def _bottlenecks(site: Site, system: System, links: Links) -> Markup:
    return bullets(
        Markup("{} ({})").format(joined([item.text]), links.to(f"process:{item.process}"))
        for item in site.handbook.bottlenecks.values()
        if system.id in item.systems
    )
