"""The tab tree: eight tabs, an index a group, nothing that is not there."""

from collections.abc import Iterable

from generator.model.handbook import Handbook
from generator.pages import pages_of
from generator.pages.navigation import TABS, navigation
from generator.pages.page import Page, Site


def _paths(tree: Iterable[object]) -> list[str]:
    found: list[str] = []
    for entry in tree:
        if isinstance(entry, str):
            found.append(entry)
        elif isinstance(entry, dict):
            for value in entry.values():
                found += _paths([value] if isinstance(value, str) else value)
    return found


def _tree(site: Site, pages: dict[str, Page], written: tuple[str, ...] = ()) -> list[object]:
    return navigation(site.handbook, site.language, site.addresses, pages, written=written)


def _pages(site: Site) -> dict[str, Page]:
    return pages_of(site)


def test_every_entry_is_there_and_stands_once(site: Site) -> None:
    pages = _pages(site)
    paths = _paths(_tree(site, pages))
    assert set(paths) <= set(pages)
    assert len(paths) == len(set(paths))


def test_no_page_of_a_single_thing_is_in_the_tree(site: Site) -> None:
    paths = _paths(_tree(site, _pages(site)))
    for process in site.handbook.processes.values():
        assert site.addresses.source(f"process:{process.id}") not in paths
    assert "processes/lending.md" in paths


def test_hand_written_chapters_get_their_place(site: Site, library: Handbook) -> None:
    files = tuple(chapter.file for chapter in library.chapters.values())
    paths = _paths(_tree(site, _pages(site), written=files))
    assert set(files) <= set(paths)


def test_tabs_stand_in_order(site: Site) -> None:
    titles = [next(iter(tab)) for tab in _tree(site, _pages(site)) if isinstance(tab, dict)]
    assert titles == [site.label(f"tabs.{tab}") for tab in TABS]


def test_an_empty_handbook_has_no_tabs(site: Site) -> None:
    assert _tree(site, {}) == [] or all(
        "lending" in path or "acquisition" in path for path in _paths(_tree(site, {}))
    )
