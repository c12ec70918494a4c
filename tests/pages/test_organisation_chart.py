from dataclasses import replace

from generator.diagrams import diagrams_of
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.organisation import Department, Organisation
from generator.pages.organisation_chart import organisation_chart_pages
from generator.pages.page import Page, Site
from reading import read, rows_of


def page(site: Site) -> Page:
    return next(iter(organisation_chart_pages(site)))


def changed(site: Site, **parts: object) -> Site:
    handbook = replace(site.handbook, **parts)  # type: ignore[arg-type]
    return replace(
        site, handbook=handbook, diagrams=diagrams_of(handbook, site.language, site.addresses)
    )


def department(**values: object) -> dict[str, Department]:
    found = {"id": "front-desk", "name": "Front desk", "company": "foundation", **values}
    made = Department.model_validate(found)
    return {made.id: made}


def test_the_pictures_and_their_words(site: Site) -> None:
    made = page(site)
    assert made.path == "roles/organisation.md"
    for key in ("orgchart", "orgchart-company-foundation"):
        assert f'data-diagram="{key}"' in made.content
    assert (
        "department Front desk\ngroup of functions staff\nlibrarian\nhead librarian"
        in read(made).text
    )


def test_a_department_without_a_number_says_so(site: Site) -> None:
    assert rows_of(page(site), "How many people work there") == [
        (
            "Front desk",
            "Harbour Library Foundation",
            "librarian, head librarian",
            "the source states no number",
            "",
        )
    ]


def test_every_stated_number_stands_with_its_lines(site: Site) -> None:
    headcount = [{"text": "Three people.", "lines": ["L4"]}, {"text": "Four.", "lines": ["L9"]}]
    found = department(headcount=headcount, origins={"name": "derived"})
    (row,) = rows_of(page(changed(site, departments=found)), "How many people work there")
    assert (row[0], row[3]) == ("Front desk derived", "Three people. line 4 Four. line 9")


def test_totals_against_their_parts(site: Site, library: Handbook) -> None:
    def tally(what: str, stated: int, *counts: int) -> dict[str, object]:
        parts = [{"name": f"part {number}", "count": count} for number, count in enumerate(counts)]
        return {"what": what, "stated": stated, "parts": parts, "lines": ["L7"]}

    organisation = Organisation.model_validate(
        {
            **library.organisation.model_dump(),
            "tallies": [tally("staff", 4, 2, 3), tally("staff", 5, 2, 3), tally("cats", 1)],
        }
    )
    found = department(tallies=[tally("desks", 3, 1)])
    site = changed(site, organisation=organisation, departments=found)
    parts = "part 0 2, part 1 3; together 5"
    assert rows_of(page(site), "Totals and their parts") == [
        ("staff", "4", parts, "the parts are 1 more together", "line 7"),
        ("staff", "5", parts, "equal", "line 7"),
        ("cats", "1", "", "", "line 7"),
        ("desks", "3", "part 0 1; together 1", "the parts are 2 fewer together", "line 7"),
    ]


def test_who_has_no_department_stands_apart(site: Site, library: Handbook) -> None:
    text = read(page(site)).text
    assert "Roles and boards without a department" not in text
    loose = library.roles[RoleId("librarian")].model_copy(update={"department": None})
    other = changed(site, roles={**library.roles, loose.id: loose})
    rows = rows_of(page(other), "Roles and boards without a department")
    assert [row[:3] for row in rows] == [
        ("librarian", "function", ""),
        ("staff", "group of functions", "librarian, head librarian"),
    ]
    assert 'data-diagram="orgchart-beside"' in page(other).content


def test_parties_outside_are_named_as_such(site: Site) -> None:
    outside = read(page(site)).text.partition("Outside the organisation")[2]
    assert "visitor, supplier" in outside
    assert "librarian" not in outside


def test_nothing_at_all(site: Site) -> None:
    empty = changed(site, companies={}, departments={}, roles={})
    assert "Nothing has been recorded here yet." in read(page(empty)).text
