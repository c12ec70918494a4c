"""The register of corrective actions: against which cause, by whom, and whether they helped."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.follow_up import FollowUp, State, follow_up
from generator.model.audit import Action
from generator.pages.links import Links
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.register_cells import (
    by_role,
    dated,
    effect_values,
    followed,
    line_head,
    register_page,
    stacked,
    told,
)
from generator.pages.sections import Section
from generator.pages.tables import Row, table


def actions_page(site: Site) -> Page:
    """Every action by how far it is."""
    links = Links(site, site.addresses.page("actions"))
    return register_page(links, "actions", "action", _sections(links))


def _sections(links: Links) -> Iterator[Section]:
    site = links.site
    follow = follow_up(site.handbook)
    heads = site.labels("improving.column", "action", "because", "cause", "owner", "day", "effect")
    for state in State:
        items = (
            item
            for item in site.handbook.actions.values()
            if follow.states[f"action:{item.id}"] is state
        )
        rows = [_line(item, follow, links) for item in items]
        if rows:
            name = site.label(f"improving.actions.{state}")
            body = table(site, heads, rows, caption=name, sortable=True)
            yield Section(name, body, f"state-{state}")


def _line(item: Action, follow: FollowUp, links: Links) -> Row:
    origins = Origins(item, links, listed=False)
    reference = f"action:{item.id}"
    cells = (
        line_head(reference, item, item.text, links),
        _because(item, follow, origins),
        told(item.cause, origins, "cause"),
        by_role(item.owner, origins, "owner"),
        _days(item, origins),
        _effect(item, origins) if item.effect or item.done else None,
    )
    return Row(cells, id=reference.replace(":", "-"))


def _because(item: Action, follow: FollowUp, origins: Origins) -> Markup:
    """What the action answers, and the management reviews that decided on it."""
    links = origins.links
    reviews = follow.decided.get(f"action:{item.id}", ())
    shown = followed((*item.because, *reviews), follow, links)
    return origins.value("because", shown)


def _days(item: Action, origins: Origins) -> Markup:
    due = dated(item.due, origins, "due", is_due=item.done is None)
    done = dated(item.done, origins, "done") if item.done else None
    rows = [("due", due), *([("done", done)] if done else [])]
    return stacked(origins.links.site, rows)


_EFFECT = {
    "effect.due": "check_due",
    "effect.by": "check_by",
    "effect.done": "check_done",
    "effect.effective": "effective",
    "effect.result": "result",
}
"""The fields of the look at an effect, each with the heading that names it."""

_AGREED = frozenset({"effect.due", "effect.by"})
"""What has to be known before anybody has looked."""


def _effect(item: Action, origins: Origins) -> Markup:
    """Whether the action helped: when and by whom that is looked at, and what was seen."""
    shown = effect_values(item.effect, origins.links)
    return stacked(
        origins.links.site,
        (
            (heading, origins.value(path, shown[path]))
            for path, heading in _EFFECT.items()
            if path in _AGREED or shown[path] is not None
        ),
    )
