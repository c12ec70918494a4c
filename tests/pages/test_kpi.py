from dataclasses import replace

from generator.model.handbook import Handbook
from generator.model.identifiers import KpiId
from generator.model.quality import MEASURABLE
from generator.pages.kpi import kpi_pages
from generator.pages.page import Page, Site
from golden import Golden
from reading import facts_of, read, rows_of, section_of


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in kpi_pages(site)}


def test_pages(site: Site) -> None:
    assert list(pages(site)) == [
        "measuring/index.md",
        "measuring/indicators/index.md",
        "measuring/indicators/lb-loans.md",
        "measuring/indicators/lb-refusals.md",
    ]


def test_what_can_be_measured_by_process(site: Site) -> None:
    page = pages(site)["measuring/index.md"]
    assert rows_of(page, "By process") == [
        ("Lend a book", "2", "1", "1"),
        ("Buy a book", "0", "0", "0"),
        ("Weed the shelves", "0", "0", "0"),
    ]
    named = ["Performance indicators", "Bottlenecks", "Advice", "Assessments"]
    assert section_of(page, "See also") == named
    assert "bottlenecks.html#process-lend-book" in read(page).links


def test_index(site: Site) -> None:
    assert rows_of(pages(site)["measuring/indicators/index.md"], "All indicators") == [
        ("Loans a week", "Lend a book", "books", "week", "100"),
        ("Refused requests", "Lend a book", *["to be determined"] * 3),
    ]


def test_indicator_has_everything_a_measurement_needs(site: Site) -> None:
    page = pages(site)["measuring/indicators/lb-loans.md"]
    facts = facts_of(page, "How it is measured")
    assert facts == {
        "Process": "Lend a book",
        "Definition": "How many books left the building.",
        "Unit": "books",
        "Formula": "count of loan slips",
        "Direction": "higher is better",
        "Period": "week",
        "Source system": "catalogue",
        "Owner": "head librarian",
        "Target": "100",
    }
    assert len(facts) == len(MEASURABLE) + 1
    assert page.edit == "kpis/lend-book.yml"


def test_a_proposed_target_says_so_everywhere(site: Site, library: Handbook) -> None:
    kpi = library.kpis[KpiId("lb-refusals")]
    found = kpi.model_dump() | {"target": "0", "origins": {"target": "proposal"}}
    proposed = type(kpi).model_validate(found)
    made = pages(replace(site, handbook=replace(library, kpis={proposed.id: proposed})))
    index = rows_of(made["measuring/indicators/index.md"], "All indicators")
    assert index[0][-1] == "0 proposal"
    page = made["measuring/indicators/lb-refusals.md"]
    assert facts_of(page, "How it is measured")["Target"] == "0 proposal"
    assert section_of(page, "Source and contradictions") == ["Target proposal"]


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("kpi.md", pages(site)["measuring/indicators/lb-refusals.md"].content)
