"""What was measured of an indicator: how it stands in a few words, and its values in full."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from generator.addresses import measurements_file
from generator.charts.trend import sparkline_key, trend_key
from generator.evaluation.indicator import Attainment, Evaluation, evaluate, timeline
from generator.evaluation.periods import day_after_next, span_of
from generator.model.measurement import Band, Measurement
from generator.model.quality import Kpi
from generator.pages.chart_figure import chart, sparkline
from generator.pages.links import Links, relative
from generator.pages.markup import html, joined, literal
from generator.pages.origins import Origins
from generator.pages.page import Site
from generator.pages.sections import facts
from generator.pages.tables import table

_COLUMNS = ("period", "value", "source", "note")


def amount(value: Decimal, site: Site) -> str:
    """A number as it was measured, with the decimal mark of the language."""
    return format(value, "f").replace(".", site.label("charts.decimal"))


def band_words(band: Band, site: Site) -> str | None:
    """The values that are good enough, in words; None when the band has no bounds."""
    low, high = (None if bound is None else amount(bound, site) for bound in (band.low, band.high))
    if low is None and high is None:
        return None
    which = "from" if high is None else "upto" if low is None else "between"
    return site.label(f"measurements.band.{which}", low=low, high=high)


def standing(kpi: Kpi, links: Links) -> Markup:
    """How an indicator stands, for a cell: its latest value, what it says, and its sparkline.

    A target that is only proposed says so.
    """
    site = links.site
    found = evaluate(kpi, site.handbook)
    if found.latest is None:
        return _words(found.attainment, site)
    parts = [
        literal(_latest(kpi, found.latest, site)) + Markup(";"),
        _words(found.attainment, site) + _mark(kpi, found, links, listed=False),
        sparkline(sparkline_key(kpi.id), site),
    ]
    return joined([part for part in parts if part], " ")


def lead(kpi: Kpi, site: Site) -> str:
    """The opening line of an indicator's page."""
    return site.label(f"measurements.lead.{evaluate(kpi, site.handbook).attainment}")


def overview(kpis: Iterable[Kpi], site: Site) -> str:
    """How many of some indicators are measured, as a sentence."""
    found = list(kpis)
    count = sum(evaluate(kpi, site.handbook).latest is not None for kpi in found)
    which = "none" if not count else "one" if count == 1 else "several"
    return site.label(f"measurements.overview.{which}", count=count, total=len(found))


def measurements(kpi: Kpi, links: Links) -> Markup:
    """The section about what was measured: how it stands, the picture, every value, the file."""
    site = links.site
    found = evaluate(kpi, site.handbook)
    if found.latest is None:
        file = measurements_source(kpi)
        return Markup("<p>{} {}</p>").format(
            literal(site.label("measurements.none")),
            literal(site.label("measurements.howto", file=file)),
        )
    caption = site.label("measurements.caption", name=kpi.name)
    columns = [site.language.field("Measurement", key)["label"] for key in _COLUMNS]
    way = relative(measurements_file(kpi.id), links.here)
    download = Markup('<p><a href="{}" download>{}</a></p>').format(
        way, literal(site.label("measurements.download"))
    )
    parts = (
        facts(_facts(kpi, found, links)),
        _picture(kpi, site),
        table(site, columns, list(_rows(kpi, site)), caption=caption),
        download,
    )
    return Markup("\n\n").join(part for part in parts if part)


def _picture(kpi: Kpi, site: Site) -> Markup:
    found = site.charts.get(trend_key(kpi.id))
    if found is None:
        return Markup("")
    which = "band" if kpi.band and band_words(kpi.band, site) else "plain"
    caption = site.label(f"measurements.picture.{which}", title=found.title)
    return chart(found.key, site, caption=caption)


def measurements_source(kpi: Kpi) -> str:
    """The file of the repository in which the measurements of an indicator are written."""
    return f"kpis/measurements/{kpi.id}.csv"


def _facts(kpi: Kpi, found: Evaluation, links: Links) -> Iterator[tuple[str, Markup | str | None]]:
    site = links.site
    if found.latest is None:
        return
    yield site.label("measurements.latest"), _latest(kpi, found.latest, site)
    held = band_words(kpi.band, site) if kpi.band else None
    words = joined([_words(found.attainment, site), *([held] if held else [])], ": ")
    words += _mark(kpi, found, links, listed=True)
    yield site.label("measurements.against"), words
    yield site.label("measurements.trend"), _trend(found, site)
    if late := day_after_next(found.latest.period):
        yield site.label("measurements.next"), _late(late, site)


def _latest(kpi: Kpi, found: Measurement, site: Site) -> str:
    value = amount(found.value, site)
    shown = f"{value} {kpi.unit}" if kpi.unit else value
    return site.label("measurements.in", value=shown, period=found.period)


def _words(found: Attainment, site: Site) -> Markup:
    words = literal(site.label(f"measurements.standing.{found}"))
    return Markup('<span class="standing standing--{}">{}</span>').format(html(found), words)


def _mark(kpi: Kpi, found: Evaluation, links: Links, *, listed: bool) -> Markup:
    """The origin of the target that a value is held against, if it is."""
    held = found.attainment in (Attainment.ON_TARGET, Attainment.OFF_TARGET)
    return Origins(kpi, links, listed=listed).mark("band") if held else Markup("")


def _trend(found: Evaluation, site: Site) -> str | None:
    if found.trend is None or found.previous is None:
        return None
    value, period = amount(found.previous.value, site), found.previous.period
    words = site.label(f"measurements.since.{found.trend}", value=value, period=period)
    if found.is_better is None:
        return words
    return (
        f"{words}; {site.label('measurements.better' if found.is_better else 'measurements.worse')}"
    )


def _late(day: date, site: Site) -> Markup:
    """The day from which a next value is missing; the page's script says so when it is past."""
    words = literal(site.label("measurements.late"))
    return Markup(
        '<time datetime="{0}" data-due data-overdue="{1}" data-soon="">{0}</time>'
    ).format(html(day.isoformat()), words)


def _rows(kpi: Kpi, site: Site) -> Iterator[tuple[object, ...]]:
    """Every value, the latest first; a period without one says so, as far as the picture goes.

    Earlier gaps are left to rule K404: a misspelt year would make thousands of lines.
    """
    series = site.handbook.measurements[kpi.id]
    shown = {item.period: item for item in series.values}
    gaps = [period for period in timeline(kpi, site.handbook).periods if period not in shown]
    periods = sorted({*shown, *gaps}, key=_day_of, reverse=True)
    for period in periods:
        item = shown.get(period)
        if item is None:
            yield period, site.label("measurements.gap"), None, None
        else:
            yield period, amount(item.value, site), item.source, item.note


def _day_of(period: str) -> tuple[date, str]:
    span = span_of(period)
    return span.first if span else date.min, period
