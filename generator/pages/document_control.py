"""Document control: which documents there are, in which version and state, and by which rules."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.history.known import in_force, known_versions
from generator.model.base import Origin, OriginKind
from generator.model.control import ApprovalRule, PolicyRule, Status
from generator.pages.changes import changes_page
from generator.pages.controlled import controlled_page
from generator.pages.current_version import current_version_page
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import statements
from generator.pages.origins import Origins, badge, source_lines
from generator.pages.page import Page, Site
from generator.pages.register_downloads import register_table
from generator.pages.reviews import reviews_page
from generator.pages.sections import Section, bullets, sections_page


def document_control_pages(site: Site) -> Iterator[Page]:
    """The index, the controlled documents, what is in force, the changes and the reviews."""
    yield _index(site)
    yield controlled_page(site)
    yield current_version_page(site)
    yield changes_page(site)
    yield reviews_page(site)


def _index(site: Site) -> Page:
    here = site.addresses.page("documentcontrol")
    links = Links(site, here)
    organisation = site.handbook.organisation
    return sections_page(
        site,
        here,
        site.label("site.documentcontrol"),
        lead=literal(site.label("site.documentcontrol_lead")),
        sections=[
            Section(site.label("versions.summary.title"), _summary(links), "controlled"),
            Section(site.label("site.policy"), _version_policy(links), "policy"),
            Section(site.label("versions.approvalpolicy"), _approval_policy(links), "approval"),
            Section(
                site.label("site.rules"), statements(organisation.document_rules, links), "rules"
            ),
            Section(site.label("registers.title"), _registers(links), "registers"),
            Section(site.label("site.seealso"), _more(links), "more"),
        ],
    )


def _summary(links: Links) -> Markup:
    """How many documents have each status, how many are not in force, and where the list is."""
    site = links.site
    processes = site.handbook.processes.values()
    if not processes:
        return Markup("")
    statuses = [process.document.status for process in processes]
    counts = [
        site.label("versions.summary.count", status=site.label(f"status.{status}"), count=count)
        for status in Status
        if (count := statuses.count(status))
    ]
    lacking = [one for one in processes if in_force(known_versions(one, site.history)) is None]
    lines = [literal(count) for count in counts]
    if lacking:
        key = "none" if len(lacking) < len(statuses) else "none_at_all"
        blanks = {"count": len(lacking), "all": len(statuses)}
        lines.append(literal(site.label(f"versions.summary.{key}", **blanks)))
    lines += [_leading(name, links) for name in ("controlled", "current")]
    return bullets(lines)


def _leading(name: str, links: Links) -> Markup:
    """A sentence that ends in a link to one of the pages."""
    words = literal(links.site.label(f"versions.page.{name}"))
    page = Markup('<a href="{}">{}</a>').format(links.page(name), words)
    sentence = literal(links.site.label(f"versions.summary.{name}"))
    return joined([sentence, page], " ")


def _registers(links: Links) -> Markup:
    """Every register as a file, for whoever works with them outside the site."""
    lead = literal(links.site.label("registers.lead"))
    return Markup("<p>{}</p>{}").format(lead, register_table(links))


def _more(links: Links) -> Markup:
    site = links.site
    return bullets(
        Markup('<a href="{}">{}</a>').format(links.page(page), literal(site.label(label)))
        for page, label in _pages(site)
    )


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    """The other pages about documents, each with the label of its name."""
    for page in ("changes", "reviews"):
        yield page, f"versions.page.{page}"
    yield "releases", "releases.title"
    for page in ("documents", "decisions", "source"):
        yield page, f"site.{page}"
    if site.handbook.source_map is not None:
        yield "sourcemap", "site.sourcemap"
    yield "fields", "site.fields"


def _version_policy(links: Links) -> Markup:
    """The rules of the version policy, each with its origin unless the source gives it."""
    return bullets(
        Markup("{}: {}{}").format(literal(rule.when), literal(rule.step), _ground(rule, links.site))
        for rule in links.site.handbook.organisation.version_policy
    )


def _approval_policy(links: Links) -> Markup:
    """Which roles may approve what; that it is open when the organisation has not said so."""
    organisation = links.site.handbook.organisation
    found = bullets(_approval_rule(rule, links) for rule in organisation.approval_policy)
    origins = Origins(organisation, links, listed=False)
    why = organisation.origin("approval_policy").why
    said = origins.value("approval_policy", found)
    return said if found else joined([said, literal(why)] if why else [said], " ")


def _approval_rule(rule: ApprovalRule, links: Links) -> Markup:
    groups = joined(links.to(f"group:{group}") for group in rule.groups)
    about = Markup(" ({})").format(groups) if groups else Markup("")
    return Markup("{}{}: {}{}").format(
        literal(rule.what), about, links.roles(rule.by, "or"), _ground(rule, links.site)
    )


def _ground(rule: PolicyRule | ApprovalRule, site: Site) -> Markup:
    """Where a rule comes from: the label of its origin and its lines of the source."""
    found = badge(Origin(origin=OriginKind(rule.origin)), site)
    lines: Iterable[str] = rule.lines
    shown = source_lines(lines, site)
    return found + (Markup(" {}").format(shown) if shown else Markup(""))
