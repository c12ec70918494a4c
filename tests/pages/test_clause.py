from dataclasses import replace

import pytest

from generator.model.identifiers import CoverageId
from generator.model.standard import Coverage
from generator.pages.clause import clause_pages
from generator.pages.page import Page, Site
from reading import head, lines_of, read, rows_of, section_of

FOLDER = "standards/iso-9001-2015"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in clause_pages(site)}


def page(site: Site, number: str) -> Page:
    return pages(site)[f"{FOLDER}/{number}.md"]


def covered(site: Site, key: str, **fields: object) -> Site:
    """The library with other values in one line of its coverage."""
    name = CoverageId(key)
    item = site.handbook.coverages[name].model_dump(exclude_unset=True)
    made = Coverage.model_validate({**item, **fields})
    found = {**site.handbook.coverages, name: made}
    return replace(site, handbook=replace(site.handbook, coverages=found))


def test_a_page_for_every_clause_and_none_for_a_lettered_part(site: Site) -> None:
    assert list(pages(site)) == [
        *(f"{FOLDER}/{number}.md" for number in ("4", "4-1", "4-3", "4-4", "4-4-1", "8-3")),
        "standards/old-rules/1.md",
    ]
    assert head(page(site, "4-1"))["tab"] == "standards/index.md"
    assert page(site, "4-1").edit == "quality/standards/iso-9001-2015.yml"
    assert lines_of(page(site, "4-1"))[0] == (
        "4.1 The organisation and its surroundings (ISO 9001:2015)"
    )


def test_what_covers_a_clause_and_how_strongly(site: Site) -> None:
    assert rows_of(page(site, "4-4-1"), "Covered by") == [
        ("Lend a book", "process", "in force", "the matrix of clauses"),
        ("Loans a week", "indicator", "stated", "the matrix of clauses"),
    ]
    assert rows_of(page(site, "4-1"), "Covered by") == [
        ("About the library", "chapter", "stated", "subject: Mission")
    ]


def test_a_draft_and_a_claim_of_our_own_say_so(site: Site) -> None:
    found = covered(site, "processes", by=["process:buy-book"], origins={"by": "proposal"})
    assert rows_of(page(found, "4-4-1"), "Covered by") == [
        ("Buy a book", "process", "proposal", "the matrix of clauses proposal")
    ]
    found = covered(site, "processes", by=["process:buy-book"])
    assert rows_of(page(found, "4-4-1"), "Covered by")[0][2] == "draft"


def test_what_is_missing(site: Site) -> None:
    assert section_of(page(site, "4-3"), "Covered by") == ["Nothing covers this clause."]
    assert section_of(page(site, "4-3"), "What is missing") == [
        "Which branches the system is about.",
        "About the library: Scope",
        "missing Stock plan",
    ]
    assert section_of(page(site, "4-1"), "What is missing") == ["Nothing is named that is missing."]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("4", "Nothing has been said about this clause itself; see its parts."),
        ("8-3", "Nothing covers this clause."),
    ],
)
def test_nothing(site: Site, number: str, said: str) -> None:
    assert section_of(page(site, number), "Covered by") == [said]


def test_nothing_was_ever_said(site: Site) -> None:
    bare = replace(site, handbook=replace(site.handbook, coverages={}, chapters={}))
    assert section_of(page(bare, "4-1"), "Covered by") == [
        "Nothing has been said about this clause yet."
    ]
    assert section_of(page(bare, "4-1"), "What is missing") == []


def test_why_it_does_not_apply(site: Site) -> None:
    row = rows_of(page(site, "8-3"), "According to the matrix of clauses")[0]
    assert row[3] == "The library designs nothing; publishers do."


def test_the_words_of_the_matrix_come_with_their_origin(site: Site) -> None:
    origins = {"*": {"origin": "derived", "why": "Held beside the titles."}}
    found = covered(site, "processes", origins=origins)
    row = rows_of(page(found, "4-4-1"), "According to the matrix of clauses")[0]
    assert row[1] == "Every process is a page with its steps. derived"
    assert "Held beside the titles." in row[4]


def test_the_same_elsewhere_in_both_directions(site: Site) -> None:
    heading = "The same elsewhere"
    assert rows_of(page(site, "4-4-1"), heading) == [
        ("Rules of 1998 1", "Write down what you do", "earlier edition")
    ]
    made = pages(site)["standards/old-rules/1.md"]
    assert rows_of(made, heading) == [("ISO 9001:2015 4.4.1", "Processes", "stated")]


def test_lettered_parts_have_their_anchors(site: Site) -> None:
    assert {"clause-a", "clause-b"} <= set(read(page(site, "4-4-1")).ids)
    assert section_of(page(site, "4-4-1"), "4.4.1 a Inputs and outputs") == [
        "Subject",
        "Inputs and outputs",
    ]


def test_what_is_told_of_a_letter_counts_for_the_whole(site: Site) -> None:
    clause = "standard:iso-9001-2015#4.4.1-b"
    found = covered(site, "scope", clause=clause, by=["process:buy-book"], missing="A map.")
    said = section_of(page(found, "4-4-1"), "4.4.1 b Order and interaction")
    assert "draft Buy a book" in said
    assert "A map." in said
    whole = rows_of(page(found, "4-4-1"), "Covered by")
    assert ("Buy a book", "process", "draft", "the matrix of clauses") in whole


def test_audits_findings_and_nonconformities_that_name_it(site: Site) -> None:
    said = section_of(page(site, "4-4-1"), "Audits, findings and nonconformities")
    assert "Audit: Audit of lending" in said
    assert "Finding of an audit: Two invoices had no order." in said
    assert section_of(page(site, "4-1"), "Audits, findings and nonconformities") == []


def test_the_rules_that_serve_it(site: Site) -> None:
    said = section_of(page(site, "4-4-1"), "Rules of the check for this clause")
    assert "F104 endless loop" in said
    assert "../../rules/f104.html" in read(page(site, "4-4-1")).links
    old = pages(site)["standards/old-rules/1.md"]
    assert section_of(old, "Rules of the check for this clause") == []
