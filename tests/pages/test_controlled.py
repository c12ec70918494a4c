"""Which documents are controlled, and which are not."""

from dataclasses import replace

from generator.model.handbook import Handbook
from generator.pages.controlled import controlled_page
from generator.pages.page import Site
from reading import read, rows_of, section_of

OPEN = "to be determined"


def test_every_controlled_document_with_its_state_and_place(site: Site) -> None:
    assert rows_of(controlled_page(site), "Controlled documents") == [
        (
            "lend-book",
            "Lend a book",
            "1.1",
            "approved",
            "2026-01-30",
            "page, emergency card",
            "head librarian",
        ),
        (
            "buy-book",
            "Buy a book",
            "0.3",
            "draft",
            "2026-03-01",
            "page",
            OPEN,
        ),
        (
            "weed-shelves",
            "Weed the shelves",
            "1.0",
            "obsolete",
            "2020-01-01",
            "page",
            "librarian",
        ),
    ]
    links = read(controlled_page(site)).links
    assert "is-this-the-current-version.html#lend-book@1.1" in links
    assert {"../processes/lend-book.html", "../emergency-cards/lend-book.html"} <= set(links)


def test_what_an_auditor_asks_next(site: Site) -> None:
    page = controlled_page(site)
    assert rows_of(page, "Approval and review") == [
        (
            "lend-book",
            "1.1",
            "head librarian, 2026-02-01",
            "2026-02-03",
            "2026-06-01",
            "processes/lending/lend-book.yml",
        ),
        ("buy-book", "none", OPEN, OPEN, OPEN, "processes/acquisition/buy-book.yml"),
        (
            "weed-shelves",
            "none",
            "head librarian, 2020-01-01",
            "2020-01-05",
            OPEN,
            "processes/acquisition/weed-shelves.yml",
        ),
    ]
    assert 'datetime="2026-06-01" data-due' in page.content


def test_a_version_in_force_that_may_be_there_is_not_denied(site: Site, library: Handbook) -> None:
    lend = library.processes["lend-book"]  # type: ignore[index]
    document = lend.document.model_copy(update={"status": "draft"})
    changed = {lend.id: lend.model_copy(update={"document": document})}
    page = controlled_page(replace(site, handbook=replace(library, processes=changed)))
    assert rows_of(page, "Approval and review")[0][1] == "none known"


def test_it_says_which_pages_are_controlled(site: Site) -> None:
    said = " ".join(section_of(controlled_page(site), "What is controlled"))
    assert "Controlled are the pages of the processes and their emergency cards." in said
    assert "All other pages of this site are not controlled" in said


def test_registered_documents_are_not_controlled_here(site: Site, library: Handbook) -> None:
    page = controlled_page(site)
    assert rows_of(page, "Documents that are not on this site") == [
        ("Lending rules", "policy", "catalogue", "head librarian"),
        ("Loan slip", "form", OPEN, OPEN),
        ("Stock plan", "plan", "missing", OPEN),
    ]
    bare = controlled_page(replace(site, handbook=replace(library, documents={})))
    assert section_of(bare, "Documents that are not on this site") == []
