"""The programme of audits: what is planned, what was held, by whom, and what it found."""

from collections import Counter
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.evaluation.follow_up import findings_of, follow_up
from generator.model.audit import Audit, AuditGrade
from generator.model.base import Entity
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted_briefly
from generator.pages.origins import Origins, still_open
from generator.pages.page import Page, Site
from generator.pages.register_cells import (
    dated,
    followed,
    register_page,
    told,
    touched,
)
from generator.pages.sections import Section, facts
from generator.pages.tables import table
from generator.rules.improvement.independence import Conflict, Tie, conflicts


def audits_page(site: Site) -> Page:
    """The programme in one table, the findings by their grade, and every audit by itself."""
    links = Links(site, site.addresses.page("audits"))
    return register_page(links, "audits", "audit", _sections(links))


def _sections(links: Links) -> Iterator[Section]:
    site = links.site
    audits = tuple(site.handbook.audits.values())
    if not audits:
        return
    label = site.label
    yield Section(label("improving.programme"), _programme(audits, links), "programme")
    yield Section(label("improving.by_grade"), _by_grade(audits, links), "by-grade")
    yield Section(label("improving.independence"), _independence(links), "independence")
    for audit in audits:
        yield Section(audit.name, _audit(audit, links), f"audit-{audit.id}")


def _programme(audits: Iterable[Audit], links: Links) -> Markup:
    site = links.site
    rows = [_line(audit, links) for audit in audits]
    heads = site.labels(
        "improving.column", "audit", "kind", "frequency", "planned", "held", "auditors"
    )
    return table(site, heads, rows, caption=site.label("improving.programme"), sortable=True)


def _line(audit: Audit, links: Links) -> tuple[object, ...]:
    origins = Origins(audit, links, listed=False)
    return (
        links.to(f"audit:{audit.id}") + origins.mark("name"),
        _kind(audit, origins),
        origins.value("frequency", audit.frequency),
        dated(audit.planned, origins, "planned", is_due=audit.held is None),
        _held(audit, origins),
        _auditors(audit, origins),
    )


def _kind(audit: Audit, origins: Origins) -> Markup:
    return origins.value("kind", origins.links.site.label(f"auditkind.{audit.kind}"))


def _held(audit: Audit, origins: Origins) -> Markup:
    """The day on which an audit was held; that it was not, unless the day is said to be open."""
    if audit.held or "held" in audit.origins:
        return dated(audit.held, origins, "held")
    return literal(origins.links.site.label("improving.not_held"))


def _auditors(audit: Audit, origins: Origins) -> Markup:
    return origins.value("auditors", origins.links.roles(audit.auditors))


def _by_grade(audits: Iterable[Audit], links: Links) -> Markup:
    """How many findings of each grade every audit has that was held or found something."""
    site, rows = links.site, []
    for audit in audits:
        found = Counter(item.grade for item in findings_of(audit.id, site.handbook))
        if found or audit.held:
            name = links.to(f"audit:{audit.id}")
            rows.append((name, *(found[grade] for grade in AuditGrade)))
    if not rows:
        return Markup("<p>{}</p>").format(literal(site.label("improving.no_findings_yet")))
    heads = site.labels("improving.column", "audit") + [
        site.label(f"auditgrade.{grade}") for grade in AuditGrade
    ]
    return table(site, heads, rows, caption=site.label("improving.by_grade"))


def _independence(links: Links) -> Markup:
    """Who writes the handbook, and which auditors have a part in what they audit."""
    site = links.site
    organisation = site.handbook.organisation
    found = links.roles(organisation.authors)
    authors = Origins(organisation, links, listed=False).value("authors", found)
    words = literal(site.label("improving.authors"))
    lead = literal(site.label("improving.independence_lead"))
    said = Markup("<p>{}</p><p>{}: {}</p>").format(lead, words, authors)
    ties = [
        Markup("<p>{}: {}</p>").format(links.to(f"audit:{audit.id}"), line)
        for audit in site.handbook.audits.values()
        for line in _ties(audit, links)
    ]
    none = Markup("<p>{}</p>").format(literal(site.label("improving.independent")))
    return said + joined(ties or (none,), "")


def _ties(audit: Audit, links: Links) -> Iterator[Markup]:
    """What each auditor has to do with what is audited, in a sentence."""
    for found in conflicts(audit, links.site.handbook):
        tie = literal(links.site.label(f"improving.tie.{found.tie}"))
        audited = touched(found.audited, links)
        said = joined((links.to(f"role:{found.auditor}"), tie, audited), " ")
        yield said + _mark_of(found, links)


def _mark_of(found: Conflict, links: Links) -> Markup:
    """The label of the origin of what makes the tie: a proposal does not look like a fact.

    Of several, the first that is not from the source.
    """
    field = {Tie.OWNER: "owner", Tie.APPROVER: "document", Tie.COLLEAGUE: "department"}
    references: tuple[str, ...] = found.audited
    if found.tie is Tie.AUTHOR:
        references = ("organisation",)
    elif found.tie is Tie.COLLEAGUE:
        references = (f"role:{found.auditor}",)
    path = field.get(found.tie, "authors")
    entities = (links.site.handbook.find(reference) for reference in references)
    marks = (
        Origins(entity, links, listed=False).mark(path)
        for entity in entities
        if isinstance(entity, Entity)
    )
    return next((mark for mark in marks if mark), Markup(""))


def _audit(audit: Audit, links: Links) -> Markup:
    site, origins = links.site, Origins(audit, links, listed=False)
    follow = follow_up(site.handbook)
    found = [f"auditfinding:{item.id}" for item in findings_of(audit.id, site.handbook)]
    rows: list[tuple[str, Markup]] = [
        ("kind", _kind(audit, origins)),
        ("subjects", origins.value("subjects", touched(audit.subjects, links))),
        ("clauses", origins.value("clauses", touched(audit.clauses, links))),
        ("auditors", _auditors(audit, origins)),
        ("not_independent", joined(_ties(audit, links), "; ")),
        ("frequency", origins.value("frequency", audit.frequency)),
        ("planned", dated(audit.planned, origins, "planned", is_due=audit.held is None)),
        ("held", _held(audit, origins)),
        ("report", _report(audit, origins)),
        ("conclusion", _conclusion(audit, origins)),
        ("findings", followed(found, follow, links)),
        ("noted", noted_briefly(f"audit:{audit.id}", audit, links)),
    ]
    return facts((site.label(f"improving.column.{key}"), shown) for key, shown in rows)


def _report(audit: Audit, origins: Origins) -> Markup:
    """The report, which only an audit that was held has to have."""
    if audit.report:
        return origins.value("report", origins.links.to(f"document:{audit.report}"))
    return still_open(origins.links.site) if audit.held else Markup("")


def _conclusion(audit: Audit, origins: Origins) -> Markup:
    if audit.conclusion or audit.held:
        return told(audit.conclusion, origins, "conclusion")
    return Markup("")
