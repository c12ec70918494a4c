from dataclasses import replace

from generator.model.handbook import Handbook
from generator.model.identifiers import CompanyId
from generator.model.organisation import Department
from generator.pages.department import department_pages
from generator.pages.page import Page, Site
from reading import facts_of, read, rows_of, section_of


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in department_pages(site)}


def test_index_lists_companies_and_departments(site: Site) -> None:
    index = pages(site)["roles/departments/index.md"]
    assert rows_of(index, "Companies") == [("Harbour Library Foundation", "", "", "")]
    assert rows_of(index, "Departments") == [
        ("Front desk", "Harbour Library Foundation", "librarian, head librarian")
    ]
    assert "company-foundation" in read(index).ids


def test_department(site: Site) -> None:
    page = pages(site)["roles/departments/front-desk.md"]
    assert "Serves visitors." in read(page).text
    assert facts_of(page, "In short") == {
        "Company": "Harbour Library Foundation",
        "Roles": "librarian, head librarian",
        "Works in": "Lend a book, Buy a book, Weed the shelves",
        "Keeps": "catalogue",
    }
    assert page.edit == "organisation/departments.yml"


def test_what_sources_say_of_its_size_and_name(site: Site, library: Handbook) -> None:
    found = {
        "id": "front-desk",
        "name": "Front desk",
        "also_known_as": ["The desk"],
        "headcount": [{"text": "Three people.", "lines": ["L4"]}, {"text": "Four."}],
        "origins": {"name": "derived"},
    }
    department = Department.model_validate(found)
    other = replace(library, departments={department.id: department})
    page = pages(replace(site, handbook=other))["roles/departments/front-desk.md"]
    assert section_of(page, "Headcount according to the source") == [
        "Three people. line 4",
        "Four.",
    ]
    facts = facts_of(page, "In short")
    assert (facts["Company"], facts["In the source also"]) == ("to be determined", "The desk")
    assert section_of(page, "Source and contradictions") == ["Name derived"]


def test_companies_share_a_page_without_sharing_anchors(site: Site, library: Handbook) -> None:
    one = library.companies[CompanyId("foundation")]
    companies = {
        name: type(one).model_validate(
            {"id": name, "name": name, "parent": "one", "origins": {"name": "proposal"}}
        )
        for name in ("one", "two")
    }
    handbook = replace(library, companies=companies)
    index = pages(replace(site, handbook=handbook))["roles/departments/index.md"]
    ids = read(index).ids
    assert len(set(ids)) == len(ids)
    assert rows_of(index, "Companies")[1] == ("two proposal", "one", "", "Name proposal")


def test_no_departments(site: Site, library: Handbook) -> None:
    handbook = replace(library, companies={}, departments={}, roles={})
    index = pages(replace(site, handbook=handbook))["roles/departments/index.md"]
    assert "Nothing has been recorded here yet." in read(index).text
