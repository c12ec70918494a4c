"""The site in a real browser, opened from the file system as an auditor's USB stick is."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from generator.publish.links import dead_links

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Visit = Callable[..., Page]

KINDS = (
    "index.html",
    "processen/index.html",
    "processen/service.html",
    "processen/landschap.html",
    "processen/legenda.html",
    "processen/incident-beheren.html",
    "processen/maatwerkoplossing-geven.html",
    "processen/indelingen.html",
    "noodkaarten/incident-beheren.html",
    "noodkaarten/incident-beheren-los.html",
    "objecten/index.html",
    "objecten/ticket.html",
    "functies/index.html",
    "functies/system-engineer-sr.html",
    "functies/verantwoordelijkheidsmatrix.html",
    "functies/takenmatrix.html",
    "functies/afdelingen/index.html",
    "functies/afdelingen/development.html",
    "systemen/index.html",
    "systemen/network.html",
    "meten/index.html",
    "meten/knelpunten.html",
    "meten/signaleringen.html",
    "meten/prestatie-indicatoren/index.html",
    "meten/prestatie-indicatoren/inc-aantal-incidenten.html",
    "handboek/index.html",
    "handboek/besturing.html",
    "documentbeheer/index.html",
    "documentbeheer/documenten.html",
    "documentbeheer/te-beslissen.html",
    "documentbeheer/tegenstrijdigheden.html",
    "documentbeheer/bronverantwoording.html",
    "documentbeheer/veldenlijst.html",
    "documentbeheer/wijzigingen.html",
    "documentbeheer/geldende-documenten.html",
    "documentbeheer/is-dit-de-geldende-versie.html",
    "documentbeheer/beoordelingen.html",
    "documentbeheer/zo-wijzigt-u-een-proces.html",
    "normen/index.html",
    "normen/normmatrix.html",
    "normen/procesbenadering.html",
    "normen/iso-9001-2015/7-5-3.html",
    "verbeteren/index.html",
    "verbeteren/risicos.html",
    "verbeteren/audits.html",
    "meten/scorecard.html",
    "systemen/uitval.html",
    "systemen/architectuur.html",
    "functies/organisatie.html",
    "documentbeheer/registers-bijhouden.html",
    "controleregels/index.html",
    "controleregels/f104.html",
    "controleregels/b101.html",
    "controleregels/k102.html",
    "woordenlijst.html",
)


LONG = frozenset(
    f"documentbeheer/{name}.html"
    for name in ("tegenstrijdigheden", "bronverantwoording", "veldenlijst", "te-beslissen")
)
"""Pages of hundreds of equal lines: their colours are those of other pages, and take minutes."""

DARK = (
    "index.html",
    "processen/back-up-controleren.html",
    "functies/verantwoordelijkheidsmatrix.html",
    "verbeteren/risicos.html",
    "normen/iso-9001-2015/7-5-3.html",
    "documentbeheer/index.html",
    "controleregels/f104.html",
)
"""Pages that together hold every sort of thing that has a colour of its own in the dark."""


@pytest.mark.parametrize("path", KINDS)
def test_no_serious_accessibility_violation(handbook_site: Path, visit: Visit, path: str) -> None:
    options = {"rules": {"color-contrast": {"enabled": path not in LONG}}}
    assert _serious(visit(handbook_site, path), options) == []


@pytest.mark.parametrize("path", DARK)
def test_enough_contrast_in_the_dark(handbook_site: Path, visit: Visit, path: str) -> None:
    page = visit(handbook_site, path, dark=True)
    assert _serious(page, {"runOnly": ["color-contrast"]}) == []


def _serious(page: Page, options: dict[str, object]) -> list[tuple[object, ...]]:
    found = Axe().run(page, options=options).response["violations"]
    return [
        (item["id"], item["nodes"][0]["target"], item["nodes"][0]["failureSummary"])
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("path", KINDS)
def test_nothing_sticks_out(handbook_site: Path, visit: Visit, path: str) -> None:
    for width, height in ((390, 844), (1440, 900)):
        page = visit(handbook_site, path, width=width, height=height)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_first_step_within_two_taps_and_one_screen(handbook_site: Path, visit: Visit) -> None:
    names = [path.stem for path in sorted((handbook_site / "processen").glob("*.html"))]
    processes = [name for name in names if f'id="step-' in _text(handbook_site, name)]
    assert len(processes) == 8
    for name in processes:
        page = visit(handbook_site, "index.html", width=390, height=844)
        page.locator(f'.md-content a[href="processen/{name}.html"]').first.click()
        step = page.locator('[id^="step-"]').first
        top = step.bounding_box()
        if top is None or top["y"] > 844:
            page.locator("a.action--jump").click()
            page.wait_for_timeout(400)
            top = step.bounding_box()
        assert top is not None
        assert 0 <= top["y"] < 844, name


def _text(site: Path, name: str) -> str:
    return (site / "processen" / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("tickets", "objecten/ticket.html"),
        ("storingen", "processen/incident-beheren.html"),
        ("Ticket classificeren", "processen/incident-beheren.html"),
        ("servers registreren", "processen/nieuwe-klantomgeving-opleveren.html"),
        ("salesmedewerker", "functies/salesmedewerker.html"),
        ("vsphere", "systemen/vmware-vsphere-client.html"),
        ("leverbetrouwbaarheid", "meten/prestatie-indicatoren/"),
        ("nulmetingen", "woordenlijst.html"),
    ],
)
def test_search_finds_other_forms_of_a_word(
    handbook_site: Path, visit: Visit, words: str, page: str
) -> None:
    opened = visit(handbook_site, "index.html")
    said = _search(opened, words)
    assert "overeenkomend" in said
    found = opened.locator(".md-search-result__item > a:first-child")
    links = found.evaluate_all("all => all.map(link => link.href)")
    assert [link for link in links[:8] if f"/{page}" in link], links[:8]


def test_search_misses_what_is_not_there(handbook_site: Path, visit: Visit) -> None:
    page = visit(handbook_site, "index.html")
    assert _search(page, "zeppelin") == "Geen overeenkomende documenten"
    assert page.locator(".md-search-result__item").count() == 0


def _search(page: Page, words: str) -> str:
    """Types words into the search box and returns what it says when it has an answer."""
    box, said = page.locator("input.md-search__input"), page.locator(".md-search-result__meta")
    waiting = ("Typ om te beginnen met zoeken", "Zoeken initialiseren", "")
    for _ in range(20):
        box.click()
        box.fill("")
        box.press_sequentially(words)
        page.wait_for_timeout(500)
        if said.inner_text() not in waiting:
            return said.inner_text()
    pytest.fail(f"no answer to {words}: {said.inner_text()}")


def test_no_dead_link_or_anchor(handbook_site: Path, library_site: Path) -> None:
    assert dead_links(handbook_site) == ()
    assert dead_links(library_site) == ()


def test_no_page_asks_another_host(handbook_site: Path) -> None:
    wanted = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=["']?https?:""")
    for path in handbook_site.rglob("*.html"):
        assert not wanted.search(path.read_text(encoding="utf-8")), path


