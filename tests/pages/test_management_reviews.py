from datetime import date

from generator.model.audit import ReviewSubject
from generator.pages.management_reviews import management_reviews_page
from generator.pages.page import Page, Site
from made_registers import site_with_only
from reading import Reading, lines_of, read, rows_of, section_of

ALL = [{"topic": f"Subject {item}", "subject": item} for item in ReviewSubject]
AUDITS = "Results of audits"


def under(made: Page, heading: str) -> list[str]:
    """What stands in the table under a heading of the third level, cell by cell; no empty ones."""
    body = read(made).html.partition(f"<h3>{heading}</h3>")[2]
    return Reading(body.partition("<tbody")[2].partition("</tbody>")[0]).text.splitlines()[1:]


def test_a_review_with_what_it_looked_at_and_decided(site: Site) -> None:
    made = management_reviews_page(site)
    assert made.edit == "quality/management-reviews.yml"
    assert under(made, "What was looked at") == [
        "Complaints",
        "One, and it was settled.",
        "late-answer",
    ]
    assert under(made, "What was decided") == [
        "Count the days of waiting.",
        "improvement Count the days of waiting effect to be checked",
    ]
    assert read(made).ids.count("managementreview-year-2025") == 1
    assert "improvements.html#improvement-count-days" in read(made).links
    missing = section_of(made, "Review of 2025")
    assert missing[: missing.index("Not looked at")] == [
        *("Held on", "2026-01-15"),
        *("Participants", "head librarian"),
    ]
    assert AUDITS in missing


def test_what_a_review_misses_is_what_it_does_not_look_at(site: Site) -> None:
    reviews = [
        {"id": "all", "name": "All", "inputs": ALL},
        {"id": "one", "name": "One", "inputs": ALL[:1], "held": date(2026, 1, 1)},
    ]
    made = management_reviews_page(site_with_only(site, reviews=reviews))
    asked = dict(rows_of(made, "What the standard asks to look at"))
    assert asked["What was done after the review before"] == "All; One"
    assert asked[AUDITS] == "All"
    assert len(asked) == len(ReviewSubject) == 12
    assert "Not looked at" not in section_of(made, "All")
    assert section_of(made, "All")[:2] == ["Held on", "not held yet"]
    assert AUDITS in section_of(made, "One")


def test_a_subject_that_no_review_looked_at(site: Site) -> None:
    reviews = [{"id": "one", "name": "One", "inputs": ALL[:1]}]
    made = management_reviews_page(site_with_only(site, reviews=reviews))
    assert dict(rows_of(made, "What the standard asks to look at"))[AUDITS] == "not looked at yet"


def test_an_empty_register_says_so_and_what_the_standard_asks(site: Site) -> None:
    made = management_reviews_page(site_with_only(site))
    assert "There is nothing in this register yet." in lines_of(made)
    assert AUDITS in section_of(made, "What the standard asks to look at")
    assert "not looked at yet" not in read(made).text
