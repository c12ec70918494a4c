"""How strong something is as evidence, as a label that no draft or proposal can lose."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from generator.evaluation.coverage import ClauseStanding, Evidence
from generator.evaluation.strength import PRESENT, Strength
from generator.model.standard import Coverage
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.noted import thing
from generator.pages.origins import Origins
from generator.pages.page import Site
from generator.pages.terms import linked

_LOOKS: Mapping[Strength, str] = {
    Strength.IN_FORCE: "state-of state-of--approved",
    Strength.STATED: "kind",
    Strength.DRAFT: "state-of state-of--draft",
    Strength.PROPOSAL: "origin origin--proposal",
    Strength.OPEN: "origin origin--open",
    Strength.MISSING: "missing",
    Strength.EXCLUDED: "kind",
    Strength.NOTHING: "missing",
}
"""The looks that the same state has elsewhere on the site."""

_MANY = 5
"""More things than this fold away behind their number."""


def strength(value: Strength, site: Site) -> Markup:
    """A strength as a label."""
    words = literal(site.label(f"standards.strengths.{value}.name"))
    return Markup('<span class="{}">{}</span>').format(html(_LOOKS[value]), words)


def standing(item: ClauseStanding, site: Site) -> Markup:
    """How a clause stands, and that something is missing where something else covers it.

    A heading or a lettered part of which nothing is told itself says where to look,
    and an old edition that it is one.
    """
    if elsewhere := _elsewhere(item):
        words = literal(site.label(f"standards.{elsewhere}"))
        return Markup('<span class="aside">{}</span>').format(words)
    shown = strength(item.strength, site)
    if (item.has_gap or item.gap_below) and item.strength in PRESENT:
        gap = literal(site.label("standards.with_gap"))
        shown += Markup(' <span class="aside">{}</span>').format(gap)
    return shown


def _elsewhere(item: ClauseStanding) -> str:
    """Where to look for how a clause stands of which nothing is told itself; empty otherwise."""
    if item.is_told:
        return ""
    if item.standard.replaced_by:
        return "old_edition"
    if item.parts:
        return "see_parts"
    return "" if item.is_unit else "see_whole"


def by_strength(found: Iterable[Evidence], links: Links) -> Markup:
    """Things in groups of one strength, the strongest first, each a link."""
    items = list(found)
    groups = (
        (value, list(dict.fromkeys(one.reference for one in items if one.strength is value)))
        for value in Strength
    )
    shown = (_group(value, names, links) for value, names in groups if names)
    return Markup("").join(Markup("<div>{}</div>").format(part) for part in shown)


def _group(value: Strength, references: list[str], links: Links) -> Markup:
    label = strength(value, links.site)
    names = joined((thing(one, links) for one in references), "; ")
    if len(references) <= _MANY:
        return joined((label, names), " ")
    return Markup("<details><summary>{} {}</summary>{}</details>").format(
        label, len(references), names
    )


def kind_of(reference: str, site: Site) -> str:
    """What kind of thing a reference points at, in a word."""
    kind, _, rest = reference.partition(":")
    name = "step" if kind == "process" and "#" in rest else kind
    kinds = site.language.labels["standards"]["kinds"]
    return site.label(f"standards.kinds.{name if name in kinds else 'other'}")


def clause_name(item: ClauseStanding) -> str:
    """The number and the short title of a clause."""
    return f"{item.clause.shown} {item.clause.title}"


def reason(item: Coverage, links: Links) -> Markup:
    """Why a clause does not apply, with where that comes from."""
    mark = Origins(item, links, listed=False).mark("excluded")
    return linked(item.excluded or "", links) + mark


def gaps(item: ClauseStanding, links: Links) -> Iterator[Markup]:
    """What is missing for a clause: what the matrix and the chapters lack, and what is open."""
    for coverage in item.coverages:
        if coverage.missing:
            mark = Origins(coverage, links, listed=False).mark("missing")
            yield linked(coverage.missing, links) + mark
    for one in item.evidence:
        if one.topic and not one.topic.given:
            said = joined((part for part in (one.topic.topic, one.topic.text) if part), ". ")
            yield joined((links.to(one.reference), said), ": ")
    for coverage in item.undecided:
        words = literal(links.site.label("standards.undecided"))
        yield joined((words, reason(coverage, links)), ": ")
    if item.untold:
        numbers = ", ".join(clause.shown for clause in item.untold)
        yield literal(links.site.label("standards.untold", numbers=numbers))
    absent = (one for one in item.evidence if one.strength not in PRESENT and not one.topic)
    if shown := by_strength(absent, links):
        yield shown
