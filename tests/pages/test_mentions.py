import pytest

from generator.model.handbook import Handbook
from generator.pages.links import Links
from generator.pages.mentions import (
    activities_where,
    bottlenecks_where,
    declared,
    links_to,
    processes_where,
    steps_where,
)
from generator.pages.page import Site
from reading import Reading


@pytest.fixture
def links(site: Site) -> Links:
    return Links(site, "roles/librarian.md")


def test_processes(links: Links) -> None:
    found = Reading(processes_where(lambda item: bool(item.interfaces), links))
    assert found.text == "Lend a book, Buy a book"
    assert found.links == ["../processes/lend-book.html", "../processes/buy-book.html"]


def test_steps(links: Links) -> None:
    found = Reading(steps_where(lambda step: step.decision is not None, links))
    assert found.text == "Lend a book: step 2: Find book\nBuy a book: step 4: Check stock"


def test_work_between_steps(links: Links) -> None:
    found = Reading(activities_where(lambda item: "visitor" in item.roles, links))
    assert found.text == "Reserve book (Lend a book: step 2: Find book)"
    assert activities_where(lambda item: "supplier" in item.roles, links) == ""


def test_bottlenecks(links: Links) -> None:
    found = Reading(bottlenecks_where(lambda item: "catalogue" in item.systems, links))
    assert found.text == "Nobody sees how long a reader waits. (Lend a book)"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Head  librarian", "Lend a book: control\nBuy a book: control, supply"),
        ("book", "Lend a book: output [lent]\nBuy a book: output [shelved]"),
        ("visitor", ""),
    ],
)
def test_place_in_the_diagrams(links: Links, name: str, text: str) -> None:
    assert Reading(declared(name, links)).text == text


def test_links_to(links: Links, library: Handbook) -> None:
    found = Reading(links_to("kpi", library.kpis, links))
    assert found.text == "Loans a week, Refused requests"
    assert links_to("kpi", [], links) == ""
