"""The processes by group of the value chain: the clickable landscape and its index pages."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.organisation import Group, GroupKind
from generator.model.process import Process
from generator.pages.links import Links
from generator.pages.markup import joined, render
from generator.pages.origins import Origins, still_open
from generator.pages.page import Page, Site
from generator.pages.tables import table
from generator.pages.text_alternative import figure


def landscape(links: Links) -> Markup:
    """Every group of the value chain with its processes, as a picture made of links."""
    site = links.site
    bands = [
        (kind, [(group, site.handbook.processes_of(group.id)) for group in _of_kind(kind, site)])
        for kind in GroupKind
    ]
    return render(
        "landscape.j2",
        bands=[(kind, groups) for kind, groups in bands if groups],
        links=links,
        label=site.label,
    )


def landscape_pages(site: Site) -> Iterator[Page]:
    """The index of all processes, one index for every group, and the pages of its diagrams."""
    yield _index(site)
    for group in site.handbook.groups.values():
        yield _group(group, site)
    if "landscape" in site.diagrams or "use-case" in site.diagrams:
        yield _drawn(site)


def process_table(processes: tuple[Process, ...], links: Links, *, caption: str) -> Markup:
    """Processes as a sortable table with their document control."""
    site = links.site
    rows = [
        [
            links.to(f"process:{process.id}"),
            links.to(f"group:{process.group}"),
            process.document.version,
            site.label(f"status.{process.document.status}"),
            links.to(f"role:{process.owner}") if process.owner else still_open(site),
            str(len(process.steps)),
        ]
        for process in processes
    ]
    keys = ("name", "group", "version", "status", "owner", "steps")
    columns = site.labels("landscape.column", *keys)
    return table(site, columns, rows, caption=caption, sortable=True)


def _of_kind(kind: GroupKind, site: Site) -> list[Group]:
    return [group for group in site.handbook.groups.values() if group.kind is kind]


def _index(site: Site) -> Page:
    path = site.addresses.page("processes")
    links = Links(site, path)
    title = site.label("tabs.processes")
    more = [
        (links.page(name), site.label(f"landscape.more.{name}"))
        for name, shown in (
            ("landscape", "landscape" in site.diagrams or "use-case" in site.diagrams),
            ("objects", True),
            ("classifications", bool(site.handbook.classifications)),
            ("legend", True),
        )
        if shown
    ]
    processes = tuple(site.handbook.processes.values())
    content = render(
        "processes.md.j2",
        title=title,
        landscape=landscape(links),
        processes=process_table(processes, links, caption=site.label("landscape.all")),
        more=more,
        label=site.label,
    )
    return Page(path, title, content, None)


def _group(group: Group, site: Site) -> Page:
    reference = f"group:{group.id}"
    path = site.addresses.source(reference) or ""
    links = Links(site, path)
    processes = [
        (process, links.to(f"process:{process.id}"), _workers(process, links))
        for process in site.handbook.processes_of(group.id)
    ]
    content = render(
        "group.md.j2",
        group=group,
        kind=site.label(f"groupkind.{group.kind}"),
        description=Origins(group, links, listed=False).value("description", group.description),
        processes=processes,
        open=still_open(site),
        links=links,
        label=site.label,
    )
    return Page(path, group.name, content, site.file(reference))


def _workers(process: Process, links: Links) -> Markup:
    roles = dict.fromkeys(role for step in process.steps for role in step.performers)
    return joined(links.to(f"role:{role}") for role in roles)


def _drawn(site: Site) -> Page:
    path = site.addresses.page("landscape")
    title = site.label("landscape.drawn.title")
    shown = [(key, figure(key, site)) for key in ("landscape", "use-case")]
    content = render(
        "drawn.md.j2",
        title=title,
        text=site.label("landscape.drawn.text"),
        figures=[(site.label(f"landscape.drawn.{key}"), item) for key, item in shown if item],
    )
    return Page(path, title, content, None)
