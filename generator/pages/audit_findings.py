"""The register of what audits found: by audit, with what follows from each finding."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.follow_up import IS_LEFT, FollowUp, State, findings_of, follow_up
from generator.model.audit import AuditFinding
from generator.pages.links import Links
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.register_cells import (
    about,
    by_role,
    dated,
    followed,
    line_head,
    register_page,
    state_mark,
)
from generator.pages.sections import Section
from generator.pages.tables import Row, table


def audit_findings_page(site: Site) -> Page:
    """Every finding under its audit."""
    links = Links(site, site.addresses.page("auditfindings"))
    return register_page(links, "auditfindings", "auditfinding", _sections(links))


def _sections(links: Links) -> Iterator[Section]:
    site, handbook = links.site, links.site.handbook
    follow = follow_up(handbook)
    heads = site.labels(
        "improving.column", "finding", "grade", "touches", "owner", "due", "state_and_answers"
    )
    for audit in dict.fromkeys(item.audit for item in handbook.audit_findings.values()):
        rows = [_line(item, follow, links) for item in findings_of(audit, handbook)]
        name = links.name(f"audit:{audit}")
        body = table(site, heads, rows, caption=name, sortable=True)
        yield Section(name, body, f"of-{audit}")


def _line(item: AuditFinding, follow: FollowUp, links: Links) -> Row:
    site, origins = links.site, Origins(item, links, listed=False)
    reference = f"auditfinding:{item.id}"
    state = follow.states[reference]
    asks = state is not State.NOTHING
    cells = (
        line_head(reference, item, item.text, links),
        origins.value("grade", site.label(f"auditgrade.{item.grade}")),
        about(item.touches, item.clauses, origins),
        by_role(item.owner, origins, "owner") if asks or item.owner else None,
        dated(item.due, origins, "due", is_due=state in IS_LEFT) if asks or item.due else None,
        _state(item, follow, origins) + followed(follow.answers.get(reference, ()), follow, links),
    )
    return Row(cells, id=f"auditfinding-{item.id}")


def _state(item: AuditFinding, follow: FollowUp, origins: Origins) -> Markup:
    mark = state_mark(follow.states[f"auditfinding:{item.id}"], origins.links.site)
    return mark + " " + dated(item.closed, origins, "closed") if item.closed else mark
