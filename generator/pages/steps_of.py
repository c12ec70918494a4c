"""Lists of steps, as pages about a role, a system or an object show them."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.process import Process, Step
from generator.pages.links import Links
from generator.pages.markup import joined
from generator.pages.tables import table


def steps_table(
    found: Iterable[tuple[Process, Step]], links: Links, *, caption: str, with_roles: bool = True
) -> Markup:
    """A table of steps by process: what, who, with what, what comes out."""
    site = links.site
    rows = [
        (
            links.to(f"process:{process.id}"),
            links.step(process, step),
            *([performers(step, links)] if with_roles else []),
            links.systems(step.uses),
            joined(map(links.object, step.outputs)),
        )
        for process, step in found
    ]
    who = [site.label("site.who")] if with_roles else []
    columns = [
        site.label("site.process"),
        site.label("site.step"),
        *who,
        site.label("site.means"),
        site.label("site.result"),
    ]
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def performers(step: Step, links: Links) -> Markup:
    """Who does a step: roles together, one of several, or a system."""
    if step.performed_by:
        return links.systems(step.performed_by)
    parts = [links.roles(step.roles, "and")] if step.roles else []
    parts += [links.roles(step.any_of, "or")] if step.any_of else []
    return joined(parts)