def test_the_edit_link_leads_to_the_file_that_made_the_page(handbook_site: Path) -> None:
    cases = {
        "processen/incident-beheren.html": "processes/service/incident-beheren.yml",
        "functies/klant.html": "organisation/roles.yml",
        "systemen/network.html": "organisation/systems.yml",
        "meten/knelpunten.html": "quality/bottlenecks.yml",
        "woordenlijst.html": "organisation/glossary.yml",
        "handboek/besturing.html": "docs/handboek/besturing.md",
    }
    for page, file in cases.items():
        text = (handbook_site / page).read_text(encoding="utf-8")
        assert re.search(rf'href="[^"]*/{re.escape(file)}"[^>]*class="md-content__button', text), (
            page
        )


def test_every_diagram_is_in_its_page_with_links_and_text(handbook_site: Path) -> None:
    data = json.loads((handbook_site / "api/v1/handbook.json").read_text(encoding="utf-8"))
    for process in data["processes"]:
        text = (handbook_site / process["url"]).read_text(encoding="utf-8")
        assert text.count('<div class="diagram"><svg') == 3, process["id"]
        assert "data-diagram=" not in text
        assert text.count("Lees als tekst") == 3
        for step in process["steps"]:
            assert f'href="#step-{step["id"]}"' in text or f'#step-{step["id"]}"' in text


def test_a_loose_card_needs_nothing_else(handbook_site: Path, visit: Visit, tmp_path: Path) -> None:
    cards = sorted((handbook_site / "noodkaarten").glob("*-los.html"))
    assert len(cards) == 3
    for card in cards:
        text = card.read_text(encoding="utf-8")
        assert not re.search(r"""(?:src|href)=["'](?!#|https:|mailto:)""", text)
        (tmp_path / card.name).write_text(text, encoding="utf-8")
        page = visit(tmp_path, card.name)
        assert page.locator("h1").count() == 1


def test_print_begins_with_the_document_data(handbook_site: Path, visit: Visit) -> None:
    page = visit(handbook_site, "processen/incident-beheren.html")
    page.emulate_media(media="print")
    data = page.locator(".control, .document-data").first.bounding_box()
    steps = page.locator('[id^="step-"]').first.bounding_box()
    assert data is not None
    assert steps is not None
    assert data["y"] < steps["y"]


def test_a_wide_table_scrolls_and_sorts(handbook_site: Path, visit: Visit) -> None:
    page = visit(handbook_site, "functies/index.html")
    first = page.locator("tbody tr").first
    before = first.inner_text()
    page.locator("thead button").first.click()
    page.locator("thead button").first.click()
    assert first.inner_text() != before


def test_nothing_of_the_pictures_depends_on_the_palette(handbook_site: Path, visit: Visit) -> None:
    colours = []
    for dark in (False, True):
        page = visit(handbook_site, "processen/incident-beheren.html", dark=dark)
        shown = "getComputedStyle(document.querySelector('.diagram svg text')).fill"
        colours.append(page.evaluate(shown))
    assert colours[0] != colours[1]


def test_a_signal_leads_to_its_step_and_to_its_rule(handbook_site: Path, visit: Visit) -> None:
    page = visit(handbook_site, "meten/signaleringen.html#process-incident-beheren")
    rows = page.locator(
        "#process-incident-beheren ~ div tbody tr, #process-incident-beheren ~ * tr"
    )
    row = rows.filter(has=page.locator('a[href*="incident-beheren.html#step-"]')).first
    row.locator('a[href*="controleregels/"]').click()
    page.wait_for_url(re.compile(r"/controleregels/[a-z][0-9]{3}\.html$"))
    page.locator("pre.example mark").first.wait_for()
    assert page.locator("h2#bad").is_visible()


def test_the_examples_of_rules_do_not_answer_a_search(handbook_site: Path, visit: Visit) -> None:
    page = visit(handbook_site, "index.html")
    page.locator("input.md-search__input").fill("fietsenmakerij")
    page.wait_for_timeout(1500)
    assert page.locator(".md-search-result__link").count() == 0
