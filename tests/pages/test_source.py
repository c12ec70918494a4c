from dataclasses import replace

from generator.model.handbook import Handbook
from generator.model.identifiers import NoteId
from generator.model.quality import SourceMap
from generator.pages.page import Page, Site
from generator.pages.source import source_pages
from golden import Golden
from reading import lines_of, read, rows_of, section_of

CONTRADICTIONS = "document-control/contradictions.md"
DECISIONS = "document-control/to-decide.md"
ACCOUNT = "document-control/source-account.md"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in source_pages(site)}


def test_pages(site: Site, library: Handbook) -> None:
    assert list(pages(site)) == [CONTRADICTIONS, DECISIONS, ACCOUNT]
    without = replace(site, handbook=replace(library, source_map=None))
    assert list(pages(without)) == [CONTRADICTIONS, DECISIONS]


def test_contradictions_by_kind(site: Site) -> None:
    page = pages(site)[CONTRADICTIONS]
    assert rows_of(page, "Derived: corrected with a reason (1)") == [
        (
            "slip",
            "The slip was not named at its step. line 4",
            "The lending rules name it, so the step does.",
            "Lend a book",
        )
    ]
    decision = rows_of(page, "To decide: all readings stand (1)")[0]
    assert decision[2:] == ("to be determined", "Lend a book: Find book")
    assert "It waits one week. line 2" in decision[1]
    assert {"note-slip", "note-reserve-time"} <= set(read(page).ids)


def test_decisions_by_process(site: Site) -> None:
    lines = section_of(pages(site)[DECISIONS], "Lend a book")
    assert lines[0].startswith("to decide How long a reserved book waits")
    assert lines[-2:] == [
        "Still to be decided by the organisation.",
        "Touches: Lend a book: Find book",
    ]


def test_a_decision_that_touches_no_process_stands_elsewhere(site: Site, library: Handbook) -> None:
    note = library.notes[NoteId("reserve-time")]
    moved = note.model_copy(update={"touches": ("role:librarian",)})
    page = pages(replace(site, handbook=replace(library, notes={note.id: moved})))[DECISIONS]
    assert "Touches: librarian" in section_of(page, "Elsewhere")
    assert section_of(page, "Lend a book") == []


def test_every_line_of_the_source_is_accounted_for(site: Site) -> None:
    page = pages(site)[ACCOUNT]
    assert "(The old folder, 6 lines)" in lines_of(page)[1]
    assert "3 lines are in the handbook" in lines_of(page)[1]
    assert rows_of(page, "From line to line") == [
        ("1–3", "Lending", "Lend a book"),
        ("4–6", "Gossip", "Left out: no business of the handbook"),
    ]


def test_a_range_that_became_something_and_was_left_out_too(site: Site, library: Handbook) -> None:
    ranges = [
        {"lines": "L9", "what": "x", "items": ["process:lend-book#lend"], "left_out": "in part"},
        {"lines": "L10", "what": "y"},
    ]
    account = SourceMap.model_validate({"document": "d", "last_line": 10, "ranges": ranges})
    page = pages(replace(site, handbook=replace(library, source_map=account)))[ACCOUNT]
    assert rows_of(page, "From line to line") == [
        ("9", "x", "Lend a book: Lend book; Left out: in part"),
        ("10", "y", "to be determined"),
    ]
    assert "1 lines are in the handbook" in lines_of(page)[1]


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("to-decide.md", pages(site)[DECISIONS].content)
