"""The start page: three ways in, the processes, and what changed last."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.control import Change
from generator.model.process import Process
from generator.pages.control import day
from generator.pages.landscape import landscape
from generator.pages.links import Links
from generator.pages.markup import literal, render
from generator.pages.page import Page, Site

ENTRANCES = {
    "work": ("processes", "roles", "systems"),
    "audit": ("auditors", "handbook", "decisions", "documents", "sourcemap"),
    "change": ("howto", "fields", "changes"),
}
"""The three kinds of reader and the pages each of them goes to first."""

LATEST = 8
"""How many changes the start page names."""


class Latest(NamedTuple):
    """A process that changed, and its newest change."""

    process: Process
    change: Change


def start_page(site: Site, made: Collection[str]) -> Page:
    """The page that the handbook opens with; ``made`` are the pages it may lead to."""
    path = site.addresses.page("home")
    links = Links(site, path)
    organisation = site.handbook.organisation
    content = render(
        "start.md.j2",
        organisation=organisation,
        label=site.label,
        entrances=list(_entrances(links, made)),
        landscape=landscape(links),
        changes=[_change(item, links) for item in latest_changes(site)],
        more=links.page("changes") if site.addresses.page("changes") in made else None,
    )
    return Page(path, organisation.site.title, content, site.file("organisation"))


def latest_changes(site: Site) -> list[Latest]:
    """The processes that changed last with their newest change, newest first."""
    found = [
        Latest(process, process.changes[0])
        for process in site.handbook.processes.values()
        if process.changes
    ]
    by_name = sorted(found, key=lambda item: item.process.name)
    return sorted(by_name, key=lambda item: item.change.date, reverse=True)[:LATEST]


def _entrances(links: Links, made: Collection[str]) -> Iterator[dict[str, object]]:
    label, addresses = links.site.label, links.site.addresses
    for key, pages in ENTRANCES.items():
        found = [page for page in pages if addresses.page(page) in made]
        yield {
            "key": key,
            "title": label(f"start.{key}.title"),
            "text": label(f"start.{key}.text"),
            "links": [
                Markup('<a href="{}">{}</a>').format(
                    f"#{label('anchor.landscape')}" if page == "processes" else links.page(page),
                    literal(label(f"start.page.{page}")),
                )
                for page in found
            ],
        }


def _change(item: Latest, links: Links) -> dict[str, object]:
    return {
        "process": links.to(f"process:{item.process.id}"),
        "version": item.change.version,
        "date": day(item.change.date),
        "what": item.change.what,
    }
