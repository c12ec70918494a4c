from datetime import date

import pytest

from generator.pages.actions import actions_page
from generator.pages.page import Site
from made_registers import site_with_only
from reading import lines_of, read, rows_of, section_of

OPEN = "to be determined"
DONE = {"id": "a", "due": date(2026, 5, 1), "done": date(2026, 4, 20)}
SEEN = "Checked on: 2026-08-02 Does it help: yes Seen: All well."
LOOKED = {
    "due": date(2026, 8, 1),
    "done": date(2026, 8, 2),
    "by": "librarian",
    "result": "All well.",
}


def test_an_action_with_what_it_answers(site: Site) -> None:
    made = actions_page(site)
    assert made.edit == "quality/actions.yml"
    assert rows_of(made, "Still to do") == [
        (
            "An invoice is paid only with its order. order-with-invoice",
            "finding spring-2026-1 open",
            "Orders were made by telephone.",
            "head librarian",
            "Due: 2026-07-01",
            "Check on: 2026-10-01 By: librarian",
        )
    ]
    found = read(made)
    assert found.ids.count("action-order-with-invoice") == 1
    assert "audit-findings.html#auditfinding-spring-2026-1" in found.links
    assert made.content.count("data-due") == 2


@pytest.mark.parametrize(
    ("effect", "heading", "shown", "marked"),
    [
        (None, "Done; the effect is still to be seen", f"Check on: {OPEN} By: {OPEN}", 0),
        (
            {"due": date(2026, 8, 1)},
            "Done; the effect is still to be seen",
            f"Check on: 2026-08-01 By: {OPEN}",
            1,
        ),
        (
            {**LOOKED, "effective": True},
            "Done; it helped",
            f"Check on: 2026-08-01 By: librarian {SEEN}",
            0,
        ),
        (
            {"effective": False},
            "Done; it did not help",
            f"Check on: {OPEN} By: {OPEN} Does it help: no",
            0,
        ),
    ],
)
def test_whether_it_helped(
    site: Site, effect: dict[str, object] | None, heading: str, shown: str, marked: int
) -> None:
    made = actions_page(site_with_only(site, actions=[{**DONE, "effect": effect}]))
    assert rows_of(made, heading)[0][4:6] == ("Due: 2026-05-01 Done on: 2026-04-20", shown)
    assert section_of(made, "Still to do") == []
    assert made.content.count("data-due") == marked


def test_the_review_that_decided_on_it_is_named(site: Site) -> None:
    review = {"id": "r", "name": "Year", "decisions": [{"text": "x", "actions": ["action:a"]}]}
    made = actions_page(site_with_only(site, actions=[DONE], reviews=[review]))
    assert rows_of(made, "Done; the effect is still to be seen")[0][1] == "management review Year"


def test_an_empty_register_says_so(site: Site) -> None:
    made = actions_page(site_with_only(site))
    assert "There is nothing in this register yet." in lines_of(made)
