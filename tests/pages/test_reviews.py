"""The review calendar: what has a day and what has none, by which policy, and what to confirm."""

from dataclasses import replace
from datetime import date

from generator.addresses import Addresses
from generator.control.suspect import Suspect
from generator.history import History, HistoryState
from generator.model.base import Origin, OriginKind
from generator.model.control import Review, Risk
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.pages.page import Site
from generator.pages.reviews import reviews_page
from reading import lines_of, read, rows_of, section_of

OPEN = "to be determined"
LEND, BUY = ProcessId("lend-book"), ProcessId("buy-book")


def with_review(library: Handbook, **values: object) -> Handbook:
    made = Review.model_validate(
        {
            "id": "lend-2026",
            "subject": "process:lend-book",
            "by": "librarian",
            "reason": "All is still as it was.",
            "date": date(2026, 5, 1),
            **values,
        }
    )
    return replace(library, reviews={**library.reviews, made.id: made})


def test_what_has_a_day_stands_in_the_calendar_and_the_rest_apart(site: Site) -> None:
    page = reviews_page(site)
    assert rows_of(page, "Calendar") == [("Lend a book", "2026-06-01", OPEN, "head librarian", "–")]
    assert rows_of(page, "Without a date") == [("Buy a book", OPEN, OPEN, "–")]
    assert "Weed the shelves" not in read(page).text


def test_a_recorded_review_sets_the_next_day(site: Site, library: Handbook) -> None:
    handbook = with_review(library, next_review=date(2027, 5, 1))
    addresses = Addresses(handbook, site.language)
    page = reviews_page(replace(site, handbook=handbook, addresses=addresses))
    row = rows_of(page, "Calendar")[0]
    assert (row[1], row[4]) == ("2027-05-01", "2026-05-01")
    assert "#review-lend-2026" in read(page).links


def test_the_calendar_is_in_order_and_tells_the_script_its_groups(
    site: Site, library: Handbook
) -> None:
    document = library.processes[BUY].document
    early = document.model_copy(update={"next_review": date(2026, 1, 1), "risk": Risk.HIGH})
    buy = library.processes[BUY].model_copy(update={"document": early})
    page = reviews_page(
        replace(site, handbook=replace(library, processes={**library.processes, BUY: buy}))
    )
    rows = [(row[0], row[1], row[2]) for row in rows_of(page, "Calendar")]
    assert rows == [("Buy a book", "2026-01-01", "high"), ("Lend a book", "2026-06-01", OPEN)]
    assert 'data-days="30 60" data-overdue="Overdue"' in page.content
    assert section_of(page, "Without a date") == []


def test_the_policy_names_what_is_only_proposed(site: Site) -> None:
    assert rows_of(reviews_page(site), "How often is reviewed") == [
        ("high", "every 6 months", "source"),
        ("low", "every 24 months", "proposal"),
    ]


def test_without_a_policy_it_is_open(site: Site, library: Handbook) -> None:
    why = Origin(origin=OriginKind.OPEN, why="Nobody chose a term.")
    organisation = library.organisation.model_copy(
        update={"review_policy": (), "origins": {"review_policy": why}}
    )
    page = reviews_page(replace(site, handbook=replace(library, organisation=organisation)))
    assert section_of(page, "How often is reviewed") == [f"{OPEN} Nobody chose a term."]


def test_recorded_reviews_newest_first(site: Site, library: Handbook) -> None:
    page = reviews_page(replace(site, handbook=with_review(library, next_review="2027-05-01")))
    assert rows_of(page, "Recorded reviews") == [
        ("2026-05-01", "Lend a book", "", "librarian", "All is still as it was.", "2027-05-01"),
        (
            "2026-03-01",
            "Lend a book",
            "supplier",
            "head librarian",
            "The supplier is not at the desk.",
            "",
        ),
    ]
    assert {"review-lend-2026", "review-lend-book-supplier"} <= set(read(page).ids)


def test_links_to_confirm_stand_under_their_owner_once_a_change(site_with_past: Site) -> None:
    page = reviews_page(site_with_past)
    lines = lines_of(page)
    assert lines.index("Owner: head librarian") < lines.index("Owner to be determined")
    refers = rows_of(page, "Links to confirm")[0][2]
    assert refers.startswith("Loans a week Lines that confirm it")
    assert "by: head-librarian reason: WHY IT STILL HOLDS date: YYYY-MM-DD" in refers
    assert page.content.count("Differences found (4)") == 2


def test_one_change_that_many_refer_to_is_told_once(site: Site, past: History) -> None:
    one = past.suspects[1]
    other = Suspect("process:weed-shelves", one.target, one.meaning, one.changes)
    buy = site.handbook.processes[BUY].model_copy(update={"owner": "librarian"})
    handbook = replace(site.handbook, processes={**site.handbook.processes, BUY: buy})
    history = replace(past, suspects=(one, other))
    page = reviews_page(replace(site, handbook=handbook, history=history))
    assert page.content.count("Differences found (4)") == 1
    (row,) = rows_of(page, "Links to confirm")
    assert row[2].startswith("Buy a book Weed the shelves Lines that confirm it")


def test_it_says_when_links_to_confirm_cannot_be_known(site: Site) -> None:
    found = {
        state: section_of(reviews_page(replace(site, history=History(state))), "Links to confirm")
        for state in HistoryState
    }
    assert found[HistoryState.WHOLE] == ["There are no links to confirm."]
    assert found[HistoryState.NONE] == [
        "This page was made without the git history: links to confirm are not known here."
    ]
    assert "not all links" in found[HistoryState.SHALLOW][0]
