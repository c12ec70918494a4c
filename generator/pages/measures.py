"""How a process is measured and what people say goes wrong in it."""

from markupsafe import Markup

from generator.model.process import Process
from generator.model.quality import Bottleneck, Kpi
from generator.pages.brief import at_step
from generator.pages.links import Links
from generator.pages.markup import joined
from generator.pages.measured import standing
from generator.pages.origins import Origins, source_lines
from generator.pages.tables import table

_KPI_COLUMNS = ("name", "unit", "target", "direction", "period", "owner")


def kpis(process: Process, links: Links) -> Markup:
    """The indicators of a process as a table; empty when it has none."""
    site = links.site
    rows = [_kpi(kpi, links) for kpi in site.handbook.kpis_of(process.id)]
    columns = site.labels("kpis", *_KPI_COLUMNS)
    columns.append(site.label("measurements.column"))
    caption = site.label("kpis.caption", name=process.name)
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def bottlenecks(process: Process, links: Links) -> list[Markup]:
    """The reported problems of a process, with the steps, systems and roles they touch."""
    found = links.site.handbook.bottlenecks_of(process.id)
    return [_bottleneck(item, process, links) for item in found]


def _kpi(kpi: Kpi, links: Links) -> list[Markup]:
    origins = Origins(kpi, links, listed=False)
    direction = links.site.label(f"kpidirection.{kpi.direction}") if kpi.direction else None
    shown = {
        "unit": kpi.unit,
        "target": kpi.target,
        "direction": direction,
        "period": kpi.period,
        "owner": links.to(f"role:{kpi.owner}") if kpi.owner else None,
    }
    return [
        links.to(f"kpi:{kpi.id}"),
        *(origins.value(key, shown[key]) for key in _KPI_COLUMNS[1:]),
        standing(kpi, links),
    ]


def _bottleneck(item: Bottleneck, process: Process, links: Links) -> Markup:
    words = Origins(item, links, listed=False).value("text", item.text)
    touched = [at_step(process, step, links) for step in item.steps]
    touched += [links.to(f"system:{system}") for system in item.systems]
    touched += [links.to(f"role:{role}") for role in item.roles]
    touched.append(source_lines(item.lines, links.site))
    aside = joined([part for part in touched if part], " \u00b7 ")
    return Markup('{} <span class="aside">{}</span>').format(words, aside)
