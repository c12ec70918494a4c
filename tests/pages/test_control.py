"""The control record: everything that identifies a document, on screen, on paper and on cards."""

from dataclasses import replace

import pytest

from generator.history import History
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.pages.card import card_pages
from generator.pages.control import control_record
from generator.pages.edition import edition
from generator.pages.links import Links
from generator.pages.page import Site
from generator.pages.process import process_page
from reading import Reading, facts_of, head, read

LEND, BUY = ProcessId("lend-book"), ProcessId("buy-book")
PAPER = "Look in the handbook at 'Is this the version in force?': lend-book@1.1."


def record(site: Site, process: ProcessId = LEND, *, linked: bool = True) -> dict[str, str]:
    links = Links(site, "processes/x.md", linked=linked)
    found = control_record(site.handbook.processes[process], links)
    return {name: Reading(shown).text for name, shown in found}


def test_the_whole_record(site_with_past: Site) -> None:
    assert record(site_with_past) == {
        "Title": "Lend a book",
        "Reference": "lend-book",
        "Version": "1.1",
        "Status": "approved",
        "Valid from": "2026-02-03",
        "Owner": "head librarian",
        "Written by": "librarian",
        "Approved by": "head librarian, 2026-02-01",
        "Next review": "2026-06-01",
        "State": "commit cccccccc",
        "File": "processes/lending/lend-book.yml",
        "Print": f"Uncontrolled copy. Is this the version in force? {PAPER}",
    }


def test_what_nobody_established_says_so(site: Site) -> None:
    found = record(site, BUY)
    keys = ("Valid from", "Owner", "Approved by", "Next review")
    assert {found[key] for key in keys} == {"to be determined"}
    assert found["Written by"] == "role not known"
    assert found["State"] == "commit unknown"


@pytest.mark.parametrize(
    ("process", "said"),
    [
        (LEND, "commit cccccccc"),
        (BUY, "changed since commit cccccccc"),
        (ProcessId("weed-shelves"), "changed since commit cccccccc"),
    ],
)
def test_only_a_process_that_was_edited_is_changed_since_the_commit(
    site: Site, past: History, process: ProcessId, said: str
) -> None:
    clean, edited = (replace(past, is_changed=is_changed) for is_changed in (False, True))
    assert record(replace(site, history=clean), process)["State"] == "commit cccccccc"
    assert record(replace(site, history=edited), process)["State"] == said


def test_the_question_leads_to_the_answer_and_a_loose_file_says_where_to_look(site: Site) -> None:
    links = Links(site, "processes/x.md")
    shown = dict(control_record(site.handbook.processes[LEND], links))["Print"]
    assert Reading(shown).links == [
        "../document-control/is-this-the-current-version.html#lend-book@1.1"
    ]
    loose = record(site, linked=False)
    assert loose["Print"] == f"Uncontrolled copy. {PAPER}"


def test_a_process_page_carries_the_record_twice(site: Site) -> None:
    page = process_page(site.handbook.processes[LEND], site)
    assert page.content.count("facts--control") == 2
    assert facts_of(page, "Document data")["Approved by"] == "head librarian, 2026-02-01"
    assert head(page)["controlled"] == "yes"
    assert "Uncontrolled copy" in page.content.partition("</style>")[0].replace("\\2e ", ".")


@pytest.mark.parametrize("status", Status)
def test_each_status_looks_its_own_way(site: Site, library: Handbook, status: Status) -> None:
    lend = library.processes[LEND]
    document = lend.document.model_copy(update={"status": status})
    changed = lend.model_copy(update={"document": document})
    handbook = replace(library, processes={**library.processes, LEND: changed})
    page = process_page(changed, replace(site, handbook=handbook))
    words = site.label(f"versions.notice.{status}")
    assert read(page).text.count(words) == 2
    for look in ("head", "control", "notice", "state-of"):
        assert f"{look}--{status}" in page.content


def test_a_card_and_its_loose_file_carry_the_record(site_with_past: Site) -> None:
    page, loose = card_pages(site_with_past)
    assert head(page)["controlled"] == "yes"
    for found in (page, loose):
        text = read(found).text
        assert "commit cccccccc" in text
        assert "Uncontrolled copy" in text
        assert "card--approved" in found.content
    assert read(loose).links == []


def test_other_pages_name_release_and_commit_only(site: Site, past: History) -> None:
    after = ", after release Winter 2026"
    assert edition(site) == f"State of the handbook: commit unknown{after}"
    full = replace(site, history=past)
    assert edition(full) == f"State of the handbook: commit cccccccc{after}"
    edited = replace(full, history=replace(past, is_changed=True))
    assert edition(edited) == f"State of the handbook: changed since commit cccccccc{after}"
    bare = replace(full, handbook=replace(site.handbook, releases={}))
    assert edition(bare) == "State of the handbook: commit cccccccc"


def test_a_draft_after_an_approved_version_names_that_version(site: Site, past: History) -> None:
    lend = site.handbook.processes[LEND]
    document = lend.document.model_copy(update={"status": Status.DRAFT})
    draft = lend.model_copy(update={"document": document})
    page = process_page(draft, replace(site, history=past))
    assert read(page).text.count("The version in force is 1.0.") == 2
    assert "The version in force" not in read(process_page(lend, site)).text
