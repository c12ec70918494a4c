"""A table of steps of several processes, as pages about a role or a system show it."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.process import Process, Step
from generator.pages.links import Links
from generator.pages.markup import joined
from generator.pages.steps import StepWords
from generator.pages.tables import table


def steps_table(
    found: Iterable[tuple[Process, Step]], links: Links, *, caption: str, with_roles: bool = True
) -> Markup:
    """A table of steps by process: what, who, with what, what comes out; empty without steps."""
    site = links.site
    rows = [_row(process, step, links, with_roles=with_roles) for process, step in found]
    who = [site.label("site.who")] if with_roles else []
    columns = [
        site.label("site.process"),
        site.label("site.step"),
        *who,
        site.label("site.means"),
        site.label("site.result"),
    ]
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def _row(process: Process, step: Step, links: Links, *, with_roles: bool) -> tuple[object, ...]:
    words = StepWords(process, links, listed=False)
    uses, outputs = links.systems(step.uses), joined(map(links.object_in_state, step.outputs))
    return (
        links.to(f"process:{process.id}"),
        links.step(process, step) + words.mark(step, "name"),
        *([words.who(step)] if with_roles else []),
        uses + words.mark(step, "uses") if uses else None,
        outputs + words.mark(step, "outputs") if outputs else None,
    )
