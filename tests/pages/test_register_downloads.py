"""Every register can be taken away from the page that shows it."""

import re
from posixpath import dirname, join, normpath

import pytest

from generator.addresses import register_files
from generator.model.registers import REGISTERS, items
from generator.pages import pages_of
from generator.pages.page import Page, Site
from generator.pages.register_downloads import downloads_on
from generator.pipeline import files_of_registers

_FILE = re.compile(r'href="([^"]*api/v1/registers/[^"]*)"')


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    return pages_of(site)


def files_on(page: Page) -> list[str]:
    """The addresses of the files that a page leads to, from the root of the site."""
    return [normpath(join(dirname(page.path), found)) for found in _FILE.findall(page.content)]


@pytest.mark.parametrize("name", REGISTERS)
def test_the_page_of_a_register_leads_to_its_files(
    pages: dict[str, Page], site: Site, name: str
) -> None:
    found = files_on(pages[site.addresses.page(REGISTERS[name].page)])
    assert set(register_files(name).values()) <= set(found)
    assert len(found) == len(set(found))


def test_every_file_that_a_page_leads_to_is_made(pages: dict[str, Page], site: Site) -> None:
    made = files_of_registers(site)
    found = {file for page in pages.values() for file in files_on(page)}
    assert found == set(made)
    assert len(found) == 3 * len(REGISTERS)


def test_one_page_lists_them_all(pages: dict[str, Page], site: Site) -> None:
    page = pages[site.addresses.page("documentcontrol")]
    assert files_on(page) == [file for name in REGISTERS for file in register_files(name).values()]
    counts = [str(len(list(items(site.handbook, name)))) for name in REGISTERS]
    assert re.findall(r'data-label="Lines">(\d+)<', page.content) == counts


def test_what_is_no_register_has_no_downloads(pages: dict[str, Page], site: Site) -> None:
    assert downloads_on("roles/librarian.md", site) == ""
    assert files_on(pages["roles/librarian.md"]) == []


def test_a_link_says_of_which_register_it_is(pages: dict[str, Page]) -> None:
    assert 'aria-label="Risks: CSV">CSV</a>' in pages["improving/risks.md"].content


def test_an_empty_register_can_be_had_too(bakery_pages: Site) -> None:
    found = pages_of(bakery_pages)
    page = found[bakery_pages.addresses.page("risks")]
    assert "api/v1/registers/risks.csv" in page.content
    text = files_of_registers(bakery_pages)["api/v1/registers/risks.csv"]
    assert text.startswith("Id,Name,")
    assert text.count("\r\n") == 1
