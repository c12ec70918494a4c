"""The scale of the risks on a page: what its values mean, and which risk stands where."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.charts.risk import AFTER, NOW
from generator.evaluation.risk_level import Cell, Grid, bands_in_order, grid_after, grid_now
from generator.model.assessment import Grade
from generator.model.improvement import RiskScale
from generator.pages.chart_figure import chart
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted
from generator.pages.origins import Origins
from generator.pages.page import Site
from generator.pages.sections import facts
from generator.pages.tables import table
from generator.pages.terms import linked


def grids(links: Links) -> Markup:
    """The risks between chance and effect, as a picture and as a table: now, and later if known.

    Without any rated risk the table still tells what each pair would make.
    """
    site = links.site
    now, after = grid_now(site.handbook), grid_after(site.handbook)
    if now is None:
        return Markup("")
    said = [site.label("risks.grid.lead"), *([_nothing(site)] if now.is_empty else [])]
    parts = [Markup("<p>{}</p>").format(literal(" ".join(said))), _grid(NOW, now, links)]
    if after and not after.is_empty:
        heading = literal(site.label("risks.grid.after"))
        parts += [Markup("<h3>{}</h3>").format(heading), _grid(AFTER, after, links)]
    return Markup("").join(parts)


def _nothing(site: Site) -> str:
    return site.label("risks.grid.nothing")


def _grid(key: str, grid: Grid, links: Links) -> Markup:
    """The picture and, in the same order from above, the table."""
    site = links.site
    caption = site.label("risks.grid.now" if key == NOW else "risks.grid.after")
    columns = [site.label("risks.grid.axes"), *(_grade(grade) for grade in grid.effects)]
    rows = [
        (_grade(chance), *(_cell(cell, links) for cell in cells))
        for chance, cells in zip(grid.chances, grid.cells, strict=True)
    ]
    picture = chart(key, site, caption=f"{caption}.")
    return picture + table(site, columns, reversed(rows), caption=caption, kind="wide")


def _grade(grade: Grade) -> str:
    return f"{grade.value}. {grade.meaning}"


def _cell(cell: Cell, links: Links) -> Markup:
    """What chance times effect is, the name of its band, and the numbers of the risks."""
    band = [cell.level.band.name] if cell.level.band else []
    words = Markup('<span class="aside">{}</span>').format(joined([cell.level.value, *band]))
    risks = joined(
        links.to(f"risk:{item.risk.id}", links.site.label("risks.number", number=item.number))
        for item in cell.risks
    )
    return joined([part for part in (words, risks) if part], " ")


def scale_section(links: Links, *, is_used: bool) -> Markup:
    """The values of chance and effect with their meanings, the formula and the bands.

    Args:
        links: the page and its words.
        is_used: whether there are risks, so that a missing scale is worth a word.
    """
    site = links.site
    scale = site.handbook.risk_scale
    if scale is not None:
        return Markup("").join(_scale(scale, links))
    if not is_used:
        return Markup("")
    return Markup("<p>{}</p>").format(literal(site.label("risks.scale.none")))


def _scale(scale: RiskScale, links: Links) -> Iterator[Markup]:
    site, origins = links.site, Origins(scale, links)
    name = origins.value("name", scale.name)
    formula = literal(site.label("risks.scale.formula"))
    yield Markup("<p>{}. {}</p>").format(name, formula)
    for axis in ("chance", "effect"):
        grades: tuple[Grade, ...] = getattr(scale, axis)
        caption = site.label(f"risks.{axis}")
        columns = [caption, site.label("risks.scale.meaning")]
        rows = [(grade.value, grade.meaning) for grade in grades]
        yield Markup("<h3>{}{}</h3>").format(literal(caption), origins.mark(axis))
        yield table(site, columns, rows, caption=caption)
    yield _bands(scale, links)
    yield noted("riskscale", scale, links)


def _bands(scale: RiskScale, links: Links) -> Markup:
    """From which level on a risk is called what; that this is open when there are none."""
    site, origins = links.site, Origins(scale, links)
    heading = site.label("risks.scale.bands")
    if not scale.bands:
        return facts([(heading, origins.value("bands", None))])
    columns = site.labels("risks", "band", "scale.least", "scale.do")
    rows = [
        (band.name, band.least, linked(band.meaning, links) if band.meaning else None)
        for band in bands_in_order(scale)
    ]
    head = Markup("<h3>{}{}</h3>").format(literal(heading), origins.mark("bands"))
    return head + table(site, columns, rows, caption=heading)
