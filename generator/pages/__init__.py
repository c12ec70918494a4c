"""Model into pages: Markdown by path in the staging tree, and the navigation over them."""

from collections.abc import Callable, Collection, Iterable, Mapping

from generator.addresses import Addresses
from generator.diagrams import diagrams_of
from generator.language import language
from generator.model.handbook import Handbook
from generator.pages.advice import advice_pages
from generator.pages.architecture import architecture_pages
from generator.pages.assessment import assessment_pages
from generator.pages.business_object import object_pages
from generator.pages.card import card_pages
from generator.pages.clause import clause_pages
from generator.pages.clause_matrix import clause_matrix_pages
from generator.pages.department import department_pages
from generator.pages.document_control import document_control_pages
from generator.pages.fields import field_pages
from generator.pages.furp import furp_pages
from generator.pages.handbook_parts import handbook_pages
from generator.pages.improvements import improvement_pages
from generator.pages.improving import improving_pages
from generator.pages.kpi import kpi_pages
from generator.pages.landscape import landscape_pages
from generator.pages.legend import legend_pages
from generator.pages.matrix import matrix_pages
from generator.pages.navigation import navigation
from generator.pages.organisation_chart import organisation_chart_pages
from generator.pages.outage import outage_pages
from generator.pages.page import Page, Site
from generator.pages.process import process_pages
from generator.pages.process_approach import process_approach_pages
from generator.pages.registers import register_pages
from generator.pages.releases import release_pages
from generator.pages.risks import risk_pages
from generator.pages.role import role_pages
from generator.pages.rules import rule_pages
from generator.pages.scorecard import scorecard_pages
from generator.pages.signals import signal_pages
from generator.pages.source import source_pages
from generator.pages.standards import standard_pages
from generator.pages.start import start_page
from generator.pages.system import system_pages

__all__ = ["Page", "navigation", "of_today", "pages_of", "released_pages_of", "site_of"]

KINDS: tuple[Callable[[Site], Iterable[Page]], ...] = (
    landscape_pages,
    process_pages,
    card_pages,
    object_pages,
    legend_pages,
    role_pages,
    department_pages,
    matrix_pages,
    system_pages,
    architecture_pages,
    outage_pages,
    organisation_chart_pages,
    kpi_pages,
    scorecard_pages,
    furp_pages,
    register_pages,
    advice_pages,
    assessment_pages,
    improving_pages,
    improvement_pages,
    risk_pages,
    handbook_pages,
    standard_pages,
    clause_pages,
    clause_matrix_pages,
    process_approach_pages,
    document_control_pages,
    release_pages,
    source_pages,
    field_pages,
    rule_pages,
    signal_pages,
)
"""The makers of pages, one a kind; the start page comes last since it names the others."""


def pages_of(site: Site, *, written: Collection[str] = ()) -> dict[str, Page]:
    """Every generated page by its path in the staging tree.

    ``written`` are the paths of the hand-written pages, which generated ones may lead to.
    """
    pages = {page.path: page for make in KINDS for page in make(site)}
    start = start_page(site, {*pages, *written})
    return pages | {start.path: start}


_OF_TODAY = frozenset({release_pages, field_pages, rule_pages, signal_pages})
"""Makers of pages about the present site and its checker, which a release goes without."""


def _has_registers(handbook: Handbook) -> bool:
    kinds = ("improvement", "risk", "audit", "auditfinding", "nonconformity", "action")
    return any(handbook.entities[kind] for kind in (*kinds, "managementreview"))


_WHEN_THERE: Mapping[Callable[[Site], Iterable[Page]], Callable[[Handbook], bool]] = {
    **dict.fromkeys((improving_pages, improvement_pages, risk_pages), _has_registers),
    **dict.fromkeys(
        (standard_pages, clause_pages, clause_matrix_pages, process_approach_pages),
        lambda handbook: bool(handbook.standards),
    ),
    scorecard_pages: lambda handbook: handbook.scorecard is not None,
}
"""Makers whose pages a release from before their subject goes without.

Today's site says that a register is empty; of a handbook that had no such register, that would
be no answer but a claim.
"""


def of_today() -> tuple[str, ...]:
    """The pages (``pages.<name>``) that only the present site can answer; releases lead to them."""
    return ("changes", "controlled", "current", "releases", "reviews")


def released_pages_of(site: Site, *, written: Collection[str] = ()) -> dict[str, Page]:
    """Every generated page of a release: what people work by, nothing that only holds today.

    Args:
        site: the handbook of the release.
        written: the paths of its hand-written pages.
    """
    left_out = {site.addresses.page(name) for name in of_today()}
    missing = {make for make, is_there in _WHEN_THERE.items() if not is_there(site.handbook)}
    made = (page for make in KINDS if make not in _OF_TODAY | missing for page in make(site))
    pages = {page.path: page for page in made if page.path not in left_out}
    start = start_page(site, {*pages, *written})
    return pages | {start.path: start}


def site_of(handbook: Handbook) -> Site:
    """What the pages of a handbook are made from: its words, addresses and diagrams."""
    words = language(handbook.organisation.language)
    addresses = Addresses(handbook, words)
    return Site(handbook, words, addresses, diagrams_of(handbook, words, addresses))
