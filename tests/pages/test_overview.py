"""Start, landscape, group pages and emergency cards."""

import re

from generator.pages.card import card_pages
from generator.pages.landscape import landscape, landscape_pages
from generator.pages.links import Links
from generator.pages.page import Site
from generator.pages.start import latest_changes, start_page
from golden import Golden


def test_landscape_links_every_process(site: Site, golden: Golden) -> None:
    """Purpose: the value chain as HTML, groups of both kinds, an empty group too."""
    golden.check("landscape.html", landscape(Links(site, "index.md")))


def test_every_group_has_an_index(site: Site) -> None:
    paths = {page.path for page in landscape_pages(site)}
    for group in site.handbook.groups:
        assert site.addresses.source(f"group:{group}") in paths


def test_start_leads_only_to_pages_that_are_there(site: Site) -> None:
    bare = start_page(site, set()).content
    assert "roles/index.html" not in bare
    full = start_page(site, {"roles/index.md", "handbook/index.md"}).content
    assert "roles/index.html" in full
    assert "handbook/index.html" in full


def test_latest_changes_are_the_newest_first(site: Site) -> None:
    dates = [item.change.date for item in latest_changes(site)]
    assert dates == sorted(dates, reverse=True)
    names = [item.process.id for item in latest_changes(site)]
    assert len(names) == len(set(names))


def test_card_is_a_page_and_a_file_by_itself(site: Site) -> None:
    page, file = list(card_pages(site))
    assert page.path == "emergency-cards/lend-book.md"
    assert file.path == "emergency-cards/lend-book-separate.html"
    assert file.path.rpartition("/")[2] in page.content
    assert file.content.startswith("<!doctype html>")
    assert not re.search(r"<a |<link|<script|<img|src=|url\(", file.content)
    assert "Take request" in file.content


def test_card_escapes_nothing_twice(site: Site) -> None:
    cards = tuple(card_pages(site))
    assert cards
    for page in cards:
        assert "&amp;#" not in page.content
        assert "&lt;" not in page.content
