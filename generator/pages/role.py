"""Pages about roles: what a role does, decides and hears, in which step of which process."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from generator.model.organisation import Role
from generator.model.process import Process, Step
from generator.pages.links import Links
from generator.pages.markup import joined, paragraphs
from generator.pages.noted import noted, statements
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.steps_of import steps_table
from generator.pages.tables import table


def role_pages(site: Site) -> Iterator[Page]:
    """The list of roles, and a page for each."""
    yield _index(site)
    for role in site.handbook.roles.values():
        yield _page(site, role)


def _index(site: Site) -> Page:
    here = site.addresses.page("roles")
    links = Links(site, here)
    columns = [site.label(f"site.{key}") for key in ("role", "rolekind", "department", "steps")]
    rows = [
        (
            links.to(f"role:{role.id}"),
            site.label(f"rolekind.{role.kind}"),
            links.to(f"department:{role.department}") if role.department else None,
            len(site.handbook.steps_by_role.get(role.id, ())) or None,
        )
        for role in site.handbook.roles.values()
    ]
    body = table(site, columns, rows, caption=site.label("site.roles"), sortable=True)
    more = bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), site.label(f"site.{page}"))
        for page in ("matrix", "taskmatrix", "departments")
    )
    return sections_page(
        site,
        here,
        site.label("site.roles"),
        lead=site.label("site.roles_lead"),
        sections=[
            Section(site.label("site.allroles"), body),
            Section(site.label("site.seealso"), more),
        ],
        edit="organisation/roles.yml",
    )


def _page(site: Site, role: Role) -> Page:
    reference = f"role:{role.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    return sections_page(
        site,
        here,
        role.name,
        lead=paragraphs(role.description) if role.description else "",
        sections=_sections(site, role, links),
        edit=site.file(reference),
    )


def _sections(site: Site, role: Role, links: Links) -> Iterator[Section]:
    done = site.handbook.steps_by_role.get(role.id, ())
    caption = site.label("site.does")
    yield Section(site.label("site.inshort"), _facts(site, role, links), "in-short")
    yield Section(caption, steps_table(done, links, caption=caption, with_roles=False), "does")
    yield Section(site.label("site.decides"), _steps(site, links, _decides(role)), "decides")
    consulted = _steps(site, links, lambda _, step: role.id in step.consulted)
    yield Section(site.label("site.consulted"), consulted, "consulted")
    informed = _steps(site, links, lambda _, step: role.id in step.informed)
    yield Section(site.label("site.informed"), informed, "informed")
    yield Section(site.label("site.escalated"), _escalations(site, role, links), "escalated")
    said = statements(role.responsibilities, links)
    yield Section(site.label("site.responsibilities"), said, "responsibilities")
    yield Section(site.label("site.inmatrix"), _matrix(site, role, links), "matrix")
    yield Section(site.label("site.keeps"), _systems(site, role, links), "keeps")
    yield Section(site.label("site.noted"), noted(f"role:{role.id}", role, links), "source")


def _facts(site: Site, role: Role, links: Links) -> Markup:
    part_of = [
        links.to(f"role:{group.id}")
        for group in site.handbook.roles.values()
        if role.id in group.members
    ]
    named = [
        links.to(f"process:{process.id}")
        for process in site.handbook.processes.values()
        if role.id in process.responsible
    ]
    owned = [
        links.to(f"process:{process.id}")
        for process in site.handbook.processes.values()
        if role.id == process.owner
    ]
    department = links.to(f"department:{role.department}") if role.department else None
    outside = site.label("site.outside" if role.external else "site.inside")
    rows = [
        (site.label("site.rolekind"), site.label(f"rolekind.{role.kind}")),
        (site.label("site.stands"), outside),
        (
            site.label("site.department"),
            None if role.external else Origins(role, links).value("department", department),
        ),
        (site.label("site.partof"), joined(part_of)),
        (site.label("site.members"), links.roles(role.members)),
        (site.label("site.alsoknownas"), joined(role.also_known_as)),
        (
            site.label("site.deputy"),
            None
            if role.external
            else Origins(role, links).value("deputy", links.roles(role.deputy)),
        ),
        (site.label("site.namedresponsible"), joined(named)),
        (site.label("site.owns"), joined(owned)),
    ]
    return facts(rows)


def _decides(role: Role) -> Callable[[Process, Step], bool]:
    def decides(_: Process, step: Step) -> bool:
        named = step.decision.decided_by if step.decision else ()
        return role.id in step.decided_by + named

    return decides


def _steps(site: Site, links: Links, wanted: Callable[[Process, Step], bool]) -> Markup:
    return bullets(
        Markup("{}: {}").format(links.to(f"process:{process.id}"), links.step(process, step))
        for process in site.handbook.processes.values()
        for step in process.steps
        if wanted(process, step)
    )


def _escalations(site: Site, role: Role, links: Links) -> Markup:
    return bullets(
        Markup("{}: {}").format(links.to(f"process:{process.id}"), joined([escalation.when]))
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
    return table(site, columns, rows, caption=matrix.name)


def _systems(site: Site, role: Role, links: Links) -> Markup:
    return bullets(
        links.to(f"system:{system.id}")
        for system in site.handbook.systems.values()
        if role.id in system.maintained_by
    )
