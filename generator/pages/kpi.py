"""Pages about performance indicators: what is measured, how, by whom, and what is still open."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.indicator import Attainment, counts
from generator.model.process import Process
from generator.model.quality import MEASURABLE, Kpi
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.measured import band_words, lead, measurements, overview, standing
from generator.pages.named_by import named_section
from generator.pages.noted import noted
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.tables import table
from generator.pages.terms import linked

_TEXTS = ("definition", "formula")

_PER_PROCESS = (
    "site.process",
    "site.kpis",
    "site.complete",
    "measurements.measured",
    "measurements.ontarget",
    "site.bottlenecks",
)
"""The columns of the overview, as labels."""


def kpi_pages(site: Site) -> Iterator[Page]:
    """The way in to measuring, the list of indicators, and a page for each."""
    yield _measuring(site)
    yield _index(site)
    for kpi in site.handbook.kpis.values():
        yield _page(site, kpi)


def _measuring(site: Site) -> Page:
    here = site.addresses.page("measuring")
    links = Links(site, here)
    kpis = site.handbook.kpis.values()
    rows = [_counts(process, links) for process in site.handbook.processes.values()]
    columns = [site.label(key) for key in _PER_PROCESS]
    more = bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(site.label(f"menu.{page}")))
        for page in ("kpis", "scorecard", "furp", "assessments", "bottlenecks", "advice")
    )
    title = site.label("site.measuring")
    body = table(site, columns, rows, caption=title)
    return sections_page(
        site,
        here,
        title,
        lead=joined([site.label("site.measuring_lead"), overview(kpis, site)], " "),
        sections=[
            Section(site.label("site.perprocess"), body if rows else Markup("")),
            Section(site.label("site.seealso"), more),
        ],
    )


def _counts(process: Process, links: Links) -> tuple[object, ...]:
    handbook = links.site.handbook
    kpis = handbook.kpis_of(process.id)
    complete = sum(kpi.is_complete for kpi in kpis)
    found = counts(kpis, handbook)
    bottlenecks = len(handbook.bottlenecks_of(process.id))
    address = links.page("bottlenecks", f"process-{process.id}")
    return (
        links.to(f"process:{process.id}"),
        len(kpis),
        complete,
        len(kpis) - found[Attainment.NOT_MEASURED],
        found[Attainment.ON_TARGET],
        Markup('<a href="{}">{}</a>').format(address, bottlenecks) if bottlenecks else 0,
    )


def _index(site: Site) -> Page:
    here = site.addresses.page("kpis")
    links = Links(site, here)
    rows = [_row(kpi, links) for kpi in site.handbook.kpis.values()]
    columns = site.labels("site", "kpi", "process", "unit", "period", "target")
    columns.append(site.label("measurements.column"))
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
        standing(kpi, links),
    )


def _page(site: Site, kpi: Kpi) -> Page:
    reference = f"kpi:{kpi.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    return sections_page(
        site,
        here,
        kpi.name,
        lead=literal(lead(kpi, site)),
        sections=[
            Section(site.label("measurements.heading"), measurements(kpi, links), "measurements"),
            Section(site.label("site.measurement"), _measurement(kpi, links), "measurement"),
            named_section(reference, links),
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
    process = (site.label("site.process"), links.to(f"process:{kpi.process}"))
    return facts([process, *rows, *_as_numbers(kpi, origins)])


def _as_numbers(kpi: Kpi, origins: Origins) -> Iterator[tuple[str, Markup]]:
    """What a measurement is held against, where it is established."""
    site = origins.links.site
    frequency = site.label(f"frequency.{kpi.frequency}") if kpi.frequency else None
    found = {"band": band_words(kpi.band, site) if kpi.band else None, "frequency": frequency}
    for field, shown in found.items():
        if shown is not None:
            yield site.language.field("Kpi", field)["label"], origins.value(field, shown)
