from dataclasses import replace

import pytest

from generator.model.handbook import Handbook
from generator.model.organisation import Chapter
from generator.pages.handbook_parts import handbook_pages
from generator.pages.page import Page, Site
from golden import Golden
from reading import read, rows_of, section_of


def page(site: Site) -> Page:
    return next(iter(handbook_pages(site)))


def with_chapters(site: Site, *chapters: dict[str, object]) -> Site:
    made = [Chapter.model_validate(chapter) for chapter in chapters]
    found = {chapter.id: chapter for chapter in made}
    return replace(site, handbook=replace(site.handbook, chapters=found))


def test_parts(site: Site) -> None:
    made = page(site)
    assert rows_of(made, "The parts") == [("About the library", "Who we are.", "1", "1")]
    assert "about.html" in read(made).links
    assert made.edit == "organisation/chapters.yml"


def test_where_a_clause_is_covered(site: Site) -> None:
    assert rows_of(page(site), "By clause") == [
        ("4.1", "About the library", "Mission", "given"),
        ("4.3", "About the library", "Scope", "lacking"),
    ]


@pytest.mark.parametrize(
    ("given", "order"),
    [
        (["10.1", "9.2", "9.10", "9.2.1"], ["9.2", "9.2.1", "9.10", "10.1"]),
        (["2008: 4.2", "4.4", "A.3"], ["A.3", "4.4", "2008: 4.2"]),
        (["4", "4"], ["4", "4"]),
    ],
)
def test_clauses_in_the_order_of_the_standard(
    site: Site, given: list[str], order: list[str]
) -> None:
    topic = {"topic": "T", "given": True, "clauses": given}
    chapter = {"id": "a", "title": "A", "file": "a.md", "topics": [topic]}
    found = rows_of(page(with_chapters(site, chapter)), "By clause")
    assert [row[0] for row in found] == order


def test_subjects_of_a_part(site: Site) -> None:
    made = page(site)
    assert rows_of(made, "About the library") == [
        ("Mission", "given", "4.1", "Stated by the board."),
        ("Scope", "lacking", "4.3", ""),
    ]
    assert "chapter-about" in read(made).ids


def test_a_proposed_summary_says_so(site: Site) -> None:
    chapter = {
        "id": "a",
        "title": "A",
        "file": "a.md",
        "summary": "S",
        "origins": {"summary": "proposal"},
    }
    made = page(with_chapters(site, chapter))
    assert rows_of(made, "The parts") == [("A", "S proposal", "0", "0")]
    assert section_of(made, "By clause") == []


def test_no_parts(site: Site, library: Handbook) -> None:
    made = page(replace(site, handbook=replace(library, chapters={})))
    assert "Nothing has been recorded here yet." in read(made).text


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("handbook.md", page(site).content)
