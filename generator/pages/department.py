"""Pages about departments: whose they are, who works there, what they keep."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.identifiers import RoleId
from generator.model.organisation import Company, Department, Organisation
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.mentions import links_to, processes_where
from generator.pages.noted import noted, noted_briefly, statements
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.tables import Row, table
from generator.pages.tallies import tallies
from generator.pages.terms import linked, running


def department_pages(site: Site) -> Iterator[Page]:
    """The list of companies and departments, and a page for each department."""
    yield _index(site)
    for department in site.handbook.departments.values():
        yield _page(site, department)


def _index(site: Site) -> Page:
    here = site.addresses.page("departments")
    links = Links(site, here)
    return sections_page(
        site,
        here,
        site.label("site.departments"),
        lead=literal(site.label("site.departments_lead")),
        sections=[
            Section(site.label("site.companies"), _companies(links), "companies"),
            Section(site.label("site.alldepartments"), _departments(links), "departments"),
            _counted(site.handbook.organisation, links),
        ],
        edit="organisation/departments.yml",
    )


def _companies(links: Links) -> Markup:
    site = links.site
    columns = site.labels("site", "company", "partof", "description", "noted")
    rows = [_company(company, links) for company in site.handbook.companies.values()]
    return table(site, columns, rows, caption=site.label("site.companies")) if rows else Markup("")


def _company(company: Company, links: Links) -> Row:
    origins = Origins(company, links, listed=False)
    parent = links.to(f"company:{company.parent}") if company.parent else None
    described = linked(company.description, links) if company.description else None
    return Row(
        (
            literal(company.name) + origins.mark("name"),
            parent + origins.mark("parent") if parent else None,
            described + origins.mark("description") if described else None,
            noted_briefly(f"company:{company.id}", company, links),
        ),
        id=f"company-{company.id}",
    )


def _departments(links: Links) -> Markup:
    site = links.site
    columns = site.labels("site", "department", "company", "roles")
    rows = [_row(department, links) for department in site.handbook.departments.values()]
    caption = site.label("site.departments")
    return table(site, columns, rows, caption=caption, sortable=True) if rows else Markup("")


def _row(department: Department, links: Links) -> tuple[object, ...]:
    origins = Origins(department, links, listed=False)
    company = links.to(f"company:{department.company}") if department.company else None
    return (
        links.to(f"department:{department.id}") + origins.mark("name"),
        origins.value("company", company),
        links.roles(_roles(links.site, department)),
    )


def _page(site: Site, department: Department) -> Page:
    reference = f"department:{department.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    described = running(department.description, links)
    return sections_page(
        site,
        here,
        department.name,
        lead=described + Origins(department, links).mark("description") if described else "",
        sections=[
            Section(site.label("site.inshort"), _facts(site, department, links), "in-short"),
            Section(
                site.label("site.headcount"), statements(department.headcount, links), "headcount"
            ),
            _counted(department, links),
            Section(site.label("site.noted"), noted(reference, department, links), "source"),
        ],
        edit=site.file(reference),
    )


def _counted(entity: Organisation | Department, links: Links) -> Section:
    """The totals that the text states about a department, or about the whole organisation."""
    body = bullets(tallies(entity.tallies, links))
    mark = Origins(entity, links, listed=False).mark("tallies")
    origin = Markup("<p>{}</p>").format(mark) if body and mark else Markup("")
    return Section(links.site.label("site.tallies"), body + origin, "tallies")


def _facts(site: Site, department: Department, links: Links) -> Markup:
    company = links.to(f"company:{department.company}") if department.company else None
    roles = set(_roles(site, department))
    systems = site.handbook.systems.values()
    kept = [system.id for system in systems if department.id in system.maintained_by]
    shown = {
        "company": Origins(department, links).value("company", company),
        "alsoknownas": joined(department.also_known_as),
        "roles": links.roles(_roles(site, department)),
        "worksin": processes_where(
            lambda process: any(roles & set(step.performers) for step in process.steps), links
        ),
        "keeps": links_to("system", kept, links),
    }
    return facts((site.label(f"site.{key}"), value) for key, value in shown.items())


def _roles(site: Site, department: Department) -> list[RoleId]:
    roles = site.handbook.roles.values()
    return [role.id for role in roles if role.department == department.id]
