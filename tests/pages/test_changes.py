"""The change log on a page: recorded lines, what was found, and ways to choose."""

import re
from dataclasses import replace

import pytest

from generator.diff import Change, ChangeKind
from generator.history import History, HistoryState
from generator.language import language
from generator.model.handbook import Handbook
from generator.pages import changes
from generator.pages.changes import FIRST, MOST, changes_page, differences, process_log
from generator.pages.links import Links
from generator.pages.page import Page, Site
from golden import Golden
from hostile_texts import HOSTILE
from reading import Reading, lines_of, read

CAUSE = "Because of improvement: Count the days of waiting"


def entries(page: Page) -> list[list[str]]:
    """The lines of every entry, as read."""
    parts = re.findall(r'<li class="log__entry".*?\n</li>', page.content, re.DOTALL)
    return [Reading(part).text.splitlines() for part in parts]


def test_without_git_the_recorded_lines_are_there(site: Site) -> None:
    page = changes_page(site)
    assert "only the recorded lines are here" in read(page).text
    assert entries(page) == [
        ["Buy a book version 0.3", "first version 2026-03-01 First written version."],
        [
            "Lend a book version 1.1",
            f"content 2026-01-30 Reserving added. reserve-time {CAUSE}",
        ],
        ["Lend a book version 1.0", "first version 2025-06-01 First version."],
        ["Weed the shelves version 1.0", "first version 2020-01-01 First version."],
    ]
    assert "contradictions.html#note-reserve-time" in read(page).links


def test_with_git_each_version_has_its_commit_and_what_was_found(site_with_past: Site) -> None:
    page = changes_page(site_with_past)
    assert "git history" not in " ".join(lines_of(page)[:4])
    since, third, second, *lent = entries(page)
    assert since[0] == "Buy a book after version 0.3, without a new version 2026-03-03"
    assert "Differences found (1)" in since
    assert third[-1] == "commit bbbbbbbb of 2026-03-02. What changed is not known here."
    assert second == [
        "Buy a book version 0.2 2026-03-01",
        "commit aaaaaaaa of 2026-03-01. No line was recorded about this version.",
    ]
    newest, first, gone = lent
    assert newest[2:4] == ["commit bbbbbbbb of 2026-03-02.", "Differences found (4)"]
    assert any("'Take request'" in line and "may" in line for line in newest)
    assert first[-1] == "commit aaaaaaaa of 2026-03-01."
    assert gone[-1] == "This version is not on the main line yet."


def test_a_version_that_changed_nothing_says_so(site_with_past: Site, past: History) -> None:
    lend = [replace(item, changes=()) for item in past.versions["lend-book"]]
    history = replace(past, versions={"lend-book": tuple(lend)})
    page = changes_page(replace(site_with_past, history=history))
    newest = next(entry for entry in entries(page) if entry[0] == "Lend a book version 1.1")
    assert newest[-1] == "commit bbbbbbbb of 2026-03-02. No difference in the content was found."


def test_a_shallow_clone_says_what_is_missing(site: Site) -> None:
    page = changes_page(replace(site, history=History(HistoryState.SHALLOW)))
    assert "made with a part of the git history" in read(page).text
    assert (
        entries(page)[2][-1] == "This version is outside the part of the git history that is here."
    )


def test_the_ways_to_choose_are_in_the_data_of_each_entry(site_with_past: Site) -> None:
    content = changes_page(site_with_past).content
    found = re.findall(r'data-process="([^"]*)" data-roles="([^"]*)" data-date="([^"]*)"', content)
    assert found[3] == ("lend-book", "head-librarian librarian visitor", "2026-01-30")
    assert found[0][0] == "buy-book"
    options = re.findall(r'<option value="([^"]*)">([^<]*)</option>', content)
    assert options[:4] == [
        ("", "all"),
        ("buy-book", "Buy a book"),
        ("lend-book", "Lend a book"),
        ("weed-shelves", "Weed the shelves"),
    ]
    roles = {role for _, several, _ in found for role in several.split()}
    assert {value for value, _ in options[5:]} == roles


