"""Links to clauses: those that name a thing, and those that a rule or a chapter cites."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.evaluation.coverage import coverage_of
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.standard import Clause, Coverage
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import Origins
from generator.pages.sections import bullets
from generator.pages.terms import linked

OF_THE_RULES = "iso-9001-2015"
"""The standard of which the rules of the check name the clauses."""


def clause_title(reference: str, links: Links) -> Markup:
    """A link to a clause by its number, the words of its title and the name of its standard."""
    handbook = links.site.handbook
    found = handbook.find(reference)
    if not isinstance(found, Clause):
        return links.to(reference)
    return joined((links.to(reference), literal(found.title)), " ")


def rule_clauses(numbers: Iterable[str], links: Links) -> Markup:
    """The clauses that a rule serves, as links where the handbook has the standard."""
    return joined(_numbered(number, links) for number in numbers)


def _numbered(number: str, links: Links) -> Markup:
    reference = f"standard:{OF_THE_RULES}#{number}"
    if links.site.handbook.find(reference) is None:
        return literal(number)
    return links.to(reference, number)


def process_clauses(process: Process, links: Links) -> Markup | None:
    """The clauses that name a process or a step of it; None without any standard to name it."""
    site = links.site
    if not site.handbook.standards:
        return None
    found = _in_order(coverage_of(f"process:{process.id}", site.handbook), site.handbook)
    approach = Markup('<p class="no-print"><a href="{}">{}</a></p>').format(
        links.page("processapproach", f"process-{process.id}"),
        literal(site.label("standards.process.approach")),
    )
    if not found:
        none = literal(site.label("standards.process.none"))
        return Markup("<p>{}</p>{}").format(none, approach)
    lead = Markup('<p class="aside">{}</p>').format(literal(site.label("standards.process.lead")))
    return lead + bullets(_said(item, links) for item in found) + approach


def _in_order(found: Iterable[Coverage], handbook: Handbook) -> list[Coverage]:
    """Coverages in the order of the clauses in their standard, each once."""
    places = {
        f"standard:{standard.id}#{clause.number}": number
        for standard in handbook.standards.values()
        for number, clause in enumerate(standard.clauses)
    }
    return sorted(found, key=lambda item: (places.get(item.clause, len(places)), item.id))


def _said(item: Coverage, links: Links) -> Markup:
    origins = Origins(item, links, listed=False)
    clause = clause_title(item.clause, links) + origins.mark("by")
    return joined((clause, linked(item.how, links)), ": ") if item.how else clause
