from dataclasses import replace

import pytest

from generator.model.handbook import Handbook
from generator.model.identifiers import SystemId
from generator.model.organisation import System
from generator.pages.outage import outage_pages
from generator.pages.page import Page, Site
from generator.pages.system import system_pages
from reading import read, rows_of, section_of

HEADING = "What stops when this is down"
FIRST = "Systems, those with most steps first"


def page(site: Site) -> Page:
    return next(iter(outage_pages(site)))


def system_page(site: Site, system: str) -> Page:
    return next(made for made in system_pages(site) if made.path == f"systems/{system}.md")


def what_stops(site: Site, system: str) -> dict[str, str]:
    """The names and values of the section, below its opening line."""
    _, *lines = section_of(system_page(site, system), HEADING)
    return dict(zip(lines[::2], lines[1::2], strict=True))


def with_systems(site: Site, *found: dict[str, object]) -> Site:
    made = [System.model_validate({"kind": "software", **item}) for item in found]
    systems = {**site.handbook.systems, **{item.id: item for item in made}}
    return replace(site, handbook=replace(site.handbook, systems=systems))


def test_most_steps_first(site: Site) -> None:
    rows = rows_of(page(site), FIRST)
    assert [row[:4] for row in rows] == [
        ("catalogue", "4", "Lend a book, Buy a book Emergency card: Lend a book", ""),
        (
            "cellar server",
            "4",
            "Lend a book, Buy a book Emergency card: Lend a book",
            "catalogue",
        ),
        ("desk phone", "1", "Buy a book", ""),
    ]
    assert rows[0][4:] == (
        "librarian, head librarian, visitor",
        "recordings: 1; documents: 1; indicators: 1",
    )
    assert rows[2][5:] == ("",)


def test_each_line_can_be_linked_to(site: Site, library: Handbook) -> None:
    ids = read(page(site)).ids
    for system in library.systems:
        assert f"outage-{system}" in ids
        assert f"outage.html#outage-{system}" in read(system_page(site, system)).links


def test_what_nothing_needs_is_named_apart(site: Site) -> None:
    changed = with_systems(site, {"id": "pager", "name": "old pager"})
    made = page(changed)
    assert "old pager" in read(made).text.partition("Systems that nothing depends on")[2]
    assert all(row[0] != "old pager" for row in rows_of(made, FIRST))
    assert "nobody needs it" in read(system_page(changed, "pager")).text
    assert "Systems that nothing depends on" not in read(page(site)).text


@pytest.mark.parametrize(
    ("system", "shown"),
    [
        (
            "cellar-server",
            {
                "Is down too": "catalogue",
                "Processes that notice": (
                    "Lend a book (step 1, step 2, step 3); Buy a book (step 3)"
                ),
                "Roles that notice": (
                    "librarian (3 steps); head librarian (1 step); visitor (1 step)"
                ),
                "Cannot be recorded": "Lend a book: request [noted]",
                "Documents that cannot be opened": "Lending rules",
                "Cannot be measured": "Loans a week",
            },
        ),
        (
            "desk-phone",
            {
                "Processes that notice": "Buy a book (step 1)",
                "Roles that notice": "head librarian (1 step)",
            },
        ),
    ],
)
def test_on_the_page_of_a_system(site: Site, system: str, shown: dict[str, str]) -> None:
    facts = what_stops(site, system)
    assert {name: value for name, value in facts.items() if name != "Emergency card"} == shown


def test_the_emergency_card_of_a_touched_process(site: Site, library: Handbook) -> None:
    processes = {
        key: process.model_copy(update={"emergency_card": key == "buy-book"})
        for key, process in library.processes.items()
    }
    changed = replace(site, handbook=replace(library, processes=processes))
    made = system_page(changed, "desk-phone")
    assert what_stops(changed, "desk-phone")["Emergency card"] == "Buy a book"
    assert any(link.endswith("/buy-book.html") for link in read(made).links)
    rows = {row[0]: row[2] for row in rows_of(page(changed), FIRST)}
    assert rows["desk phone"] == "Buy a book Emergency card: Buy a book"


def test_connected_systems_are_not_said_to_fail(site: Site) -> None:
    changed = with_systems(
        site, {"id": "pager", "name": "pager", "connected_to": ["catalogue", "desk-phone"]}
    )
    key = "Is connected to (whether that is down too is not known)"
    assert what_stops(changed, "pager") == {key: "catalogue, desk phone"}
    assert what_stops(changed, "desk-phone")[key] == "pager"


def test_without_systems(site: Site, library: Handbook) -> None:
    text = read(page(replace(site, handbook=replace(library, systems={})))).text
    assert "Nothing has been recorded here yet." in text


def test_the_section_stands_on_every_system_page(site: Site, library: Handbook) -> None:
    for system in library.systems:
        assert "outage" in read(system_page(site, SystemId(system))).ids
        assert section_of(system_page(site, system), HEADING) is not None
