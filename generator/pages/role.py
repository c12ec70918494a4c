"""Pages about roles: what a role does, decides and hears, in which step of which process."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.organisation import Role
from generator.model.process import Process, Step
from generator.model.quality import Kpi
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.measured import standing
from generator.pages.mentions import (
    activities_where,
    bottlenecks_where,
    declared,
    links_to,
    processes_where,
    steps_where,
)
from generator.pages.named_by import named_section
from generator.pages.noted import noted, statements
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.steps_of import steps_table
from generator.pages.tables import table
from generator.pages.terms import linked, running


def role_pages(site: Site) -> Iterator[Page]:
    """The list of roles, and a page for each."""
    yield _index(site)
    for role in site.handbook.roles.values():
        yield _page(site, role)


def _index(site: Site) -> Page:
    here = site.addresses.page("roles")
    links = Links(site, here)
    columns = site.labels("site", "role", "rolekind", "department", "steps")
    inside_first = sorted(site.handbook.roles.values(), key=lambda role: role.external)
    rows = [_row(role, links) for role in inside_first]
    body = table(site, columns, rows, caption=site.label("site.roles"), sortable=True)
    pages = ("matrix", "taskmatrix", "departments")
    more = bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(site.label(f"site.{page}")))
        for page in pages[0 if site.handbook.matrix else 1 :]
    )
    return sections_page(
        site,
        here,
        site.label("site.roles"),
        lead=literal(site.label("site.roles_lead")),
        sections=[
            Section(site.label("site.allroles"), body if rows else Markup("")),
            Section(site.label("site.seealso"), more),
        ],
        edit="organisation/roles.yml",
    )


def _row(role: Role, links: Links) -> tuple[object, ...]:
    site = links.site
    department = links.to(f"department:{role.department}") if role.department else None
    mark = Origins(role, links, listed=False).mark("department")
    return (
        links.to(f"role:{role.id}"),
        site.label(f"rolekind.{role.kind}"),
        department + mark if department else None,
        len(site.handbook.steps_by_role.get(role.id, ())) or None,
    )


def _page(site: Site, role: Role) -> Page:
    reference = f"role:{role.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    described = running(role.description, links) + Origins(role, links).mark("description")
    return sections_page(
        site,
        here,
        role.name,
        lead=described if role.description else "",
        sections=_sections(site, role, links),
        edit=site.file(reference),
    )


def _sections(site: Site, role: Role, links: Links) -> Iterator[Section]:
    done = site.handbook.steps_by_role.get(role.id, ())
    caption = site.label("site.does")
    yield Section(site.label("site.inshort"), _facts(site, role, links), "in-short")
    yield Section(caption, steps_table(done, links, caption=caption, with_roles=False), "does")
    yield Section(site.label("site.asgroup"), _as_member(site, role, links), "as-member")
    between = activities_where(lambda item: role.id in item.roles + item.any_of, links)
    yield Section(site.label("site.between"), between, "between")
    decided = steps_where(lambda step: role.id in _deciders(step), links)
    yield Section(site.label("site.decides"), decided, "decides")
    consulted = steps_where(lambda step: role.id in step.consulted, links)
    yield Section(site.label("site.consulted"), consulted, "consulted")
    informed = steps_where(lambda step: role.id in step.informed, links)
    yield Section(site.label("site.informed"), informed, "informed")
    yield Section(site.label("site.escalated"), _escalations(site, role, links), "escalated")
    said = statements(role.responsibilities, links)
    yield Section(site.label("site.responsibilities"), said, "responsibilities")
    yield Section(site.label("site.inmatrix"), _matrix(site, role, links), "matrix")
    yield Section(site.label("site.indiagrams"), declared(role.name, links), "diagrams")
    problems = bottlenecks_where(lambda item: role.id in item.roles, links)
    yield Section(site.label("site.bottlenecks"), problems, "bottlenecks")
    yield named_section(f"role:{role.id}", links, without=("Bottleneck.roles",), in_which_part=True)
    yield Section(site.label("site.noted"), noted(f"role:{role.id}", role, links), "source")


def _as_member(site: Site, role: Role, links: Links) -> Markup:
    """The steps of the groups that the role is part of: a junior does what engineers do."""
    groups = [item.id for item in site.handbook.roles.values() if role.id in item.members]
    found = [pair for group in groups for pair in site.handbook.steps_by_role.get(group, ())]
    return steps_table(found, links, caption=site.label("site.asgroup"))


def _deciders(step: Step) -> tuple[str, ...]:
    return step.decided_by + (step.decision.decided_by if step.decision else ())


def _facts(site: Site, role: Role, links: Links) -> Markup:
    roles = site.handbook.roles.values()
    origins = Origins(role, links)
    department = links.to(f"department:{role.department}") if role.department else None
    inside = {
        "department": origins.value("department", department),
        "deputy": origins.value("deputy", links.roles(role.deputy)),
    }
    shown = {
        "rolekind": literal(site.label(f"rolekind.{role.kind}")),
        "stands": literal(site.label("site.outside" if role.external else "site.inside")),
        **({} if role.external else inside),
        "replaces": links.roles(other.id for other in roles if role.id in other.deputy),
        "partof": links.roles(other.id for other in roles if role.id in other.members),
        "members": links.roles(role.members),
        "alsoknownas": joined(role.also_known_as),
        "namedresponsible": processes_where(lambda item: role.id in item.responsible, links),
        "owns": processes_where(lambda item: role.id == item.owner, links),
        "approved": processes_where(lambda item: _approved(role, item), links),
        **_kept(role, links),
    }
    return facts((site.label(f"site.{key}"), value) for key, value in shown.items())


def _kept(role: Role, links: Links) -> dict[str, Markup]:
    """What else is in the role's care, by label."""
    handbook = links.site.handbook
    kpis = [kpi for kpi in handbook.kpis.values() if kpi.owner == role.id]
    documents = [item.id for item in handbook.documents.values() if item.owner == role.id]
    systems = [item.id for item in handbook.systems.values() if role.id in item.maintained_by]
    return {
        "ownskpis": bullets(_with_standing(kpi, links) for kpi in kpis),
        "ownsdocuments": links_to("document", documents, links),
        "keeps": links_to("system", systems, links),
    }


def _with_standing(kpi: Kpi, links: Links) -> Markup:
    return Markup("{}: {}").format(links.to(f"kpi:{kpi.id}"), standing(kpi, links))


def _approved(role: Role, process: Process) -> bool:
    approved = process.document.approved
    return approved is not None and approved.by == role.id


def _escalations(site: Site, role: Role, links: Links) -> Markup:
    return bullets(
        Markup("{}: {}").format(links.to(f"process:{process.id}"), linked(escalation.when, links))
        for process in site.handbook.processes.values()
        for escalation in process.escalations
        if role.id in escalation.to
    )


def _matrix(site: Site, role: Role, links: Links) -> Markup:
    matrix = site.handbook.matrix
    if matrix is None or role.id not in matrix.columns:
        return Markup("")
    rows = [
        (
            links.to(f"process:{row.process}") if row.process else links.to(f"group:{row.group}"),
            matrix.codes[row.cells[role.id]].word,
        )
        for row in matrix.rows
        if row.cells.get(role.id) in matrix.codes
    ]
    columns = [site.label("site.process"), matrix.name]
    return table(site, columns, rows, caption=matrix.name) if rows else Markup("")
