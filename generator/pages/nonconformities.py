"""The register of complaints, incidents and own observations, and what was done about each."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.follow_up import FollowUp, follow_up
from generator.model.audit import Nonconformity, NonconformityKind
from generator.pages.links import Links
from generator.pages.markup import literal
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.register_cells import (
    about,
    by_role,
    dated,
    followed,
    line_head,
    register_page,
    stacked,
    state_mark,
    told,
)
from generator.pages.sections import Section
from generator.pages.tables import Row, table


def nonconformities_page(site: Site) -> Page:
    """Every line by where it came to light; a kind without any says so."""
    links = Links(site, site.addresses.page("nonconformities"))
    return register_page(links, "nonconformities", "nonconformity", _sections(links))


def _sections(links: Links) -> Iterator[Section]:
    site = links.site
    found = site.handbook.nonconformities.values()
    follow = follow_up(site.handbook)
    heads = site.labels(
        "improving.column", "what", "reported", "touches", "handling", "owner", "state_and_answers"
    )
    for kind in NonconformityKind if found else ():
        name = site.label(f"improving.nonconformities.{kind}")
        rows = [_line(item, follow, links) for item in found if item.kind is kind]
        none = Markup("<p>{}</p>").format(literal(site.label("improving.none_of_kind")))
        body = table(site, heads, rows, caption=name, sortable=True) if rows else none
        yield Section(name, body, f"kind-{kind}")


def _line(item: Nonconformity, follow: FollowUp, links: Links) -> Row:
    origins = Origins(item, links, listed=False)
    reference = f"nonconformity:{item.id}"
    mark = state_mark(follow.states[reference], links.site)
    closed = Markup(" ") + dated(item.closed, origins, "closed") if item.closed else ""
    cells = (
        line_head(reference, item, item.text, links) + origins.mark("kind"),
        dated(item.reported, origins, "reported"),
        about(item.touches, item.clauses, origins),
        _handling(item, origins),
        by_role(item.owner, origins, "owner"),
        mark + closed + followed(follow.answers.get(reference, ()), follow, links),
    )
    return Row(cells, id=f"nonconformity-{item.id}")


def _handling(item: Nonconformity, origins: Origins) -> Markup:
    """What was done at once about the thing itself, and why it happened (10.2.1 a and b)."""
    return stacked(
        origins.links.site,
        (
            ("correction", told(item.correction, origins, "correction")),
            ("cause", told(item.cause, origins, "cause")),
        ),
    )
