"""What the four sides of a process are made of, as names and values."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from generator.evaluation.furp import Aspect, Furp
from generator.model.process import Step
from generator.model.quality import Kpi
from generator.pages import brief
from generator.pages.card import card_address
from generator.pages.links import Links, relative
from generator.pages.markup import html, joined, literal
from generator.pages.origins import Origins, still_open
from generator.pages.sections import bullets

_Facts = Iterator[tuple[str, Markup]]


def facts_of(aspect: Aspect, item: Furp, links: Links) -> _Facts:
    """The names and values of one side of a process."""
    label = links.site.label
    for key, shown in _MAKERS[aspect](item, links):
        yield label(f"furp.{key}"), shown


def _functional(item: Furp, links: Links) -> _Facts:
    process, origins = item.process, Origins(item.process, links, listed=False)
    yield "goal", origins.value("goal", process.goal)
    yield "customers", origins.value("customers", links.roles(process.customers))
    yield "triggers", origins.value("triggers", bullets(map(literal, process.triggers)))
    yield "results", origins.value("objects", bullets(brief.results(process, links)))


def _usability(item: Furp, links: Links) -> _Facts:
    process, usability, label = item.process, item.usability, links.site.label
    yield "steps", literal(len(process.steps))
    yield "roles", links.roles(usability.roles) or still_open(links.site)
    if usability.nobody:
        yield "nobody", _steps(usability.nobody, item, links)
    none = literal(label("furp.needed_none"))
    yield "systems", links.systems(usability.systems) or none
    documents = joined(links.to(f"document:{document}") for document in usability.documents)
    yield "documents", documents or literal(label("furp.documents_none"))
    said = literal(label("furp.explained_all"))
    if usability.unexplained:
        said = _with_steps(label("furp.explained_not"), usability.unexplained, item, links)
    yield "explained", said
    yield "card", _card(item, links)


def _card(item: Furp, links: Links) -> Markup:
    label = links.site.label
    if not item.process.emergency_card:
        return literal(label("furp.no_card"))
    address = relative(card_address(item.process, links.site), links.here)
    return Markup('<a href="{}">{}</a>').format(address, literal(label("furp.has_card")))


def _reliability(item: Furp, links: Links) -> _Facts:
    process, reliability, site = item.process, item.reliability, links.site
    origins = Origins(process, links, listed=False)
    yield "decisions", _decisions(item, links)
    back = bullets(_way_back(*ends, item, links) for ends in reliability.ways_back)
    yield "ways_back", back or literal(site.label("furp.ways_back_none"))
    escalations = bullets(brief.escalations(process, links, short=True))
    yield "escalations", origins.value("escalations", escalations)
    count, every = len(reliability.recording), len(process.steps)
    records = site.label("furp.records_in", count=count, all=every)
    shown = _with_steps(records, reliability.recording, item, links)
    yield "records", shown if count else literal(site.label("furp.records_none"))
    yield "alone", _alone(item, links)
    yield "needed", _needed(item, links)
    yield "bottlenecks", _bottlenecks(item, links)


def _decisions(item: Furp, links: Links) -> Markup:
    label, reliability = links.site.label, item.reliability
    count = len(reliability.decisions)
    if not count:
        return literal(label("furp.decisions_none"))
    if not reliability.without_criterion:
        return literal(label("furp.decisions_clear", count=count))
    words = label("furp.decisions_unclear", count=count)
    return _with_steps(words, reliability.without_criterion, item, links)


def _way_back(source: Step, goal: Step, item: Furp, links: Links) -> Markup:
    """Both ends of a way back, each a link, in the order that the language gives them."""
    ends = {"source": links.step(item.process, source), "target": links.step(item.process, goal)}
    words = links.site.label("furp.way_back")
    return html(words).format(**ends)


def _alone(item: Furp, links: Links) -> Markup:
    """The roles that nobody replaces, each with the steps that only it does."""
    label = links.site.label
    rows = (
        _with_steps(label("furp.alone_in", role=links.name(f"role:{role}")), steps, item, links)
        for role, steps in item.reliability.alone.items()
    )
    return bullets(rows) or literal(label("furp.alone_none"))


def _needed(item: Furp, links: Links) -> Markup:
    """The system that most steps need; several when they are needed as often."""
    label, needed = links.site.label, item.reliability.needed
    most = max(map(len, needed.values()), default=0)
    rows = (
        literal(
            label(
                "furp.needed_in",
                system=links.name(f"system:{system}"),
                count=most,
                all=len(item.process.steps),
            )
        )
        for system, steps in needed.items()
        if len(steps) == most
    )
    return bullets(rows) or literal(label("furp.needed_none"))


def _bottlenecks(item: Furp, links: Links) -> Markup:
    count = len(links.site.handbook.bottlenecks_of(item.process.id))
    if not count:
        return literal(0)
    address = links.page("bottlenecks", f"process-{item.process.id}")
    return Markup('<a href="{}">{}</a>').format(address, count)


def _performance(item: Furp, links: Links) -> _Facts:
    process, origins = item.process, Origins(item.process, links, listed=False)
    norms = bullets(brief.time_norms(process, links, short=True))
    yield "norms", origins.value("time_norms", norms)
    shown = bullets(_kpi(kpi, item, links) for kpi in item.performance.kpis)
    yield "kpis", shown or still_open(links.site)


def _kpi(kpi: Kpi, item: Furp, links: Links) -> Markup:
    label, performance = links.site.label, item.performance
    complete = "kpi_complete" if kpi in performance.complete else "kpi_incomplete"
    measured = "kpi_measured" if kpi in performance.measured else "kpi_unmeasured"
    words = literal(f"{label(f'furp.{complete}')}; {label(f'furp.{measured}')}")
    return Markup('{} <span class="aside">{}</span>').format(links.to(f"kpi:{kpi.id}"), words)


def _with_steps(words: str, steps: Iterable[Step], item: Furp, links: Links) -> Markup:
    return Markup("{} {}").format(literal(words), _steps(steps, item, links))


def _steps(steps: Iterable[Step], item: Furp, links: Links) -> Markup:
    """Steps as links, in a row."""
    return joined(links.step(item.process, step) for step in steps)


_MAKERS: Mapping[Aspect, Callable[[Furp, Links], _Facts]] = {
    Aspect.FUNCTIONAL: _functional,
    Aspect.USABILITY: _usability,
    Aspect.RELIABILITY: _reliability,
    Aspect.PERFORMANCE: _performance,
}
