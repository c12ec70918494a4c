"""The preview of a proposal: its page, its diagrams before and after, and what a phone shows."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from generator.comparison import compared_between
from generator.publish.links import dead_links
from generator.reports.changes.html import report
from repository import MOVED, PEOPLE, Repository, buildable, make_repository
from tests.site.conftest import handbook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Visit = Callable[..., Page]
PAGE = "proposed-change.html"
MATRIX = "organisation/matrix.yml"
ROW = "  - group: care\n    process: clean-oven\n    cells:\n      baker: D\n"


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A branch on which another role does a step, and a process is gone."""
    repository = make_repository(tmp_path_factory.mktemp("proposed") / "bakery")
    repository.git("switch", "--quiet", "proposal")
    matrix = (repository.root / MATRIX).read_text(encoding="utf-8")
    assert ROW in matrix
    repository.commit("gone", {MOVED: None, MATRIX: matrix.replace(ROW, "")})
    return repository


@pytest.fixture(scope="module")
def preview(proposed: Repository) -> Path:
    done = handbook(buildable(proposed.root), "build", "--base", "main")
    assert done.returncode == 0, done.stdout + done.stderr
    return proposed.root / "site"


def test_every_changed_diagram_is_there_before_and_after(preview: Path) -> None:
    text = (preview / PAGE).read_text(encoding="utf-8")
    figures = re.findall(r'<figure class="drawing" id="([^"]+)">(.*?)</figure>', text, re.DOTALL)
    names = {name for name, _ in figures}
    assert {"before-activity-bake-bread", "activity-bake-bread"} <= names
    assert {"before-activity-clean-oven", "before-landscape", "landscape"} <= names
    assert "activity-clean-oven" not in names
    assert "activity-sell-loaves" not in names
    for name, figure in figures:
        assert figure.count("<svg") == 1, name
        assert 'class="as-text"' in figure, name
    assert "This diagram is removed" in text
    own = [link for link in dead_links(preview) if not link.page.startswith("versions/")]
    assert own == []


def test_the_page_says_what_changes(preview: Path) -> None:
    text = (preview / PAGE).read_text(encoding="utf-8")
    assert "Step &#39;Mix dough&#39;&#58; role was &#39;baker&#39;, is &#39;helper&#39;" in text
    assert '<a href="processes/bake-bread.html">Bake bread</a>' in text
    assert not any(person.name in text or person.address in text for person in PEOPLE)


def test_the_links_of_the_comment_lead_to_the_diagrams(proposed: Repository, preview: Path) -> None:
    address = "https://preview.example"
    done = handbook(proposed.root, "comment", "--base", "main", "--preview", address)
    assert done.returncode == 0, done.stderr
    anchors = re.findall(rf"<{address}/{re.escape(PAGE)}#([^>]+)>", done.stdout)
    assert "diagram-activity-clean-oven" in anchors
    text = (preview / PAGE).read_text(encoding="utf-8")
    assert all(f'id="{anchor}"' in text for anchor in anchors)


def test_two_columns_and_one_on_a_phone(preview: Path, visit: Visit) -> None:
    for width, columns in ((1440, 2), (390, 1)):
        page = visit(preview, f"{PAGE}#diagram-activity-bake-bread", width=width)
        beside = page.locator("#diagram-activity-bake-bread + .beside > div")
        places = [beside.nth(number).bounding_box() for number in (0, 1)]
        assert len({round(place["x"]) for place in places if place}) == columns
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_accessible_in_both_palettes(preview: Path, visit: Visit) -> None:
    for dark in (False, True):
        page = visit(preview, PAGE, dark=dark)
        assert serious(page) == [], f"dark: {dark}"


def test_a_difference_as_a_page_is_accessible(
    proposed: Repository, tmp_path: Path, visit: Visit
) -> None:
    text = report(compared_between(proposed.root, "first", "main"))
    (tmp_path / "difference.html").write_text(text, encoding="utf-8")
    for width, dark in ((1440, False), (390, True)):
        page = visit(tmp_path, "difference.html", width=width, dark=dark)
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_site_that_is_no_proposal_has_no_such_page(proposed: Repository) -> None:
    done = handbook(proposed.root, "generate")
    assert done.returncode == 0, done.stderr
    assert not (proposed.root / "build" / "staging" / "proposed-change.md").exists()


def serious(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [
        (item["id"], item["nodes"][0]["failureSummary"])
        for item in found
        if item["impact"] in ("serious", "critical")
    ]
