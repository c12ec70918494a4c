"""FURP: every process from four sides, with what is still open on each.

Functional, usability, reliability and performance (Grady and Caswell, "Software Metrics", 1987),
asked of a process. Everything is computed; nothing is written in a file for this page.
"""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.furp import Aspect, Furp, furp_of
from generator.pages.furp_aspects import facts_of
from generator.pages.links import Links
from generator.pages.markup import literal
from generator.pages.page import Page, Site
from generator.pages.sections import Section, facts, sections_page
from generator.pages.tables import table
from generator.pages.terms import linked


def furp_pages(site: Site) -> Iterator[Page]:
    """The one page: all processes in a table, and a section for each."""
    links = Links(site, site.addresses.page("furp"))
    seen = [furp_of(process, site.handbook) for process in site.handbook.processes.values()]
    yield sections_page(
        site,
        links.here,
        site.label("furp.title"),
        lead=linked(site.label("furp.lead"), links),
        sections=[
            Section(site.label("furp.overview"), _overview(seen, links), "overview"),
            *(
                Section(item.process.name, _process(item, links), f"process-{item.process.id}")
                for item in seen
            ),
        ],
    )


def _overview(seen: list[Furp], links: Links) -> Markup:
    if not seen:
        return Markup("")
    site = links.site
    columns = [site.label("furp.process")]
    columns += [site.label(f"furp.aspect.{aspect}") for aspect in Aspect]
    rows = [
        (
            Markup('<a href="#process-{}">{}</a>').format(
                item.process.id, literal(item.process.name)
            ),
            *(_counted(item, aspect, links) for aspect in Aspect),
        )
        for item in seen
    ]
    return table(site, columns, rows, caption=site.label("furp.overview"))


def _counted(item: Furp, aspect: Aspect, links: Links) -> Markup:
    """How much of a side is known, what of that is a proposal, and what is open."""
    checks = item.checks[aspect]
    words = links.site.label("furp.known", count=sum(checks.values()), all=len(checks))
    make = Markup('<div class="aside">{}</div>').format
    asides = (make(said) for said in _said(item, aspect, links))
    return literal(words) + Markup("").join(asides)


def _said(item: Furp, aspect: Aspect, links: Links) -> Iterator[Markup]:
    """What a side has as a proposal only, and what it lacks, each in a sentence."""
    open_ = [name for name, is_known in item.checks[aspect].items() if not is_known]
    for key, names in (("proposed", item.proposed(aspect)), ("open", open_)):
        if names:
            label = links.site.label
            listed = ", ".join(label(f"furp.check.{name}") for name in names)
            yield literal(label(f"furp.{key}", names=listed))


def _process(item: Furp, links: Links) -> Markup:
    label = links.site.label
    way = links.to(f"process:{item.process.id}", label("furp.to_process"))
    parts = [Markup('<p class="no-print">{}</p>').format(way)]
    for aspect, checks in item.checks.items():
        name, question = label(f"furp.aspect.{aspect}"), label(f"furp.question.{aspect}")
        parts.append(Markup("<h3>{}: {}</h3>").format(literal(name), literal(question)))
        parts.append(facts(facts_of(aspect, item, links)))
        said = list(_said(item, aspect, links))
        if all(checks.values()):
            said.append(literal(label("furp.nothing_open")))
        parts += [Markup('<p class="aside">{}</p>').format(line) for line in said]
    return Markup("").join(parts)
