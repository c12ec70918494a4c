"""The balanced scorecard: what is wanted from each side, what that takes, and how it shows.

Kaplan and Norton, "The Balanced Scorecard" (1992) and "Strategy Maps" (2004). ISO 9001:2015,
6.2: quality objectives and planning to achieve them.
"""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from generator.addresses import objective_anchor
from generator.diagrams.strategy_map import supports
from generator.evaluation.served import Unserved, unserved
from generator.model.identifiers import KpiId, ProcessId
from generator.model.quality import Kpi
from generator.model.scorecard import Factor, Objective, Perspective, Scorecard
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted
from generator.pages.origins import Origins, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.tables import table
from generator.pages.terms import linked, running
from generator.pages.text_alternative import figure


def scorecard_pages(site: Site) -> Iterator[Page]:
    """The one page of the scorecard; it says so where there is none."""
    here = site.addresses.page("scorecard")
    links = Links(site, here)
    scorecard = site.handbook.scorecard
    lead = literal(site.label("scorecard.lead"))
    if scorecard is None:
        lead = Markup("<p>{}</p><p>{}</p>").format(lead, literal(site.label("scorecard.none")))
    yield sections_page(
        site,
        here,
        scorecard.name if scorecard else site.label("scorecard.title"),
        lead=lead,
        sections=_sections(scorecard, links) if scorecard else (),
        edit=site.file("scorecard"),
    )


def _sections(scorecard: Scorecard, links: Links) -> Iterator[Section]:
    site, origins = links.site, Origins(scorecard, links)
    label = site.label
    said = running(scorecard.explanation, links)
    mark = origins.mark("explanation") if said else Markup("")
    yield Section(label("scorecard.about"), said + mark, "about")
    drawn = figure("strategy-map", site, caption=label("scorecard.map_caption"))
    yield Section(label("scorecard.map"), drawn, "map")
    for side in scorecard.perspectives:
        yield Section(side.name, _perspective(side, origins), f"perspective-{side.id}")
    left = _unserved(unserved(site.handbook), origins)
    yield Section(label("scorecard.unserved"), left, "unserved")
    yield Section(label("site.noted"), noted("scorecard", scorecard, links), "source")


def objective_link(objective: Objective, links: Links) -> Markup:
    """A link to an objective on the page of the scorecard."""
    address = links.page("scorecard", objective_anchor(objective.id))
    words = literal(objective.name)
    return Markup('<a href="{}">{}</a>').format(address, words) if links.linked else words


def _perspective(side: Perspective, origins: Origins) -> Markup:
    label = origins.links.site.label
    path = f"perspectives.{side.id}"
    named = origins.value(f"{path}.name", side.name) if origins.mark(f"{path}.name") else None
    question = origins.value(f"{path}.question", side.question) if side.question else None
    shown = ((label("scorecard.perspective"), named), (label("scorecard.question"), question))
    body = facts(shown)
    if not side.objectives:
        return body + Markup("<p>{}</p>").format(literal(label("scorecard.no_objectives")))
    every = (_objective(item, f"{path}.objectives.{item.id}", origins) for item in side.objectives)
    return body + Markup("").join(every)


def _objective(item: Objective, path: str, origins: Origins) -> Markup:
    """One objective: what it is, what it helps, who works on it, and what has to go well."""
    links, label = origins.links, origins.links.site.label
    heading = Markup('<h3 id="{}">{}{}</h3>').format(
        objective_anchor(item.id), literal(item.name), origins.mark(f"{path}.name")
    )
    said = running(item.explanation, links)
    mark = origins.mark(f"{path}.explanation") if said else Markup("")
    none = Markup('<p class="aside">{}</p>').format(literal(label("scorecard.no_factor")))
    factors = _factors(item, path, origins) if item.factors else none
    return heading + said + mark + facts(_facts(item, path, origins)) + factors


