"""The legend: what every mark in the diagrams means, each drawn small."""

from collections.abc import Iterator

from generator.pages.markup import literal
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.text_alternative import figure


def legend_pages(site: Site) -> Iterator[Page]:
    """The legend page, from every diagram whose key starts with ``legend-``."""
    keys = [key for key in site.diagrams if key.startswith("legend-")]
    sections = [Section(site.diagrams[key].title, figure(key, site)) for key in keys]
    yield sections_page(
        site,
        site.addresses.page("legend"),
        site.label("site.legend"),
        lead=literal(site.label("site.legend_lead")),
        sections=sections,
    )
