import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.model.identifiers import BottleneckId
from generator.model.quality import Bottleneck
from generator.pages.bottlenecks import bottlenecks_page
from generator.pages.page import Page, Site
from reading import Reading, cells_of, read, rows_of, section_of

FIRST = "Nobody sees how long a reader waits."
NAMED = "Named in: Scan of the reading room: The desk proposal; Count the days of waiting"


def page(site: Site, *extra: Mapping[str, object]) -> Page:
    """The register of the library, with more bottlenecks."""
    more = (Bottleneck.model_validate({"process": "buy-book", **item}) for item in extra)
    found = site.handbook.bottlenecks | {item.id: item for item in more}
    return bottlenecks_page(replace(site, handbook=replace(site.handbook, bottlenecks=found)))


def changed(site: Site, **fields: object) -> Page:
    """The register with the library's own bottleneck changed."""
    item = site.handbook.bottlenecks[BottleneckId("lb-k1")].model_copy(update=fields)
    return bottlenecks_page(
        replace(site, handbook=replace(site.handbook, bottlenecks={item.id: item}))
    )


def view_of(made: Page, anchor: str) -> list[tuple[str, ...]]:
    """The rows of all the tables of a view, in their order."""
    section = read(made).html.partition(f'id="{anchor}"')[2].partition("<h2")[0]
    rows = re.findall(r"<tr[^>]*>(<th role=.rowheader.*?)</tr>", section, re.DOTALL)
    return [tuple(Reading(cell).text for cell in cells_of(row)) for row in rows]


def test_by_process(site: Site) -> None:
    made = page(site)
    assert made.edit == "quality/bottlenecks.yml"
    touches = "step 2: Find book; catalogue"
    assert rows_of(made, "Lend a book") == [
        ("lb-k1", f"{FIRST} {NAMED}", touches, "measurement", "2. should proposal", "in progress")
    ]
    assert section_of(made, "Buy a book") == []
    assert read(made).ids.count("bottleneck-lb-k1") == 1


def test_what_the_check_sees_too(site: Site) -> None:
    made = changed(site, seen_by=("F104", "P110"))
    assert rows_of(made, "Lend a book")[0][1] == (
        f"{FIRST} Seen by: F104 endless loop, P110 role without a deputy {NAMED}"
    )


def test_the_views_follow_the_order_of_their_values(site: Site) -> None:
    made = page(
        site,
        {"id": "bb-k1", "text": "No list.", "kind": "people", "priority": "wont"},
        {"id": "bb-k2", "text": "No plan.", "kind": "procedure", "priority": "must"},
        {"id": "bb-k3", "text": "No money."},
    )
    rows = {
        "must": ("bb-k2", "No plan.", "Buy a book", "procedure", "1. must", "open"),
        "should": (
            *("lb-k1", FIRST, "Lend a book"),
            *("measurement", "2. should proposal", "in progress"),
        ),
        "wont": ("bb-k1", "No list.", "Buy a book", "people", "4. won't for now", "open"),
        "open": ("bb-k3", "No money.", "Buy a book", *["to be determined"] * 2, "open"),
    }
    by_priority = [rows[key] for key in ("must", "should", "wont", "open")]
    assert view_of(made, "by-priority") == by_priority
    by_kind = [rows[key] for key in ("wont", "must", "should", "open")]
    assert view_of(made, "by-kind") == by_kind
    assert "Without a priority (1)" in read(made).text
    assert "#bottleneck-lb-k1" in read(made).links


def test_every_table_sorts(site: Site) -> None:
    assert page(site).content.count("data-sortable") == 3


@pytest.mark.parametrize("way", ["#by-priority", "#by-kind", "advice.html"])
def test_the_ways_on(site: Site, way: str) -> None:
    assert way in read(page(site)).links


def test_nothing_reported(site: Site) -> None:
    empty = replace(site, handbook=replace(site.handbook, bottlenecks={}))
    found = read(bottlenecks_page(empty))
    assert "Nothing has been recorded here yet." in found.text
    assert "#by-priority" not in found.links


def test_in_dutch(dutch_site: Site) -> None:
    text = read(bottlenecks_page(dutch_site)).text
    assert "2. zou moeten (should)" in text
    assert "in behandeling" in text
