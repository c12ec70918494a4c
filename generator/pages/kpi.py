"""Pages about performance indicators: what is measured, how, by whom, and what is still open."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.process import Process
from generator.model.quality import MEASURABLE, Kpi
from generator.pages.links import Links
from generator.pages.markup import literal
from generator.pages.noted import noted
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.tables import table
from generator.pages.terms import linked

_TEXTS = ("definition", "formula")


def kpi_pages(site: Site) -> Iterator[Page]:
    """The way in to measuring, the list of indicators, and a page for each."""
    yield _measuring(site)
    yield _index(site)
    for kpi in site.handbook.kpis.values():
        yield _page(site, kpi)


def _measuring(site: Site) -> Page:
    here = site.addresses.page("measuring")
    links = Links(site, here)
    rows = [_counts(process, links) for process in site.handbook.processes.values()]
    columns = [site.label(f"site.{key}") for key in ("process", "kpis", "complete", "bottlenecks")]
    more = bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(site.label(f"site.{page}")))
        for page in ("kpis", "bottlenecks", "advice", "assessments")
    )
    title = site.label("site.measuring")
    body = table(site, columns, rows, caption=title)
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.measuring_lead")),
        sections=[
            Section(site.label("site.perprocess"), body if rows else Markup("")),
            Section(site.label("site.seealso"), more),
        ],
    )


def _counts(process: Process, links: Links) -> tuple[object, ...]:
    handbook = links.site.handbook
    kpis = handbook.kpis_of(process.id)
    complete = sum(all(getattr(kpi, field) is not None for field in MEASURABLE) for kpi in kpis)
    bottlenecks = len(handbook.bottlenecks_of(process.id))
    address = links.page("bottlenecks", f"process-{process.id}")
    return (
        links.to(f"process:{process.id}"),
        len(kpis),
        complete,
        Markup('<a href="{}">{}</a>').format(address, bottlenecks) if bottlenecks else 0,
    )


def _index(site: Site) -> Page:
    here = site.addresses.page("kpis")
    links = Links(site, here)
    rows = [_row(kpi, links) for kpi in site.handbook.kpis.values()]
    columns = [site.label(f"site.{key}") for key in ("kpi", "process", "unit", "period", "target")]
    title = site.label("site.kpis")
    body = table(site, columns, rows, caption=title, sortable=True)
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.kpis_lead", count=len(rows))),
        sections=[Section(site.label("site.allkpis"), body if rows else Markup(""))],
    )


def _row(kpi: Kpi, links: Links) -> tuple[object, ...]:
    origins = Origins(kpi, links, listed=False)
    return (
        links.to(f"kpi:{kpi.id}") + origins.mark("name"),
        links.to(f"process:{kpi.process}"),
        origins.value("unit", kpi.unit),
        origins.value("period", kpi.period),
        origins.value("target", kpi.target),
    )


def _page(site: Site, kpi: Kpi) -> Page:
    reference = f"kpi:{kpi.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    return sections_page(
        site,
        here,
        kpi.name,
        lead=literal(site.label("site.kpi_lead")),
        sections=[
            Section(site.label("site.measurement"), _measurement(kpi, links), "measurement"),
            Section(site.label("site.noted"), noted(reference, kpi, links), "source"),
        ],
        edit=site.file(reference),
    )


def _measurement(kpi: Kpi, links: Links) -> Markup:
    """Everything that an indicator needs, what is missing being named as such."""
    site = links.site
    shown: dict[str, object] = {field: getattr(kpi, field) for field in MEASURABLE}
    shown |= {field: linked(str(shown[field]), links) for field in _TEXTS if shown[field]}
    shown |= {
        "direction": site.label(f"kpidirection.{kpi.direction}") if kpi.direction else None,
        "measured_in": links.to(f"system:{kpi.measured_in}") if kpi.measured_in else None,
        "owner": links.to(f"role:{kpi.owner}") if kpi.owner else None,
    }
    origins = Origins(kpi, links)
    rows = [
        (site.label(f"site.{field.replace('_', '')}"), origins.value(field, value))
        for field, value in shown.items()
    ]
    return facts([(site.label("site.process"), links.to(f"process:{kpi.process}")), *rows])
