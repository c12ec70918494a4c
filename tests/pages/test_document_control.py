from dataclasses import replace
from datetime import date

from generator.model.handbook import Handbook
from generator.model.organisation import Statement
from generator.pages.document_control import document_control_pages
from generator.pages.page import Page, Site
from golden import Golden
from reading import read, rows_of, section_of

DOCUMENTS, CHANGES = "document-control/index.md", "document-control/changes.md"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in document_control_pages(site)}


def test_which_version_is_in_force_and_who_approved_it(site: Site) -> None:
    open_ = "to be determined"
    assert rows_of(pages(site)[DOCUMENTS], "Controlled documents") == [
        (
            "lend-book",
            "Lend a book",
            "1.1",
            "approved",
            "head librarian, 2026-02-01",
            "2026-02-03",
            "head librarian",
            "2026-06-01",
        ),
        ("buy-book", "Buy a book", "0.3", "draft", open_, open_, open_, open_),
        (
            "weed-shelves",
            "Weed the shelves",
            "1.0",
            "obsolete",
            "head librarian, 2020-01-01",
            "2020-01-05",
            "librarian",
            open_,
        ),
    ]


def test_what_is_overdue_is_marked_while_reading(site: Site) -> None:
    assert 'datetime="2026-06-01" data-due' in pages(site)[DOCUMENTS].content


def test_version_policy_names_what_is_only_proposed(site: Site) -> None:
    assert section_of(pages(site)[DOCUMENTS], "Version policy") == [
        "A step is added, moved or removed: the number after the point goes up by one",
        "Only the wording changes: no new version proposal",
    ]


def test_rules_and_the_way_to_the_other_registers(site: Site, library: Handbook) -> None:
    rule = Statement(text="Every folder has a label.")
    organisation = library.organisation.model_copy(update={"document_rules": (rule,)})
    handbook = replace(library, organisation=organisation, source_map=None)
    page = pages(replace(site, handbook=handbook))[DOCUMENTS]
    assert section_of(page, "Rules for documents") == [rule.text]
    assert section_of(page, "See also") == [
        "Changes",
        "Documents, forms and records",
        "To decide",
        "Contradictions in the source",
        "List of fields",
    ]
    assert "Account of the source" in section_of(pages(site)[DOCUMENTS], "See also")


def test_changes_newest_first(site: Site) -> None:
    assert rows_of(pages(site)[CHANGES], "All changes") == [
        ("2026-03-01", "Buy a book", "0.3", "first version", "First written version."),
        ("2026-01-30", "Lend a book", "1.1", "content", "Reserving added. reserve-time"),
        ("2025-06-01", "Lend a book", "1.0", "first version", "First version."),
        ("2020-01-01", "Weed the shelves", "1.0", "first version", "First version."),
    ]
    assert "contradictions.html#note-reserve-time" in read(pages(site)[CHANGES]).links


def test_changes_of_one_day_stay_in_the_order_of_their_files(site: Site, library: Handbook) -> None:
    lend = library.processes["lend-book"]
    same = tuple(item.model_copy(update={"date": date(2026, 1, 1)}) for item in lend.changes)
    changed = lend.model_copy(update={"changes": same})
    page = pages(replace(site, handbook=replace(library, processes={lend.id: changed})))[CHANGES]
    assert [row[2] for row in rows_of(page, "All changes")] == ["1.1", "1.0"]


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("changes.md", pages(site)[CHANGES].content)
