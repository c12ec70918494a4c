from dataclasses import replace

from generator.model.base import Origin, OriginKind
from generator.pages.links import Links
from generator.pages.page import Site
from generator.pages.steps_of import steps_table
from reading import Reading


def table(site: Site, *, with_roles: bool = True) -> Reading:
    found = site.handbook.steps_by_system["catalogue"]
    links = Links(site, "systems/catalogue.md")
    return Reading(steps_table(found, links, caption="Used in", with_roles=with_roles))


def test_a_line_for_each_step(site: Site) -> None:
    lines = table(site).text.splitlines()
    assert lines[:5] == ["Process", "Step", "Who", "Means", "Result"]
    assert lines[10:15] == [
        "Lend a book",
        "step 2: Find book",
        "librarian or head librarian",
        "catalogue",
        "book [found]",
    ]
    assert "without a person: catalogue" in lines


def test_roles_are_left_out_where_the_page_is_about_one(site: Site) -> None:
    lines = table(site, with_roles=False).text.splitlines()
    assert lines[:4] == ["Process", "Step", "Means", "Result"]
    assert "librarian" not in lines


def test_every_step_links_to_its_place(site: Site) -> None:
    links = table(site).links
    assert "../processes/lend-book.html#step-find-book" in links
    assert "../roles/librarian.html" in links


def test_no_steps_no_table(site: Site) -> None:
    assert steps_table([], Links(site, "x.md"), caption="Used in") == ""


def test_what_is_not_from_the_source_says_so(site: Site) -> None:
    origins = {"steps.take-request.uses": Origin(origin=OriginKind.PROPOSAL)}
    lend = site.handbook.processes["lend-book"].model_copy(update={"origins": origins})
    changed = replace(site.handbook, processes={lend.id: lend})
    lines = table(Site(changed, site.language, site.addresses, {})).text.splitlines()
    assert lines[5:10] == [
        "Lend a book",
        "step 1: Take request",
        "librarian",
        "catalogue proposal",
        "request [noted]",
    ]
