"""The organisation chart page: the pictures, every stated headcount, and who stands beside them.

ISO 9001:2015, 5.3 (roles, responsibilities and authorities). Where the source contradicts
itself about numbers, every number stands there with its lines; none is chosen.
"""

from collections.abc import Iterator

from markupsafe import Markup

from generator.diagrams.organisation_chart import beside, chart_keys
from generator.model.base import Tally
from generator.model.organisation import Department, Role
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted_briefly, statements
from generator.pages.origins import Origins, source_lines
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import Row, table
from generator.pages.terms import linked
from generator.pages.text_alternative import figure


def organisation_chart_pages(site: Site) -> Iterator[Page]:
    """The one page of the organisation chart."""
    here = site.addresses.page("orgchart")
    links = Links(site, here)
    yield sections_page(
        site,
        here,
        _label(site, "name"),
        lead=literal(_label(site, "lead")),
        sections=[
            Section(_label(site, "drawn"), _drawn(site), "chart"),
            Section(_label(site, "headcount"), _departments(links), "headcount"),
            Section(_label(site, "totals"), _totals(links), "totals"),
            Section(_label(site, "beside"), _beside(links), "beside"),
            Section(_label(site, "outside"), _outside(links), "outside"),
        ],
        edit="organisation/departments.yml",
    )


def _label(site: Site, path: str, /, **blanks: object) -> str:
    return site.label(f"orgchart.page.{path}", **blanks)


def _drawn(site: Site) -> Markup:
    """The pictures but the one of what stands beside the departments, which has its section."""
    keys = (key for key in chart_keys(site.handbook) if key != "orgchart-beside")
    return Markup("\n\n").join(shown for key in keys if (shown := figure(key, site)))


def _departments(links: Links) -> Markup:
    site = links.site
    found = site.handbook.departments.values()
    rows = [_department(department, links) for department in found]
    keys = ("department", "company", "roles", "stated", "noted")
    columns = [_label(site, f"column.{key}") for key in keys]
    lead = Markup("<p>{}</p>").format(literal(_label(site, "headcount_lead")))
    caption = _label(site, "headcount")
    return lead + table(site, columns, rows, caption=caption) if rows else Markup("")


def _department(department: Department, links: Links) -> Row:
    site = links.site
    origins = Origins(department, links, listed=False)
    company = links.to(f"company:{department.company}") if department.company else None
    roles = [item for item in site.handbook.roles.values() if item.department == department.id]
    stated = statements(department.headcount, links)
    unknown = Markup('<span class="open">{}</span>').format(literal(_label(site, "unstated")))
    return Row(
        (
            links.to(f"department:{department.id}") + origins.mark("name"),
            origins.value("company", company),
            _roles(roles, links) or literal(_label(site, "noroles")),
            stated + origins.mark("headcount") if stated else unknown,
            noted_briefly(f"department:{department.id}", department, links),
        ),
        id=f"chart-{department.id}",
    )


def _roles(found: list[Role], links: Links) -> Markup:
    """Roles with the origin of their department, which a file may have derived."""
    return joined(
        links.to(f"role:{role.id}") + Origins(role, links, listed=False).mark("department")
        for role in found
    )


def _totals(links: Links) -> Markup:
    """Every total that the text states beside its parts, and whether they agree."""
    site, handbook = links.site, links.site.handbook
    stated = [(handbook.organisation, tally) for tally in handbook.organisation.tallies]
    of_departments = [
        (department, tally)
        for department in handbook.departments.values()
        for tally in department.tallies
    ]
    marks = [
        Origins(entity, links, listed=False).mark("tallies")
        for entity, _ in (*stated, *of_departments)
    ]
    tallies = [tally for _, tally in (*stated, *of_departments)]
    rows = [_total(tally, mark, links) for tally, mark in zip(tallies, marks, strict=True)]
    columns = [_label(site, f"column.{key}") for key in ("what", "total", "parts", "agrees")]
    columns.append(_label(site, "column.lines"))
    lead = Markup("<p>{}</p>").format(literal(_label(site, "totals_lead")))
    caption = _label(site, "totals")
    return lead + table(site, columns, rows, caption=caption) if rows else Markup("")


def _total(tally: Tally, mark: Markup, links: Links) -> tuple[object, ...]:
    site = links.site
    parts = ", ".join(f"{part.name} {part.count}" for part in tally.parts)
    summed = _label(site, "sum", parts=parts, sum=tally.sum) if tally.parts else None
    return (
        literal(tally.what) + mark,
        str(tally.stated),
        summed,
        _agreement(tally, site) if tally.parts else None,
        source_lines(tally.lines, site),
    )


def _agreement(tally: Tally, site: Site) -> str:
    difference = tally.sum - tally.stated
    if not difference:
        return _label(site, "agrees")
    return _label(site, "more" if difference > 0 else "fewer", by=abs(difference))


def _beside(links: Links) -> Markup:
    site = links.site
    lead = Markup("<p>{}</p>").format(literal(_label(site, "beside_lead")))
    rows = [_role(role, links) for role in beside(site.handbook)]
    columns = [_label(site, f"column.{key}") for key in ("role", "kind", "members", "meaning")]
    caption = _label(site, "beside")
    if not rows:
        return Markup("")
    drawn = figure("orgchart-beside", site)
    return lead + drawn + Markup("\n\n") + table(site, columns, rows, caption=caption)


def _role(role: Role, links: Links) -> tuple[object, ...]:
    site = links.site
    origins = Origins(role, links, listed=False)
    described = linked(role.description, links) if role.description else None
    members = links.roles(role.members)
    return (
        links.to(f"role:{role.id}"),
        site.label(f"rolekind.{role.kind}"),
        members + origins.mark("members") if members else None,
        described + origins.mark("description") if described else None,
    )


def _outside(links: Links) -> Markup:
    """The parties that are no part of the organisation, so that nobody looks for them above."""
    site = links.site
    found = [role.id for role in site.handbook.roles.values() if role.external]
    if not found:
        return Markup("")
    lead = literal(_label(site, "outside_lead"))
    return Markup("<p>{}</p><p>{}</p>").format(lead, links.roles(found))
