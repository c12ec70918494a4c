from dataclasses import replace

from generator.pages.page import Page, Site
from generator.pages.process_approach import process_approach_pages
from reading import read, rows_of, section_of


def page(site: Site) -> Page:
    (made,) = process_approach_pages(site)
    return made


def test_every_process_is_a_line_with_its_status(site: Site) -> None:
    names = [row[0] for row in rows_of(page(site), "All processes")]
    assert names == ["Lend a book approved", "Buy a book draft", "Weed the shelves obsolete"]


def test_answers_come_with_what_they_rest_on(site: Site) -> None:
    row = next(row for row in rows_of(page(site), "All processes") if row[0].startswith("Lend"))
    answers = [cell.partition(" ")[0] for cell in row[1:]]
    assert answers == ["yes", "yes", "partly", "yes", "yes", "yes", "partly", "yes"]


def test_what_was_counted_stands_with_the_process(site: Site) -> None:
    rows = {row[0]: row[1:] for row in rows_of(page(site), "Lend a book")}
    assert rows["f. Risks and opportunities"] == (
        *("yes", "risks: 1; risks rated: 1 of 1; risks with a treatment: 1 of 1", ""),
    )
    assert "owner: 1 of 1" in rows["e. Responsibilities"][1]
    assert "process-lend-book" in read(page(site)).ids


def test_the_letters_lead_to_the_clause_where_there_is_one(site: Site) -> None:
    rows = rows_of(page(site), "What each letter asks")
    assert [row[0] for row in rows] == list("abcdefgh")
    links = read(page(site)).links
    assert "iso-9001-2015/4-4-1.html#clause-a" in links
    assert "iso-9001-2015/4-4-1.html#clause-c" not in links


def test_no_processes(site: Site) -> None:
    empty = replace(site, handbook=replace(site.handbook, processes={}))
    assert section_of(page(empty), "All processes") == ["There are no processes yet."]


def test_in_dutch(dutch_site: Site) -> None:
    assert "eigenaar: 1 van 1" in read(page(dutch_site)).text
