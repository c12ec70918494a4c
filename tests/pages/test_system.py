from dataclasses import replace

import pytest

from generator.model.handbook import Handbook
from generator.model.identifiers import SystemId
from generator.model.organisation import Statement
from generator.pages.page import Page, Site
from generator.pages.system import system_pages
from golden import Golden
from reading import facts_of, rows_of, section_of


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in system_pages(site)}


def test_a_page_for_each_system_and_one_for_all(site: Site, library: Handbook) -> None:
    expected = ["systems/index.md", *(f"systems/{system}.md" for system in library.systems)]
    assert list(pages(site)) == expected


def test_index(site: Site) -> None:
    rows = rows_of(pages(site)["systems/index.md"], "All systems and means")
    assert rows[0] == (
        "catalogue",
        "information system",
        "Knows every book and where it is.",
        "Front desk",
        "cellar server",
        "4",
    )
    assert rows[2] == (
        "desk phone",
        "means of communication",
        "to be determined",
        "to be determined",
        "",
        "1",
    )


def test_in_short_names_what_is_not_known(site: Site) -> None:
    page = pages(site)["systems/catalogue.md"]
    assert page.edit == "organisation/systems.yml"
    assert facts_of(page, "In short") == {
        "Kind": "information system",
        "Purpose": "Knows every book and where it is.",
        "Kept by": "Front desk",
        "Developed by": "to be determined",
        "Runs on": "cellar server",
    }


@pytest.mark.parametrize(
    ("system", "heading", "lines"),
    [
        (
            "catalogue",
            "Recorded here",
            ["request [noted] (Lend a book: step 1: Take request)"],
        ),
        ("catalogue", "Documents kept here", ["Lending rules"]),
        ("catalogue", "Indicators measured here", ["Loans a week"]),
        ("catalogue", "In the process diagrams", ["Lend a book: supply"]),
        ("catalogue", "Bottlenecks", ["Nobody sees how long a reader waits. (Lend a book)"]),
        ("cellar-server", "Runs on this", ["catalogue"]),
        ("cellar-server", "Used in", []),
        ("desk-phone", "What else is known", []),
    ],
)
def test_sections(site: Site, system: str, heading: str, lines: list[str]) -> None:
    assert section_of(pages(site)[f"systems/{system}.md"], heading) == lines


def test_steps_that_use_or_are_done_by_a_system(site: Site) -> None:
    rows = rows_of(pages(site)["systems/catalogue.md"], "Used in")
    assert [row[1:3] for row in rows] == [
        ("step 1: Take request", "librarian"),
        ("step 2: Find book", "librarian or head librarian"),
        ("step 3: Lend book", "librarian and visitor"),
        ("step 3: Shelve book", "without a person: catalogue"),
    ]


def test_connections_are_seen_from_both_sides(site: Site, library: Handbook) -> None:
    phone = library.systems[SystemId("desk-phone")]
    fact = Statement(text="Rings in the cellar.")
    changed = phone.model_copy(
        update={"connected_to": ("catalogue",), "facts": (fact,), "maintained_by": ("librarian",)}
    )
    handbook = replace(library, systems={**library.systems, changed.id: changed})
    made = pages(replace(site, handbook=handbook))
    assert facts_of(made["systems/catalogue.md"], "In short")["Connected to"] == "desk phone"
    assert facts_of(made["systems/desk-phone.md"], "In short")["Connected to"] == "catalogue"
    assert facts_of(made["systems/desk-phone.md"], "In short")["Kept by"] == "librarian"
    assert section_of(made["systems/desk-phone.md"], "What else is known") == [fact.text]


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("system.md", pages(site)["systems/cellar-server.md"].content)
