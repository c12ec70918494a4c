"""How a process connects to others: what it says itself and what the others say of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.process import Direction, Interface, Process
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.page import Site
from generator.pages.tables import table


@dataclass(frozen=True, slots=True)
class Connection:
    """An object that crosses to or from ``other``, seen from the process on the page.

    ``declared_by`` are the processes whose files say so: this one, the other one, or both.
    """

    direction: Direction
    interface: Interface
    other: Process | None
    declared_by: tuple[Process, ...]


def connections(process: Process, site: Site) -> tuple[Connection, ...]:
    """A process's own interfaces, then those that only other processes declare to it."""
    own = [_own(process, item, site) for item in process.interfaces]
    return (*own, *_others(process, site))


def connection_table(process: Process, links: Links) -> Markup:
    """The connections as a table; empty when there are none."""
    site = links.site
    columns = site.labels("connections", "other", "object", "what", "declared")
    rows = [_row(item, links) for item in connections(process, site)]
    caption = site.label("connections.caption", name=process.name)
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def _row(item: Connection, links: Links) -> list[Markup]:
    label, interface, owner = links.site.label, item.interface, item.declared_by[0]
    other = (
        links.to(f"process:{item.other.id}") if item.other else links.named(interface.party or "")
    )
    step = next((step for step in owner.steps if step.id == interface.step), None)
    what = [literal(label(f"interfacekind.{interface.kind}"))]
    if interface.explanation:
        what.append(literal(interface.explanation))
    if step:
        what.append(links.step(owner, step))
    return [
        joined([label(f"direction.{item.direction}"), other], " "),
        links.object_in_state(interface.object),
        joined(what, " \u00b7 "),
        joined(links.to(f"process:{found.id}") for found in item.declared_by),
    ]


def _own(process: Process, interface: Interface, site: Site) -> Connection:
    other = site.handbook.processes.get(interface.process) if interface.process else None
    both = other is not None and any(
        _mirrors(interface, item) for item in other.interfaces if item.process == process.id
    )
    declared = (process, other) if both and other else (process,)
    return Connection(interface.direction, interface, other, declared)


def _others(process: Process, site: Site) -> Iterator[Connection]:
    for other in site.handbook.processes.values():
        for item in other.interfaces:
            if item.process != process.id or other.id == process.id:
                continue
            own = (mine for mine in process.interfaces if mine.process == other.id)
            if not any(_mirrors(mine, item) for mine in own):
                turned = Direction.IN if item.direction is Direction.OUT else Direction.OUT
                yield Connection(turned, item, other, (other,))


def _mirrors(one: Interface, other: Interface) -> bool:
    return one.direction != other.direction and one.object.object == other.object.object
