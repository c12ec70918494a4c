"""Every register on the built site: its page, its files and the search, opened from a folder."""

import csv
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from generator.addresses import Addresses, html_of, register_files
from generator.language import LANGUAGES, language
from generator.load import load
from generator.model.handbook import Handbook
from generator.model.registers import REGISTERS, items

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Visit = Callable[..., Page]

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted({register.page for register in REGISTERS.values()})
SAYS_SO = {"nl": r"nog niet|nog geen", "en": r"nothing|no .* yet|not yet|not been measured"}
"""How a page says that there is nothing in its register."""

_NOT_IN_WORDS = {"matrix", "measurements", "reviews", "coverage"}
"""Registers of numbers, letters and references, in which no line has a text of its own."""


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request: pytest.FixtureRequest) -> tuple[Path, Handbook]:
    """Both sites with what they were made from: the invented library is in English."""
    if request.param == "en":
        return request.getfixturevalue("library_site"), request.getfixturevalue("library")
    handbook = load(ROOT).handbook
    assert handbook is not None
    return request.getfixturevalue("handbook_site"), handbook


def address(handbook: Handbook, page: str) -> str:
    words = language(handbook.organisation.language)
    return html_of(Addresses(handbook, words).page(page))


@pytest.mark.parametrize("page", PAGES)
def test_a_register_opens_shows_its_lines_and_leads_to_its_files(
    built: tuple[Path, Handbook], visit: Visit, page: str
) -> None:
    site, handbook = built
    opened = visit(site, address(handbook, page))
    shown = " ".join(opened.locator("main").inner_text().split())
    names = [name for name, register in REGISTERS.items() if register.page == page]
    count = sum(len(list(items(handbook, name))) for name in names)
    if count:
        assert opened.locator("main table, main h3, main article").count()
    else:
        assert re.search(SAYS_SO[handbook.organisation.language], shown), shown[:500]
    links = opened.locator("main .downloads a").evaluate_all("all => all.map(one => one.href)")
    files = [Path(unquote(urlsplit(link).path)).relative_to(site).as_posix() for link in links]
    assert files == [file for name in names for file in register_files(name).values()]


@pytest.mark.parametrize("name", REGISTERS)
def test_the_files_of_a_register_are_sound(built: tuple[Path, Handbook], name: str) -> None:
    site, handbook = built
    count = len(list(items(handbook, name)))
    data, schema = (_json(site, name, kind) for kind in ("json", "schema"))
    assert (data["register"], len(data["items"])) == (name, count)
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    with (site / register_files(name)["csv"]).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, strict=True)
    assert len(rows) == count
    assert {len(row) for row in rows} <= {len(head)}


def _json(site: Path, name: str, kind: str) -> Any:
    return json.loads((site / register_files(name)[kind]).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", REGISTERS)
def test_the_address_of_a_line_leads_to_it(built: tuple[Path, Handbook], name: str) -> None:
    site, _ = built
    lines = _json(site, name, "json")["items"]
    for line in lines[:: max(1, len(lines) // 20)]:
        path, _, anchor = str(line["url"]).partition("#")
        text = (site / path).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in text, line["url"]


@pytest.mark.parametrize("name", sorted({*REGISTERS} - _NOT_IN_WORDS))
def test_the_search_knows_every_line(built: tuple[Path, Handbook], name: str) -> None:
    """The index holds the words of the line, in a section of the page that its address names."""
    site, _ = built
    found = _indexed(site)
    for line in _json(site, name, "json")["items"]:
        page = str(line["url"]).partition("#")[0]
        told = line.get("name") or line.get("title") or line.get("term") or line.get("text")
        told = told or line.get("what") or line.get("how") or line.get("excluded") or ""
        assert _words(str(told)) in found.get(page, ""), (page, told)


@cache
def _indexed(site: Path) -> dict[str, str]:
    """The words that the search knows of each page."""
    data = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for entry in data["docs"]:
        page = entry["location"].partition("#")[0]
        found[page] = f"{found.get(page, '')} {_words(entry['title'])} {_words(entry['text'])}"
    return found


def _words(text: str) -> str:
    plain = re.sub(r"<[^>]+>", " ", text)
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(name, sign)
    return " ".join(re.findall(r"\w+", plain.lower()))


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("bicycle", "improving/complaints-and-nonconformities.html"),
        ("invoices", "improving/audit-findings.html"),
        ("copy outside the building", "improving/risks.html"),
        ("tea corner", "improving/improvements.html"),
        ("telephone", "improving/corrective-actions.html"),
        ("audit by the board", "improving/audits.html"),
        ("review of 2025", "improving/management-reviews.html"),
        ("publishers", "standards/clause-matrix.html"),
        ("catalogue one can trust", "measuring/scorecard.html"),
        ("interaction", "standards/iso-9001-2015"),
        ("loan slip", "document-control/documents.html"),
    ],
)
def test_the_search_leads_to_the_line(
    library_site: Path, visit: Visit, words: str, link: str
) -> None:
    page = visit(library_site, "index.html")
    found = _search(page, words)
    assert [one for one in found if f"/{link}" in one], found


def _search(page: Page, words: str) -> list[str]:
    """Types words into the search box and returns where the first answers lead."""
    box, results = page.locator("input.md-search__input"), page.locator(".md-search-result__item a")
    for _ in range(20):
        box.click()
        box.fill("")
        box.press_sequentially(words)
        page.wait_for_timeout(500)
        if results.count():
            links = results.evaluate_all("all => all.map(one => one.href)")
            return [str(link) for link in links[:12]]
    pytest.fail(f"no answer to {words}")
