import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.model.quality import Bottleneck
from generator.pages.advice import advice_pages
from generator.pages.page import Page, Site
from reading import Reading, read, rows_of

NOTICE = "Proposal, not a decision."


def page(site: Site) -> Page:
    """The page of advice."""
    (made,) = advice_pages(site)
    return made


def of(site: Site, *items: Mapping[str, object]) -> Page:
    """The page of advice about these bottlenecks only."""
    found = [Bottleneck.model_validate({"process": "buy-book", **item}) for item in items]
    kept = {item.id: item for item in found}
    return page(replace(site, handbook=replace(site.handbook, bottlenecks=kept)))


def facts_of(made: Page, anchor: str) -> dict[str, str]:
    """The names and values of the first bottleneck under a priority."""
    section = read(made).html.partition(f'id="priority-{anchor}"')[2]
    rows = re.findall(r"<dt>(.*?)</dt> <dd>(.*?)</dd>", section.partition("</dl>")[0], re.DOTALL)
    return {name: Reading(shown).text.replace("\n", " ") for name, shown in rows}


def test_page(site: Site) -> None:
    made = page(site)
    assert (made.path, made.edit) == ("measuring/advice.md", "quality/bottlenecks.yml")
    assert "bottlenecks.html" in read(made).links
    assert rows_of(made, "Overview") == [("2. should", "1", "measurement (1)")]


def test_everything_about_a_bottleneck(site: Site) -> None:
    assert facts_of(page(site), "should") == {
        "Bottleneck": "Nobody sees how long a reader waits.",
        "Where": "Lend a book; step 2: Find book; catalogue",
        "Kind": "measurement",
        "Priority": "2. should proposal",
        "Why": "As long as nobody knows the wait, nobody can shorten it. proposal",
        "Advice": "Note the day of every request, and count the days until the loan. proposal",
        "Owner": "head librarian",
        "Due": "to be determined",
        "Status": "in progress",
        "Origin": "Priority proposal The source gives no order. Why proposal Advice proposal",
    }


def test_a_bottleneck_without_anything_says_so(site: Site) -> None:
    found = facts_of(of(site, {"id": "k1", "text": "No list."}), "open")
    wanted = ("Kind", "Priority", "Why", "Advice", "Owner", "Due")
    assert [found[key] for key in wanted] == ["to be determined"] * len(wanted)


def test_in_the_order_of_moscow(site: Site) -> None:
    order = ("wont", None, "could", "must", "should", "must")
    items = [
        {"id": f"k{number}", "text": "x", **({"priority": value} if value else {})}
        for number, value in enumerate(order)
    ]
    made = of(site, *items)
    found = [anchor for anchor in read(made).ids if anchor.startswith("advice-")]
    assert found == ["advice-k3", "advice-k5", "advice-k4", "advice-k2", "advice-k0", "advice-k1"]
    assert [row[:2] for row in rows_of(made, "Overview")] == [
        ("1. must", "2"),
        ("2. should", "1"),
        ("3. could", "1"),
        ("4. won't for now", "1"),
        ("Without a priority", "1"),
    ]


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        ({"priority": "proposal"}, "Of 1 of the 2 bottlenecks"),
        ({"recommendation": "proposal"}, "Of 1 of the 2 bottlenecks"),
        ({"*": "proposal"}, "Of 1 of the 2 bottlenecks"),
        ({"text": "proposal"}, None),
        ({"kind": "proposal"}, None),  # there is none
        ({}, None),
    ],
)
def test_a_proposal_is_told_first(site: Site, origins: dict[str, str], told: str | None) -> None:
    made = of(
        site,
        {"id": "k1", "text": "x", "priority": "must", "recommendation": "y", "origins": origins},
        {"id": "k2", "text": "x"},
    )
    text = read(made).text
    assert (NOTICE in text) == bool(told)
    if told:
        assert told in text.splitlines()[1]
        assert "no-print" not in made.content.partition("</p>")[0]


def test_what_is_solved_needs_no_advice(site: Site) -> None:
    made = of(site, {"id": "k1", "text": "x", "status": "solved"})
    assert "Nothing has been recorded here yet." in read(made).text
    assert NOTICE not in read(made).text


def test_owner_and_day(site: Site) -> None:
    item = {"id": "k1", "text": "x", "priority": "could", "owner": "librarian", "due": "2027-06-30"}
    found = facts_of(of(site, item), "could")
    assert (found["Owner"], found["Due"]) == ("librarian", "2027-06-30")
    assert "../roles/librarian.html" in read(of(site, item)).links


def test_text_is_shown_as_typed(site: Site) -> None:
    item = {"id": "k1", "text": "x", "priority": "must", "recommendation": "<b>*buy* {{ more }}"}
    assert facts_of(of(site, item), "must")["Advice"] == "<b>*buy* {{ more }}"
    assert "b" not in read(of(site, item)).tags
