"""Pages about departments: whose they are, who works there, what they keep."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.identifiers import RoleId
from generator.model.organisation import Department
from generator.pages.links import Links
from generator.pages.markup import joined, literal, paragraphs
from generator.pages.noted import noted, statements
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.tables import Row, table


def department_pages(site: Site) -> Iterator[Page]:
    """The list of companies and departments, and a page for each department."""
    yield _index(site)
    for department in site.handbook.departments.values():
        yield _page(site, department)


def _index(site: Site) -> Page:
    here = site.addresses.page("departments")
    links = Links(site, here)
    handbook = site.handbook
    companies = table(
        site,
        [site.label(f"site.{key}") for key in ("company", "partof", "description")],
        [
            Row(
                (
                    company.name,
                    links.to(f"company:{company.parent}") if company.parent else None,
                    company.description,
                ),
                id=f"company-{company.id}",
            )
            for company in handbook.companies.values()
        ],
        caption=site.label("site.companies"),
    )
    departments = table(
        site,
        [site.label(f"site.{key}") for key in ("department", "company", "roles")],
        [
            (
                links.to(f"department:{department.id}"),
                links.to(f"company:{department.company}") if department.company else None,
                links.roles(_roles(site, department)),
            )
            for department in handbook.departments.values()
        ],
        caption=site.label("site.departments"),
        sortable=True,
    )
    return sections_page(
        site,
        here,
        site.label("site.departments"),
        lead=literal(site.label("site.departments_lead")),
        sections=[
            Section(site.label("site.companies"), companies, "companies"),
            Section(site.label("site.alldepartments"), departments, "departments"),
        ],
        edit="organisation/departments.yml",
    )


def _page(site: Site, department: Department) -> Page:
    reference = f"department:{department.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    company = links.to(f"company:{department.company}") if department.company else None
    kept = [
        links.to(f"system:{system.id}")
        for system in site.handbook.systems.values()
        if department.id in system.maintained_by
    ]
    rows = [
        (site.label("site.company"), Origins(department, links).value("company", company)),
        (site.label("site.alsoknownas"), joined(department.also_known_as)),
        (site.label("site.roles"), links.roles(_roles(site, department))),
        (site.label("site.keeps"), joined(kept)),
    ]
    return sections_page(
        site,
        here,
        department.name,
        lead=paragraphs(department.description) if department.description else "",
        sections=[
            Section(site.label("site.inshort"), facts(rows), "in-short"),
            Section(site.label("site.headcount"), statements(department.headcount, links)),
            Section(site.label("site.steps"), _steps(site, department, links)),
            Section(site.label("site.noted"), noted(reference, department, links), "source"),
        ],
        edit=site.file(reference),
    )


def _roles(site: Site, department: Department) -> list[RoleId]:
    roles = site.handbook.roles.values()
    return [role.id for role in roles if role.department == department.id]


def _steps(site: Site, department: Department, links: Links) -> Markup:
    """The processes in which the department's roles do something."""
    roles = set(_roles(site, department))
    return bullets(
        links.to(f"process:{process.id}")
        for process in site.handbook.processes.values()
        if any(roles & set(step.performers) for step in process.steps)
    )
