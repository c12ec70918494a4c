"""The register of bottlenecks: by process, by priority and by kind, with what is advised."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from markupsafe import Markup

from generator.model.process import Process
from generator.model.quality import Bottleneck, BottleneckKind, Priority
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.named_by import named_briefly
from generator.pages.noted import with_lines
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.signals import seen_by
from generator.pages.tables import Row, table

VIEWS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("priority", Priority),
    ("kind", BottleneckKind),
)
"""The fields that the register can be read by, beside the process, and their values in order."""

_JUDGED = ("kind", "priority", "status")


def bottlenecks_page(site: Site) -> Page:
    """The register: every bottleneck under its process, and again by priority and by kind."""
    links = Links(site, site.addresses.page("bottlenecks"))
    return sections_page(
        site,
        links.here,
        site.label("site.bottlenecks"),
        lead=_lead(links),
        sections=[*_by_process(links), *_views(links)],
        edit="quality/bottlenecks.yml",
    )


def judged(item: Bottleneck, field: str, links: Links) -> Markup:
    """The kind, priority or status of a bottleneck in words, with the label of its origin."""
    value = getattr(item, field)
    shown = in_words(value, links.site) if value else None
    return Origins(item, links, listed=False).value(field, shown)


def in_words(value: StrEnum, site: Site) -> str:
    """A kind, a priority or a status as its readers call it."""
    return site.label(f"{type(value).__name__.lower()}.{value}")


def touched(item: Bottleneck, links: Links) -> Markup:
    """The steps, systems and roles that a bottleneck touches, as links."""
    process = links.site.handbook.processes.get(item.process)
    return joined(
        (
            *(_steps(item, process, links) if process else ()),
            *(links.to(f"system:{system}") for system in item.systems),
            *(links.to(f"role:{role}") for role in item.roles),
        ),
        "; ",
    )


def _steps(item: Bottleneck, process: Process, links: Links) -> Iterator[Markup]:
    steps = {step.id: step for step in process.steps}
    return (links.step(process, steps[step]) for step in item.steps if step in steps)


def _lead(links: Links) -> Markup:
    site = links.site
    lead = literal(site.label("site.bottlenecks_lead"))
    if not site.handbook.bottlenecks:
        return lead
    ways = (
        (links.page("bottlenecks", "by-priority"), site.label("advice.view.priority")),
        (links.page("bottlenecks", "by-kind"), site.label("advice.view.kind")),
        (links.page("advice"), site.label("site.advice")),
    )
    shown = (Markup('<a href="{}">{}</a>').format(way, literal(words)) for way, words in ways)
    more = Markup('<p class="no-print">{}</p>').format(joined(shown, " \u00b7 "))
    explained = literal(site.label("advice.status_lead"))
    return Markup("<p>{} {}</p>{}").format(lead, explained, more)


def _by_process(links: Links) -> Iterator[Section]:
    site = links.site
    columns = _columns(site, "site.number", "site.bottleneck", "site.touches")
    columns += _columns(site, *(f"advice.{field}" for field in _JUDGED))
    for process in site.handbook.processes.values():
        rows = [_full(item, links) for item in site.handbook.bottlenecks_of(process.id)]
        body = table(site, columns, rows, caption=process.name, sortable=True)
        yield Section(process.name, body if rows else Markup(""), f"process-{process.id}")


def _columns(site: Site, *labels: str) -> list[str]:
    return [site.label(label) for label in labels]


def _full(item: Bottleneck, links: Links) -> Row:
    cells = (
        item.id,
        _text(item, links) + _seen(item, links) + named_briefly(f"bottleneck:{item.id}", links),
        touched(item, links),
        *(judged(item, field, links) for field in _JUDGED),
    )
    return Row(cells, id=f"bottleneck-{item.id}")


def _text(item: Bottleneck, links: Links) -> Markup:
    mark = Origins(item, links, listed=False).mark("text")
    return with_lines(item.text, item.lines, links) + mark


def _seen(item: Bottleneck, links: Links) -> Markup:
    """The rules that see what people reported; empty when none does."""
    if not item.seen_by:
        return Markup("")
    words = literal(links.site.label("signals.seen_by"))
    return Markup('<div class="aside">{}: {}</div>').format(words, seen_by(item, links))


def _views(links: Links) -> Iterator[Section]:
    """The same bottlenecks in another order; search finds them under their process."""
    found = tuple(links.site.handbook.bottlenecks.values())
    for field, values in VIEWS if found else ():
        heading = links.site.label(f"advice.view.{field}")
        body = Markup("").join(_groups(field, values, found, links))
        yield Section(heading, body, f"by-{field}", searched=False)


def _groups(
    field: str, values: Iterable[StrEnum], found: Sequence[Bottleneck], links: Links
) -> Iterator[Markup]:
    """A table for each value that some bottleneck has, and one for those without any."""
    for value in (*values, None):
        items = [item for item in found if getattr(item, field) is value]
        if items:
            words = in_words(value, links.site) if value else links.site.label(f"advice.no_{field}")
            name = f"{words} ({len(items)})"
            yield Markup("<h3>{}</h3>").format(literal(name))
            yield _brief(items, name, links)


def _brief(items: Iterable[Bottleneck], caption: str, links: Links) -> Markup:
    """A group; what it is grouped by is repeated, since that shows whether it is a proposal."""
    site = links.site
    columns = _columns(site, "site.number", "site.bottleneck", "site.process")
    columns += _columns(site, *(f"advice.{name}" for name in _JUDGED))
    rows = [
        (
            links.to(f"bottleneck:{item.id}", item.id),
            _text(item, links),
            links.to(f"process:{item.process}"),
            *(judged(item, name, links) for name in _JUDGED),
        )
        for item in items
    ]
    return table(site, columns, rows, caption=caption, sortable=True)