def _facts(item: Objective, path: str, origins: Origins) -> Iterator[tuple[str, Markup]]:
    links, site = origins.links, origins.links.site
    pairs = supports(site.handbook.scorecard) if site.handbook.scorecard else ()
    helped = [objective_link(other, links) for source, other in pairs if source.id == item.id]
    if helped:
        shown = joined(helped, "; ") + origins.mark(f"{path}.supports")
        yield site.label("scorecard.supports"), shown
    paths = _paths(origins)
    supporters = [
        objective_link(source, links) + origins.mark(f"{paths[source.id]}.supports")
        for source, other in pairs
        if other.id == item.id
    ]
    if supporters:
        yield site.label("scorecard.supported_by"), joined(supporters, "; ")
    processes = bullets(_goal(process, links) for process in item.processes)
    none = literal(site.label("scorecard.no_process"))
    shown = processes + origins.mark(f"{path}.processes") if processes else none
    yield site.label("scorecard.processes"), shown


def _paths(origins: Origins) -> Mapping[str, str]:
    """The path of every objective, as the origins of the scorecard have it, by its identifier."""
    scorecard = origins.links.site.handbook.scorecard
    return {
        item.id: f"perspectives.{side.id}.objectives.{item.id}"
        for side in (scorecard.perspectives if scorecard else ())
        for item in side.objectives
    }


def _goal(process: ProcessId, links: Links) -> Markup:
    """A process and its goal."""
    found = links.site.handbook.processes.get(process)
    link = links.to(f"process:{process}")
    if found is None or not found.goal:
        return link
    goal = Origins(found, links, listed=False).value("goal", linked(found.goal, links))
    return Markup("{}: {}").format(link, goal)


def _factors(item: Objective, path: str, origins: Origins) -> Markup:
    site = origins.links.site
    columns = site.labels("scorecard", "factor", "kpis", "target")
    rows = [_factor(factor, f"{path}.factors.{factor.id}", origins) for factor in item.factors]
    caption = site.label("scorecard.factors", objective=item.name)
    return table(site, columns, rows, caption=caption)


def _factor(factor: Factor, path: str, origins: Origins) -> tuple[Markup, ...]:
    site = origins.links.site
    shown = bullets(_kpi(kpi, origins.links) for kpi in factor.kpis)
    none = literal(site.label("scorecard.no_kpi"))
    # A target that is not there is nobody's proposal, whatever is said of the factor around it.
    target = origins.value(f"{path}.target", factor.target) if factor.target else still_open(site)
    return (
        origins.value(f"{path}.name", factor.name),
        shown + origins.mark(f"{path}.kpis") if shown else none,
        target,
    )


def _kpi(identifier: KpiId, links: Links) -> Markup:
    """An indicator with its own target."""
    found = links.site.handbook.kpis.get(identifier)
    link = links.to(f"kpi:{identifier}")
    return _with_target(found, link, links) if found else link


def _with_target(kpi: Kpi, link: Markup, links: Links) -> Markup:
    target = Origins(kpi, links, listed=False).value("target", kpi.target)
    words = literal(links.site.label("scorecard.kpi_target"))
    return Markup('{} <span class="aside">{}: {}</span>').format(link, words, target)


def _unserved(found: Unserved, origins: Origins) -> Markup:
    """What stands outside the scorecard, or that nothing does."""
    links, label, paths = origins.links, origins.links.site.label, _paths(origins)
    if not found:
        return Markup("<p>{}</p>").format(literal(label("scorecard.everything")))
    parts: dict[str, Iterable[Markup]] = {
        "goals": (_goal(process.id, links) for process in found.goals),
        "kpis_left": (
            Markup("{} ({})").format(links.to(f"kpi:{kpi.id}"), links.to(f"process:{kpi.process}"))
            for kpi in found.kpis
        ),
        "objectives_left": (
            objective_link(item, links) + origins.mark(f"{paths[item.id]}.name")
            for item in found.objectives
        ),
        "factors_left": (
            Markup("{} ({})").format(
                origins.value(f"{paths[item.id]}.factors.{factor.id}.name", factor.name),
                objective_link(item, links),
            )
            for item, factor in found.factors
        ),
    }
    shown = {key: bullets(items) for key, items in parts.items()}
    lead = Markup('<p class="aside">{}</p>').format(literal(label("scorecard.unserved_lead")))
    return lead + Markup("").join(
        Markup("<h3>{}</h3>{}").format(literal(label(f"scorecard.{key}")), items)
        for key, items in shown.items()
        if items
    )
