"""Links back stand on the page of the thing, and lead to the line that names it."""

import re

import pytest

from generator.model.handbook import Handbook
from generator.pages import pages_of
from generator.pages.links import Links
from generator.pages.named_by import named_briefly, named_in
from generator.pages.page import Page, Site


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    return pages_of(site)


def named(page: Page) -> str:
    """The section of a page that says what names the thing."""
    return page.content.partition("## Named in")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("path", "links"),
    [
        (
            "processes/lend-book.md",
            {
                "../measuring/assessments/reading-room-scan.html#area-desk",
                "../measuring/scorecard.html#objective-readers-served",
                "../improving/risks.html#risk-catalogue-lost",
                "../improving/complaints-and-nonconformities.html#nonconformity-late-answer",
            },
        ),
        ("systems/catalogue.md", {"../improving/risks.html#risk-catalogue-lost"}),
        (
            "measuring/indicators/lb-loans.md",
            {
                "../assessments/reading-room-scan.html#area-desk",
                "../scorecard.html#objective-readers-served",
                "../../standards/iso-9001-2015/4-4-1.html",
            },
        ),
        (
            "roles/librarian.md",
            {
                "../improving/improvements.html#improvement-count-days",
                "../improving/corrective-actions.html#action-order-with-invoice",
            },
        ),
        ("roles/visitor.md", set()),
        ("systems/desk-phone.md", set()),
        ("processes/weed-shelves.md", set()),
    ],
)
def test_page(pages: dict[str, Page], path: str, links: set[str]) -> None:
    assert set(re.findall(r'href="([^"]+)"', named(pages[path]))) == links


def test_every_link_leads_to_an_anchor_of_a_page(pages: dict[str, Page], site: Site) -> None:
    root = Links(site, "index.md")
    references = list(site.named_by)
    assert len(references) > 10
    found = {
        address
        for reference in references
        for address in re.findall(r'href="([^"]+)"', named_in(reference, root))
    }
    for address in found:
        path, _, anchor = address.partition("#")
        page = pages[path.removesuffix(".html") + ".md"]
        assert not anchor or f'id="{anchor}"' in page.content or f"#{anchor} " in page.content


def test_a_bottleneck_says_what_names_it(pages: dict[str, Page]) -> None:
    line = re.search(
        r'<tr[^>]*id="bottleneck-lb-k1".*?</tr>', pages["measuring/bottlenecks.md"].content
    )
    assert line
    assert "Named in: " in line[0]
    assert "#improvement-count-days" in line[0]
    assert "reading-room-scan.html#area-desk" in line[0]


def test_a_role_is_told_as_what_it_is_named(pages: dict[str, Page]) -> None:
    told = named(pages["roles/head-librarian.md"])
    assert "(decided by, check of the effect: by)" in told
    assert "(participants)" in told


def test_a_proposal_does_not_look_like_a_fact(site: Site) -> None:
    found = named_in("role:head-librarian", Links(site, "index.md"))
    risk = found.partition("One person knows the shelves")[2].partition("</li>")[0]
    assert "origin--proposal" in risk
    area = named_in("kpi:lb-loans", Links(site, "index.md")).partition("The desk")[2]
    assert "origin--proposal" in area.partition("</li>")[0]


def test_what_stands_elsewhere_is_left_out(site: Site) -> None:
    links = Links(site, "index.md")
    without = ("Bottleneck.systems", "risk")
    assert named_in("system:catalogue", links)
    assert named_in("system:catalogue", links, without=without) == ""
    assert named_briefly("system:catalogue", links, without=without) == ""


def test_words_come_without_links_where_there_are_none(site: Site) -> None:
    found = named_in("kpi:lb-loans", Links(site, "index.md", linked=False))
    assert "href" not in found
    assert "Readers get what they ask for" in found


def test_the_words_are_dutch_on_a_dutch_page(dutch_site: Site, library: Handbook) -> None:
    assert library.risks
    found = named_in("role:head-librarian", Links(dutch_site, "index.md"), in_which_part=True)
    assert "Verbeteringen" in found
    assert "(eigenaar)" in found
