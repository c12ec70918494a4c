"""When a process is reviewed again, and how a review is written down."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.control.reviews import (
    FILE,
    Term,
    after_months,
    calendar,
    confirmation,
    following_review,
    interval,
    lines_to_complete,
    next_review,
    next_reviews,
    periodic_review,
    review_identifier,
    review_lines,
    term,
)
from generator.control.suspect import Suspect
from generator.load import load_texts
from generator.model.control import Review, Risk, Status
from generator.model.handbook import Handbook
from generator.model.identifiers import is_identifier
from generator.model.process import Process

DAY = date(2026, 3, 1)


def reviewed(handbook: Handbook, *reviews: dict[str, str]) -> Handbook:
    made = (
        Review.model_validate(
            {
                "id": f"r{number}",
                "subject": "process:lend-book",
                "by": "head-librarian",
                "reason": "Fine.",
                **item,
            }
        )
        for number, item in enumerate(reviews)
    )
    return replace(handbook, reviews={item.id: item for item in made})


def lend_book(handbook: Handbook, **control: object) -> Process:
    process = handbook.processes["lend-book"]  # type: ignore[index]
    return process.model_copy(update={"document": process.document.model_copy(update=control)})


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        pytest.param([], "2026-06-01", id="none: the control record"),
        pytest.param(
            [{"date": "2026-02-01", "next_review": "2027-01-01"}], "2027-01-01", id="its own day"
        ),
        pytest.param(
            [
                {"date": "2026-02-01", "next_review": "2027-01-01"},
                {"date": "2026-01-01", "next_review": "2028-01-01"},
            ],
            "2027-01-01",
            id="the newest counts",
        ),
        pytest.param(
            [
                {"date": "2026-02-01", "next_review": "2027-01-01"},
                {"date": "2026-02-01", "next_review": "2028-01-01"},
            ],
            "2028-01-01",
            id="of one day the last",
        ),
        pytest.param([{"date": "2026-02-01"}], "2026-06-01", id="no day, the record's is to come"),
        pytest.param([{"date": "2026-06-01"}], None, id="no day, and this was that review"),
        pytest.param(
            [{"date": "2026-07-01", "target": "role:visitor", "next_review": "2029-01-01"}],
            "2026-06-01",
            id="of one link only",
        ),
        pytest.param(
            [{"date": "2026-07-01", "subject": "process:buy-book", "next_review": "2029-01-01"}],
            "2026-06-01",
            id="of another process",
        ),
    ],
)
def test_the_next_review(
    library: Handbook, reviews: list[dict[str, str]], expected: str | None
) -> None:
    handbook = reviewed(library, *reviews)
    found = next_review(handbook.processes["lend-book"], handbook)  # type: ignore[index]
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-03-01", 24, "2028-03-01"),
    ],
)
def test_months_are_exact(day: str, months: int, expected: str) -> None:
    assert after_months(date.fromisoformat(day), months).isoformat() == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_months_land_in_the_right_month(day: date, months: int) -> None:
    found = after_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found + timedelta(1)).day == 1 > found.day - day.day


def test_the_interval_is_that_of_the_risk(library: Handbook) -> None:
    assert interval(lend_book(library, risk=Risk.HIGH), library) == 6
    assert interval(lend_book(library, risk=Risk.MEDIUM), library) is None
    assert interval(lend_book(library, risk=None), library) is None
    high, none = (lend_book(library, risk=risk) for risk in (Risk.HIGH, None))
    assert following_review(high, library, date(2026, 8, 31)) == date(2027, 2, 28)
    assert following_review(none, library, DAY) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Term.OVERDUE),
        (0, Term.DUE),
        (30, Term.DUE),
        (31, Term.SOON),
        (60, Term.SOON),
        (61, Term.LATER),
    ],
)
def test_how_near_a_day_is(days: int, expected: Term) -> None:
    assert term(DAY + timedelta(days), DAY) is expected


def test_the_calendar_holds_every_process_in_force_or_to_be(library: Handbook) -> None:
    found = calendar(library, date(2026, 7, 1))
    assert list(found) == list(Term)
    assert [item.process for item in found[Term.OVERDUE]] == ["lend-book"]
    listed = [item.process for items in found.values() for item in items]
    obsolete = {
        process.id
        for process in library.processes.values()
        if process.document.status is Status.OBSOLETE
    }
    assert obsolete
    assert sorted(listed) == sorted(set(library.processes) - obsolete)
    assert found[Term.OPEN]
    assert [item.date for item in next_reviews(library)][-1] is None


def test_an_identifier_is_one_and_is_new() -> None:
    one = review_identifier("process:lend-book#lend", "role:visitor", DAY, ())
    assert one == "lend-book-lend-visitor-2026-03-01"
    assert review_identifier("process:lend-book#lend", "role:visitor", DAY, {one}) == f"{one}-2"
    again = review_identifier("process:lend-book#lend", "role:visitor", DAY, {one, f"{one}-2"})
    assert again == f"{one}-3"
    long = review_identifier(f"process:{'very-long-' * 7}name", f"role:{'x' * 80}", DAY, ())
    assert is_identifier(long)
    assert is_identifier(f"{long}-12")


@given(st.text(min_size=1, max_size=200))
def test_the_lines_of_a_review_read_as_the_review(reason: str) -> None:
    suspect = Suspect("process:lend-book", "role:visitor", "1" * 64)
    try:
        review = confirmation(suspect, by="head-librarian", reason=reason, day=DAY)
    except ValueError:
        assert not reason.strip()
        return
    loaded = load_texts({FILE: review_lines(review)})
    if not [item for item in loaded.findings if item.position.file == FILE]:
        assert loaded.readable.reviews == {review.id: review}
    else:
        assert not reason.isprintable()  # what no file may hold is refused when it is read


def test_the_lines_are_plain(library: Handbook) -> None:
    process = lend_book(library)
    review = periodic_review(
        process, by="head-librarian", reason="Still: fine", day=DAY, following=date(2027, 3, 1)
    )
    assert review_lines(review) == (
        "- id: lend-book-2026-03-01\n"
        "  subject: process:lend-book\n"
        "  by: head-librarian\n"
        '  reason: "Still: fine"\n'
        "  next_review: 2027-03-01\n"
        "  date: 2026-03-01\n"
    )


def test_the_lines_to_complete_make_a_review_that_confirms() -> None:
    suspect = Suspect("process:sell-loaves", "role:baker", "1" * 64)
    words = {"by": "baker", "reason": "Still so.", "day": "2026-03-04"}
    (made,) = yaml.safe_load(lines_to_complete(suspect, **words))
    review = Review.model_validate(made)
    told = confirmation(suspect, by="baker", reason="Still so.", day=date(2026, 3, 4))
    assert review == told
