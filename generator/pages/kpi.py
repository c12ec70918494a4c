"""Pages about performance indicators: what is measured, how, by whom, and what is still open."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.quality import Kpi
from generator.pages.links import Links
from generator.pages.markup import literal
from generator.pages.noted import noted
from generator.pages.origins import Origins, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.tables import table

MEASURABLE = (
    "definition",
    "unit",
    "formula",
    "direction",
    "period",
    "measured_in",
    "owner",
    "target",
)
"""What an indicator needs before it can be measured."""


def kpi_pages(site: Site) -> Iterator[Page]:
    """The way in to measuring, the list of indicators, and a page for each."""
    yield _measuring(site)
    yield _index(site)
    for kpi in site.handbook.kpis.values():
        yield _page(site, kpi)


def _measuring(site: Site) -> Page:
    here = site.addresses.page("measuring")
    links = Links(site, here)
    rows = [
        (
            links.to(f"process:{process.id}"),
            len(site.handbook.kpis_of(process.id)),
            _complete(site, process.id),
            len(site.handbook.bottlenecks_of(process.id)),
        )
        for process in site.handbook.processes.values()
    ]
    columns = [site.label(f"site.{key}") for key in ("process", "kpis", "complete", "bottlenecks")]
    more = bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), site.label(f"site.{page}"))
        for page in ("kpis", "bottlenecks")
    )
    title = site.label("site.measuring")
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.measuring_lead")),
        sections=[
            Section(site.label("site.perprocess"), table(site, columns, rows, caption=title)),
            Section(site.label("site.seealso"), more),
        ],
        edit=None,
    )


def _complete(site: Site, process: str) -> int:
    """How many of a process's indicators can be measured as they stand."""
    return sum(
        all(getattr(kpi, field) is not None for field in MEASURABLE)
        for kpi in site.handbook.kpis.values()
        if kpi.process == process
    )


def _index(site: Site) -> Page:
    here = site.addresses.page("kpis")
    links = Links(site, here)
    rows = [
        (
            links.to(f"kpi:{kpi.id}"),
            links.to(f"process:{kpi.process}"),
            kpi.unit or still_open(site),
            kpi.period or still_open(site),
            kpi.target or still_open(site),
        )
        for kpi in site.handbook.kpis.values()
    ]
    columns = [site.label(f"site.{key}") for key in ("kpi", "process", "unit", "period", "target")]
    title = site.label("site.kpis")
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.kpis_lead", count=len(rows))),
        sections=[
            Section(
                site.label("site.allkpis"), table(site, columns, rows, caption=title, sortable=True)
            )
        ],
        edit=None,
    )


def _page(site: Site, kpi: Kpi) -> Page:
    reference = f"kpi:{kpi.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    shown = {
        "direction": site.label(f"kpidirection.{kpi.direction}") if kpi.direction else None,
        "measured_in": links.to(f"system:{kpi.measured_in}") if kpi.measured_in else None,
        "owner": links.to(f"role:{kpi.owner}") if kpi.owner else None,
    }
    rows: list[tuple[str, Markup | str | None]] = [
        (site.label("site.process"), links.to(f"process:{kpi.process}"))
    ]
    for field in MEASURABLE:
        words = shown[field] if field in shown else getattr(kpi, field)
        label = site.label(f"site.{field.replace('_', '')}")
        rows.append((label, Origins(kpi, links).value(field, words)))
    return sections_page(
        site,
        here,
        kpi.name,
        lead=literal(site.label("site.kpi_lead")),
        sections=[
            Section(site.label("site.measurement"), facts(rows), "measurement"),
            Section(site.label("site.noted"), noted(reference, kpi, links), "source"),
        ],
        edit=site.file(reference),
    )
