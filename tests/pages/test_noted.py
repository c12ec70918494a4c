from dataclasses import replace

import pytest

from generator.model.base import Entity
from generator.model.identifiers import NoteId
from generator.model.organisation import Statement
from generator.pages.links import Links
from generator.pages.noted import note_block, noted, noted_briefly, statements, thing, with_lines
from generator.pages.page import Site
from reading import Reading


@pytest.fixture
def links(site: Site) -> Links:
    return Links(site, "roles/librarian.md")


def test_a_decision_shows_every_reading_and_chooses_none(links: Links) -> None:
    note = links.site.handbook.notes[NoteId("reserve-time")]
    found = Reading(note_block(note, links, touches=True))
    assert found.text.splitlines() == [
        "to decide How long a reserved book waits is told in two ways. reserve-time",
        "It waits one week. line 2",
        "It waits until the next Saturday. line 3",
        "Still to be decided by the organisation.",
        "Touches: Lend a book: Find book",
    ]
    assert found.links == [
        "../document-control/contradictions.html#note-reserve-time",
        "../processes/lend-book.html#step-find-book",
    ]


def test_a_resolved_note_shows_its_resolution(links: Links) -> None:
    note = links.site.handbook.notes[NoteId("slip")]
    assert Reading(note_block(note, links)).text.splitlines() == [
        "derived The slip was not named at its step. line 4 slip",
        "The lending rules name it, so the step does.",
    ]


def test_lines_origins_and_notes_of_an_entity(links: Links) -> None:
    origins = {
        "goal": {"origin": "derived", "why": "Counted.", "lines": ["L8"], "notes": ["slip"]},
        "*": "proposal",
    }
    entity = Entity.model_validate({"lines": ["L1-3"], "origins": origins})
    found = Reading(noted("process:lend-book#find-book", entity, links))
    assert found.text.splitlines()[:4] == [
        "lines 1–3",
        "goal derived Counted. line 8 slip",
        "the whole description proposal",
        "to decide How long a reserved book waits is told in two ways. reserve-time",
    ]
    assert found.ids == ["origin-goal", "origin-all"]


def test_on_a_shared_page_notes_are_links_and_origins_no_anchors(links: Links) -> None:
    origins = {"goal": {"origin": "derived", "why": "Counted."}}
    entity = Entity.model_validate({"lines": ["L9"], "origins": origins})
    found = Reading(noted_briefly("process:lend-book#find-book", entity, links))
    assert found.text.splitlines() == [
        "line 9",
        "goal derived Counted.",
        "to decide reserve-time",
    ]
    assert found.ids == []
    assert noted_briefly("role:librarian", Entity(), links) == ""


def test_nothing_noted_is_nothing(links: Links) -> None:
    assert noted("role:librarian", Entity(), links) == ""


def test_statements(links: Links) -> None:
    said = [
        Statement.model_validate({"text": "Two people.", "lines": ["L4", "L6-7"]}),
        Statement.model_validate({"text": "Or <three>.", "notes": ["slip"]}),
    ]
    found = Reading(statements(said, links))
    assert found.text.splitlines() == ["Two people. lines 4, 6–7", "Or <three>. slip"]
    assert statements([], links) == ""


@pytest.mark.parametrize(
    ("text", "lines", "shown"),
    [("A.", ["L1"], "A. line 1"), ("A.", [], "A."), (None, ["L1"], "line 1"), (None, [], "")],
)
def test_text_with_its_lines(links: Links, text: str | None, lines: list[str], shown: str) -> None:
    assert Reading(with_lines(text, lines, links)).text == shown


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("process:lend-book#find-book", "Lend a book: Find book"),
        ("process:lend-book", "Lend a book"),
        ("kpi:lb-loans", "Loans a week"),
        ("note:slip", "slip"),
        ("organisation", "Harbour Library"),
    ],
)
def test_a_thing_in_its_own_name(links: Links, reference: str, shown: str) -> None:
    assert Reading(thing(reference, links)).text == shown


def test_a_note_without_things_it_touches(links: Links) -> None:
    note = links.site.handbook.notes[NoteId("slip")].model_copy(update={"touches": ()})
    site = replace(links.site, handbook=replace(links.site.handbook, notes={note.id: note}))
    assert "Touches" not in note_block(note, Links(site, "x.md"), touches=True)
