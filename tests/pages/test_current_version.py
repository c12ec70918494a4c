"""The answer to whoever holds a print: what the list says, and what the script gets to say."""

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any
from unicodedata import category

import pytest

from generator.history import History, HistoryState
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.pages.current_version import current_version_page
from generator.pages.page import Page, Site
from hostile import with_texts
from hostile_texts import HOSTILE
from reading import read, rows_of

LIST = "All versions that are known"


def data(page: Page) -> Any:
    found = re.search(r'data-versions="([^"]*)"', page.content)
    assert found
    return json.loads(unescape(found[1]))


def test_the_list_answers_without_a_script(site: Site) -> None:
    assert rows_of(current_version_page(site), LIST) == [
        (
            "Lend a book",
            "1.1, in force from 2026-02-03",
            "",
            "1.1 in force 2026-01-30 1.0 status not known 2025-06-01",
        ),
        (
            "Buy a book",
            "there is no approved version",
            "0.3",
            "0.3 draft, not approved 2026-03-01",
        ),
        ("Weed the shelves", "obsolete", "", "1.0 obsolete 2020-01-01"),
    ]


def test_every_version_has_an_anchor(site_with_past: Site) -> None:
    ids = read(current_version_page(site_with_past)).ids
    assert {"lend-book@1.0", "lend-book@1.1", "buy-book@0.2", "weed-shelves@1.0"} <= set(ids)


def test_with_a_history_what_was_replaced_is_known(site_with_past: Site) -> None:
    rows = rows_of(current_version_page(site_with_past), LIST)
    replaced = "1.0 obsolete, replaced by a newer version 2025-06-01"
    assert rows[0][3] == f"1.1 in force 2026-01-30 {replaced}"
    assert "0.2 replaced draft 2026-03-01" in rows[1][3]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (HistoryState.NONE, "made without the git history"),
        (HistoryState.SHALLOW, "made with a part of the git history"),
    ],
)
def test_it_says_what_of_the_history_is_missing(site: Site, state: HistoryState, said: str) -> None:
    assert said in read(current_version_page(replace(site, history=History(state)))).text
    whole = replace(site, history=History(HistoryState.WHOLE))
    assert "git history" not in read(current_version_page(whole)).text


def test_the_script_gets_the_published_list(site: Site) -> None:
    found = data(current_version_page(site))["documents"]
    assert found["lend-book"] == {
        "title": "Lend a book",
        "force": "1.1",
        "from": "2026-02-03",
        "concept": None,
        "certain": False,
        "withdrawn": False,
        "versions": {"1.0": "unknown", "1.1": "in-force"},
    }
    assert found["buy-book"]["concept"] == "0.3"
    assert found["weed-shelves"]["withdrawn"] is True


def test_the_script_gets_hostile_names_as_typed(site: Site, library: Handbook) -> None:
    for hostile in HOSTILE:
        wild = with_texts(library, lambda text, mark=hostile: f"{text} {mark}")
        page = current_version_page(replace(site, handbook=wild))
        title = data(page)["documents"]["lend-book"]["title"]
        assert shown(title) == shown(wild.processes[ProcessId("lend-book")].name)


def shown(text: str) -> str:
    """A text without control characters, which HTML has no way to write."""
    return " ".join("".join(c for c in " ".join(text.split()) if category(c) != "Cc").split())


def test_a_handbook_without_processes_says_that_there_is_nothing(site: Site) -> None:
    empty = replace(site, handbook=replace(site.handbook, processes={}))
    assert "Nothing has been recorded" in read(current_version_page(empty)).text
