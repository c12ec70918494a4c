from dataclasses import replace

from generator.diagrams.diagram import Diagram, Item
from generator.model.handbook import Handbook
from generator.model.process import BusinessObject, Stereotype
from generator.pages.business_object import object_pages
from generator.pages.page import Page, Site
from golden import Golden
from reading import facts_of, read, rows_of, section_of


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in object_pages(site)}


def test_a_page_for_each_object_and_one_for_all(site: Site) -> None:
    expected = ["index", "book", "order", "request", "title"]
    assert list(pages(site)) == [f"objects/{name}.md" for name in expected]


def test_index(site: Site) -> None:
    assert rows_of(pages(site)["objects/index.md"], "All business objects")[:2] == [
        (
            "book",
            "physical",
            "found, lent, delivered, shelved, withdrawn",
            "Lend a book, Buy a book, Weed the shelves",
        ),
        ("order", "", "placed", "Buy a book"),
    ]


def test_who_makes_it_and_who_uses_it(site: Site) -> None:
    page = pages(site)["objects/request.md"]
    assert facts_of(page, "In short") == {
        "Kind": "information",
        "States": "asked, noted, waiting",
        "Processes": "Lend a book",
    }
    assert rows_of(page, "Made or changed in") == [
        ("noted", "Lend a book", "step 1: Take request", "librarian"),
        ("waiting", "Lend a book", "Reserve book (step 2: Find book)", "visitor"),
    ]
    assert rows_of(page, "Used in") == [
        ("asked", "Lend a book", "step 1: Take request", "librarian"),
        ("noted", "Lend a book", "step 2: Find book", "librarian or head librarian"),
    ]
    assert section_of(page, "Is recorded") == [
        "request [noted] in catalogue (Lend a book: step 1: Take request)"
    ]
    assert section_of(page, "In the process diagrams") == ["Lend a book: input [asked]"]
    assert page.edit == "processes/lending/lend-book.yml"


def test_where_it_crosses_to_another_process(site: Site) -> None:
    assert section_of(pages(site)["objects/book.md"], "Crosses between processes") == [
        "Lend a book from Buy a book: book [shelved]",
        "Buy a book to Lend a book: book [shelved]",
    ]


def test_states_are_drawn_where_there_is_a_diagram(site: Site) -> None:
    item = Item("asked becomes noted", (Item("in Take request"),))
    diagram = Diagram("states-request", "States of request", "@startuml", (item,), "object:request")
    drawn = pages(replace(site, diagrams={diagram.key: diagram}))["objects/request.md"]
    assert 'data-diagram="states-request"' in drawn.content
    assert "asked becomes noted" in section_of(drawn, "States")
    undrawn = pages(replace(site, diagrams={}))["objects/request.md"]
    assert section_of(undrawn, "States") == []


def test_a_declared_object_that_no_step_uses(site: Site, library: Handbook) -> None:
    weed = library.processes["weed-shelves"]
    silence = BusinessObject(name="silence", stereotype=Stereotype.ABSTRACT, explanation="Is kept.")
    changed = weed.model_copy(update={"objects": (silence,)})
    other = replace(site, handbook=replace(library, processes={weed.id: changed}))
    page = pages(other)["objects/silence.md"]
    assert section_of(page, "In the process diagrams") == ["Weed the shelves: Is kept."]
    assert section_of(page, "Used in") == []


def test_an_object_named_like_the_index_does_not_replace_it(site: Site, library: Handbook) -> None:
    weed = library.processes["weed-shelves"]
    index = BusinessObject(name="Index", stereotype=Stereotype.INFORMATION)
    changed = weed.model_copy(update={"objects": (index,)})
    other = replace(library, processes={weed.id: changed})
    made = pages(Site(other, site.language, replace(site.addresses, handbook=other), {}))
    assert list(made) == ["objects/index.md", "objects/book.md", "objects/index_.md"]
    assert "index_.html" in read(made["objects/index.md"]).links


def test_golden(site: Site, golden: Golden) -> None:
    undrawn = replace(site, diagrams={})
    golden.check("object.md", pages(undrawn)["objects/title.md"].content)