def test_the_log_of_a_process_has_its_anchors_and_its_state(site_with_past: Site) -> None:
    lend = site_with_past.handbook.processes["lend-book"]  # type: ignore[index]
    log = process_log(lend, Links(site_with_past, "processes/lend-book.md"))
    assert Reading(log).ids == ["version-1.1", "version-1.0"]
    assert "Lend a book version" not in Reading(log).text
    ziped = replace(site_with_past, history=History())
    plain = process_log(lend, Links(ziped, "processes/lend-book.md"))
    assert Reading(plain).text.startswith("This page was made without the git history")


def test_a_process_without_a_past_has_no_log(site: Site, library: Handbook) -> None:
    bare = library.processes["buy-book"].model_copy(update={"changes": ()})  # type: ignore[index]
    assert process_log(bare, Links(site, "processes/buy-book.md")) == ""


def many(count: int, text: str = "x") -> tuple[Change, ...]:
    return tuple(
        Change(
            ChangeKind.FIELD,
            "process:lend-book",
            "Lend a book",
            ("goal",),
            "Process.goal",
            f"{text} {number}",
            f"{text} {number + 1}",
        )
        for number in range(count)
    )


@pytest.mark.parametrize(
    ("count", "open_", "folded", "left"),
    [(1, 1, 0, 0), (FIRST, FIRST, 0, 0), (FIRST + 1, FIRST, 1, 0), (MOST + 7, FIRST, 90, 7)],
)
def test_a_long_list_is_folded_and_cut(
    site: Site, count: int, open_: int, folded: int, left: int
) -> None:
    found = differences(many(count), Links(site, "x.md"), elsewhere="y.html#version-1.1")
    shown, _, rest = found.partition("<details")
    assert (shown.count("<li>"), rest.count("<li>")) == (open_, folded)
    assert (f"{left} more differences, on the page" in found) == bool(left)


def test_a_thousand_changes_do_not_make_a_page_of_megabytes(site: Site, past: History) -> None:
    newest = replace(past.versions["lend-book"][1], changes=many(1000, "A long text " * 20))
    history = replace(past, versions={"lend-book": (newest,)})
    full = replace(site, history=history)
    overview = changes_page(full)
    assert len(overview.content) < 200_000
    assert "900 more differences, on the page of the process" in read(overview).text
    lend = full.handbook.processes["lend-book"]  # type: ignore[index]
    own = process_log(lend, Links(full, "processes/lend-book.md"))
    assert own.count("<li>") == 1000
    assert len(own) < 1_000_000


def test_the_newest_differences_of_a_large_handbook_are_on_the_page(
    site: Site, past: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "IN_ALL", 5)
    commit = past.versions["lend-book"][0].commit
    several = {
        process: (replace(past.versions["lend-book"][0], changes=many(count), commit=commit),)
        for process, count in (("buy-book", 3), ("lend-book", 4))
    }
    page = changes_page(replace(site, history=replace(past, versions=several, issued={})))
    assert page.content.count("log__changes") == 2
    assert page.content.count("<li>") == 5
    assert "2 more differences, on the page of the process" in read(page).text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_a_change_comes_out_as_typed(site: Site, hostile: str) -> None:
    found = differences(many(1, hostile), Links(site, "x.md"))
    assert Reading(found).tags == ["ul class", "li"]
    for mark in ("<script", "{{", "{%", "<img", "\x00", "\x1b"):
        assert mark not in found


def test_a_history_changes_no_words_of_the_other_language(past: History, dutch_site: Site) -> None:
    page = changes_page(replace(dutch_site, history=past))
    assert "Gevonden verschillen (4)" in read(page).text
    assert language("nl").label("versions.filter.note") in read(page).text


def test_golden(site_with_past: Site, golden: Golden) -> None:
    golden.check("changes.md", changes_page(site_with_past).content)
