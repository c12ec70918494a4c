import pytest
from markupsafe import Markup

from generator.pages.page import Site
from generator.pages.sections import Section, bullets, facts, sections_page
from reading import Reading, head, read

BODY = Markup("<p>body</p>")


def test_only_sections_that_hold_something(site: Site) -> None:
    page = sections_page(
        site,
        "a/b.md",
        "Title",
        lead=Markup("<p>Lead</p>"),
        sections=[
            Section("One", BODY, "own"),
            Section("Empty", Markup(" \n")),
            Section("Two words", BODY),
        ],
        edit="organisation/roles.yml",
    )
    assert (page.path, page.title, page.edit) == ("a/b.md", "Title", "organisation/roles.yml")
    assert head(page) == {"title": "Title"}
    reading = read(page)
    assert reading.ids == ["title", "own", "two-words"]
    assert reading.text == "Title#\nLead\nOne#\nbody\nTwo words#\nbody"


def test_a_page_without_sections_says_so(site: Site) -> None:
    page = sections_page(site, "a.md", "Title", sections=[])
    assert "Nothing has been recorded here yet." in read(page).text


@pytest.mark.parametrize("headings", [["Same", "Same"], ["***", "***"], ["a b", "a-b"]])
def test_every_section_has_an_anchor_of_its_own(site: Site, headings: list[str]) -> None:
    sections = [Section(heading, BODY) for heading in headings]
    ids = read(sections_page(site, "a.md", "Title", sections=sections)).ids
    assert len(set(ids)) == 3


def test_facts_leave_out_what_is_empty_and_escape_text() -> None:
    rows = [("a", "<b>"), ("b", None), ("c", ""), ("d", Markup("")), ("e", Markup("<i>x</i>"))]
    found = Reading(facts(rows))
    assert found.text == "a\n<b>\ne\nx"
    assert found.tags == ["dl class", "div", "dt", "dd", "div", "dt", "dd", "i"]
    assert facts([("b", None)]) == ""


def test_bullets() -> None:
    assert bullets(iter([Markup("a"), Markup("<b>")])) == "<ul><li>a</li><li><b></li></ul>"
    assert bullets([]) == ""
