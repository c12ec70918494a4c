"""The tab tree: an index for every group instead of every page, so that it stays small.

Every entry is written into every page, so a handbook of a thousand pages must not have a
thousand entries. Pages outside the tree say in their front matter which tab they are under.
"""

from collections.abc import Collection, Iterator, Mapping

from generator.addresses import Addresses
from generator.language import Language
from generator.model.handbook import Handbook
from generator.pages.markup import literal
from generator.pages.page import Page

TABS: Mapping[str, tuple[str, ...]] = {
    "home": ("home",),
    "processes": ("processes", "landscape", "objects", "classifications", "legend"),
    "roles": ("roles", "orgchart", "departments", "matrix", "taskmatrix"),
    "systems": ("systems", "architecture", "outage"),
    "measuring": (
        "measuring",
        "kpis",
        "scorecard",
        "furp",
        "assessments",
        "bottlenecks",
        "advice",
        "signals",
    ),
    "improving": (
        "improving",
        "improvements",
        "risks",
        "audits",
        "auditfindings",
        "nonconformities",
        "actions",
        "managementreviews",
    ),
    "standards": ("standards", "normmatrix", "processapproach"),
    "handbook": ("handbook",),
    "documentcontrol": (
        "documentcontrol",
        "controlled",
        "current",
        "changes",
        "releases",
        "reviews",
        "documents",
        "decisions",
        "source",
        "sourcemap",
        "auditors",
        "howto",
        "registerhowto",
        "versioning",
        "fields",
        "rules",
        "rulesight",
    ),
    "glossary": ("glossary",),
}
"""The tabs in order and the pages under each, the first being the tab's own page."""


def navigation(
    handbook: Handbook,
    language: Language,
    addresses: Addresses,
    pages: Mapping[str, Page],
    *,
    written: Collection[str] = (),
) -> list[object]:
    """The navigation as MkDocs wants it; titles are safe HTML.

    ``pages`` are the generated pages by path and ``written`` the paths of the
    hand-written ones; only what is there gets an entry.
    """
    there = {*pages, *written}
    found: list[object] = []
    for tab in TABS:
        entries = list(_entries(tab, handbook, addresses, language, there))
        title = str(literal(language.label(f"tabs.{tab}")))
        if len(entries) == 1:
            found.append({title: entries[0][1]})
        elif entries:
            index, *rest = entries
            found.append({title: [index[1], *({name: path} for name, path in rest)]})
    return found


def _entries(
    tab: str, handbook: Handbook, addresses: Addresses, language: Language, there: Collection[str]
) -> Iterator[tuple[str, str]]:
    first, *others = TABS[tab]
    if addresses.page(first) in there:
        yield "", addresses.page(first)
    if tab == "processes":
        for group in handbook.groups.values():
            yield str(literal(group.name)), addresses.source(f"group:{group.id}") or ""
    if tab == "handbook":
        for chapter in handbook.chapters.values():
            if chapter.file in there and chapter.file != addresses.page(first):
                yield str(literal(chapter.title)), chapter.file
    for name in others:
        if addresses.page(name) in there:
            yield str(literal(language.label(f"menu.{name}"))), addresses.page(name)
