from dataclasses import replace
from typing import Any

import pytest

from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.pages.page import Page, Site
from generator.pages.role import role_pages
from golden import Golden
from reading import facts_of, lines_of, read, rows_of, section_of

FILES = "Roles as a file: CSV, JSON, schema"
"""What every page of a register ends in."""


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in role_pages(site)}


def with_role(site: Site, identifier: str, **changed: Any) -> Site:
    role = site.handbook.roles[RoleId(identifier)].model_copy(update=changed)
    return with_handbook(site, roles={**site.handbook.roles, role.id: role})


def with_handbook(site: Site, **changed: Any) -> Site:
    return replace(site, handbook=replace(site.handbook, **changed))


def test_a_page_for_each_role_and_one_for_all(site: Site, library: Handbook) -> None:
    expected = ["roles/index.md", *(f"roles/{role}.md" for role in library.roles)]
    assert list(pages(site)) == expected


def test_index(site: Site) -> None:
    index = pages(site)["roles/index.md"]
    assert index.edit == "organisation/roles.yml"
    rows = rows_of(index, "All roles")
    assert rows[0] == ("librarian", "function", "Front desk", "5")
    assert rows[2] == ("staff", "group of functions", "", "")
    outside = [row[0] for row in rows[3:]]
    assert outside == ["visitor", "supplier", "city auditor"], "outside parties come last"
    assert section_of(index, "See also") == [
        "Responsibility matrix",
        "Task matrix",
        "Departments and companies",
        FILES,
    ]


def test_index_without_a_matrix_does_not_lead_to_one(site: Site) -> None:
    index = pages(with_handbook(site, matrix=None))["roles/index.md"]
    assert section_of(index, "See also") == ["Task matrix", "Departments and companies", FILES]
    assert not [link for link in read(index).links if "responsibility-matrix" in link]


def test_in_short(site: Site) -> None:
    assert facts_of(pages(site)["roles/head-librarian.md"], "In short") == {
        "Kind": "function",
        "Place": "inside the organisation",
        "Department": "Front desk",
        "Deputy": "to be determined",
        "Stands in for": "librarian",
        "Part of": "staff",
        "Owner of": "Lend a book",
        "Has approved": "Lend a book, Weed the shelves",
        "Owner of indicators": "Loans a week: 120 books in 2026-W05; on target",
        "Owner of documents": "Lending rules",
    }


def test_an_outside_party_has_no_department_to_be_determined(site: Site) -> None:
    facts = facts_of(pages(site)["roles/visitor.md"], "In short")
    assert facts == {"Kind": "outside party", "Place": "outside the organisation"}


def test_sections_of_a_role(site: Site) -> None:
    page = pages(site)["roles/librarian.md"]
    rows = rows_of(page, "Does these steps")
    assert [row[1] for row in rows] == [
        "step 1: Take request",
        "step 2: Find book",
        "step 3: Lend book",
        "step 4: Check stock",
        "step 1: Pick old books",
    ]
    assert section_of(page, "Decides in these steps") == ["Lend a book: step 2: Find book"]
    assert section_of(page, "In the responsibility matrix")[2:] == [
        "Lending",
        "does it",
        "Lend a book",
        "does it",
        "Buy a book",
        "not involved",
    ]


@pytest.mark.parametrize(
    ("role", "heading", "lines"),
    [
        (
            "visitor",
            "Also does between the steps",
            ["Reserve book (Lend a book: step 2: Find book)"],
        ),
        ("head-librarian", "Escalations come here", ["Lend a book: The visitor is not content"]),
        (
            "head-librarian",
            "In the process diagrams",
            ["Lend a book: control", "Buy a book: control, supply"],
        ),
        ("supplier", "Decides in these steps", []),
    ],
)
def test_what_else_a_role_finds(site: Site, role: str, heading: str, lines: list[str]) -> None:
    assert section_of(pages(site)[f"roles/{role}.md"], heading) == lines


def test_a_member_also_finds_the_steps_of_its_group(site: Site, library: Handbook) -> None:
    weed = library.processes["weed-shelves"]
    step = weed.steps[0].model_copy(update={"roles": ("staff",)})
    changed = weed.model_copy(update={"steps": (step,)})
    other = with_handbook(site, processes={weed.id: changed})
    page = pages(other)["roles/librarian.md"]
    assert rows_of(page, "Does as a member of a group") == [
        ("Weed the shelves", "step 1: Pick old books", "staff", "", "book [withdrawn]")
    ]
    assert section_of(page, "Does these steps") == []


def test_consulted_and_informed_where_recorded(site: Site, library: Handbook) -> None:
    weed = library.processes["weed-shelves"]
    step = weed.steps[0].model_copy(update={"consulted": ("visitor",), "informed": ("supplier",)})
    changed = weed.model_copy(update={"steps": (step,)})
    made = pages(with_handbook(site, processes={weed.id: changed}))
    line = ["Weed the shelves: step 1: Pick old books"]
    assert section_of(made["roles/visitor.md"], "Is consulted") == line
    assert section_of(made["roles/supplier.md"], "Is informed") == line


def test_origins_and_notes_are_on_the_page(site: Site) -> None:
    origins = {"deputy": {"origin": "proposal", "why": "Nobody is named.", "lines": ["L7"]}}
    role = type(site.handbook.roles[RoleId("librarian")]).model_validate(
        site.handbook.roles[RoleId("librarian")].model_dump()
        | {"origins": origins, "lines": ["L2"]}
    )
    page = pages(with_handbook(site, roles={**site.handbook.roles, role.id: role}))[
        "roles/librarian.md"
    ]
    assert facts_of(page, "In short")["Deputy"] == "head librarian proposal"
    assert section_of(page, "Source and contradictions") == [
        "line 2",
        "Deputy proposal Nobody is named. line 7",
    ]
    reading = read(page)
    assert "#origin-deputy" in reading.links
    assert "origin-deputy" in reading.ids


def test_role_without_anything(site: Site) -> None:
    page = pages(with_role(site, "staff", members=()))["roles/staff.md"]
    assert lines_of(page)[0] == "staff"
    assert "Does these steps" not in lines_of(page)


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("role.md", pages(site)["roles/visitor.md"].content)
