"""Totals that the text states, on the pages of what they are about."""

from dataclasses import replace

from generator.model.base import Tally
from generator.pages.department import department_pages
from generator.pages.links import Links
from generator.pages.page import Page, Site
from generator.pages.process import process_page
from generator.pages.tallies import tallies
from reading import read, section_of

TALLY = Tally.model_validate(
    {
        "what": "kinds of <loans>",
        "stated": 3,
        "parts": [{"name": "short"}, {"name": "long", "count": 4}],
        "lines": ["L7"],
    }
)
SAID = "kinds of <loans>: the text states 3, the parts make 5 (short 1, long 4) line 7"


def read_lines(path: str, content: str) -> list[str]:
    return read(Page(path, "x", content, None)).text.splitlines()


def test_a_total_without_parts(site: Site) -> None:
    bare = TALLY.model_copy(update={"parts": (), "lines": ()})
    said = tallies([bare], Links(site, "x.md"))
    assert read_lines("x.md", str(said[0])) == ["kinds of <loans>: the text states 3"]


def test_a_process_shows_its_tallies_in_short(site: Site) -> None:
    process = site.handbook.processes["lend-book"].model_copy(update={"tallies": (TALLY,)})
    lines = " ".join(read(process_page(process, site)).text.split())
    assert f"Tallies {SAID}" in lines


def test_a_process_without_tallies_says_nothing_of_them(site: Site) -> None:
    process = site.handbook.processes["lend-book"]
    assert "Tallies" not in read(process_page(process, site)).text


def test_the_organisation_and_a_department_show_theirs(site: Site) -> None:
    handbook = site.handbook
    update = {"tallies": (TALLY,), "origins": {"tallies": {"origin": "derived"}}}
    organisation = type(handbook.organisation).model_validate(
        handbook.organisation.model_dump() | update
    )
    departments = {
        name: item.model_copy(update={"tallies": (TALLY, TALLY)})
        for name, item in handbook.departments.items()
    }
    changed = replace(handbook, organisation=organisation, departments=departments)
    made = {page.path: page for page in department_pages(replace(site, handbook=changed))}
    assert section_of(made["roles/departments/index.md"], "Tallies")[:2] == [SAID, "derived"]
    assert section_of(made["roles/departments/front-desk.md"], "Tallies") == [SAID, SAID]
