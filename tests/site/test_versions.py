"""Document control on the site of a repository with a past: what is in force, what changed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from repository import Repository, buildable, detached, make_repository, shallow_clone, without_git
from tests.site.conftest import handbook

pytestmark = pytest.mark.slow

Visit = Callable[..., Page]

CONTROL = "document-control"
CURRENT = f"{CONTROL}/is-this-the-current-version.html"
CHANGES = f"{CONTROL}/changes.html"
REVIEWS = f"{CONTROL}/reviews.html"
NEW = (f"{CONTROL}/controlled-documents.html", CURRENT, CHANGES, REVIEWS, f"{CONTROL}/index.html")
NEVER = "No. There is no approved version of Clean oven."
NO_GIT = "made without the git history"
PART = "made with a part of the git history"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Three releases, two branches and a merge."""
    return make_repository(tmp_path_factory.mktemp("bakery") / "main")


@pytest.fixture(scope="module")
def bakery(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the newest commit."""
    target = tmp_path_factory.mktemp("built") / "bakery"
    repository.git("clone", "--quiet", str(repository.top), str(target))
    root = buildable(target)
    done = handbook(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def staged(root: Path, name: str) -> str:
    """A page of the staging tree, made by the command line."""
    done = handbook(buildable(root), "generate")
    assert done.returncode == 0, done.stdout + done.stderr
    page = root / "build" / "staging" / name.replace(".html", ".md")
    return page.read_text(encoding="utf-8")


def versions(site: Path) -> dict[str, dict[str, object]]:
    """What other programs are told, by process."""
    data = json.loads((site / "api" / "v1" / "versions.json").read_text(encoding="utf-8"))
    return {item["id"]: item for item in data["processes"]}


def test_other_programs_are_told_what_is_in_force(bakery: Path, repository: Repository) -> None:
    found = versions(bakery)
    told = {name: (item["in_force"], item["concept"]) for name, item in found.items()}
    assert told == {
        "bake-bread": ("1.0", "1.1"),
        "clean-oven": (None, "0.3"),
        "sell-loaves": ("1.0", None),
    }
    several = found["bake-bread"]["versions"]
    assert isinstance(several, list)
    assert [item["commit"] for item in several] == [
        repository.commits[name] for name in ("first", "merge", "approved", "changed")
    ]


def test_a_shallow_clone_says_what_it_cannot_know(repository: Repository, tmp_path: Path) -> None:
    root = shallow_clone(repository, tmp_path / "shallow")
    changes = staged(root, CHANGES)
    assert PART in changes
    assert "outside the part of the git history" in changes
    assert PART in (root / "build/staging" / CURRENT.replace(".html", ".md")).read_text("utf-8")


def test_without_git_the_recorded_lines_stay(repository: Repository, tmp_path: Path) -> None:
    root = without_git(repository, tmp_path / "zip")
    changes = staged(root, CHANGES)
    assert NO_GIT in changes
    assert "A still hotter oven" in changes
    assert "log__changes" not in changes
    process = (root / "build/staging/processes/bake-bread.md").read_text("utf-8")
    assert "commit unknown" in process
    assert NO_GIT in process


def test_a_detached_head_is_a_past_like_any_other(tmp_path: Path) -> None:
    own = make_repository(tmp_path / "detached")
    root = detached(own, "approved")
    text = staged(root, "processes/bake-bread.html")
    assert own.commits["approved"][:8] in text
    found = versions(root / "build" / "staging")
    assert found["bake-bread"]["in_force"] == "1.0"
    assert found["clean-oven"]["in_force"] is None


def test_an_edited_file_is_changed_since_the_commit(tmp_path: Path) -> None:
    own = make_repository(tmp_path / "edited")
    file = next(own.root.glob("processes/*/clean-oven.yml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('version: "0.3"', 'version: "0.4"', 1), encoding="utf-8")
    log = "changes:\n"
    line = f'{log}  - version: "0.4"\n    date: 2024-03-05\n    kind: content\n    what: Edited\n'
    file.write_text(file.read_text("utf-8").replace(log, line, 1), encoding="utf-8")
    page = staged(own.root, "processes/clean-oven.html")
    assert f"changed since commit {own.commits['changed'][:8]}" in page
    assert "This version is not on the main line yet." in page
    same = (own.root / "build/staging/processes/sell-loaves.md").read_text("utf-8")
    assert "changed since commit" not in same


@pytest.mark.browser
@pytest.mark.parametrize(
    ("question", "answer", "look"),
    [
        ("bake-bread@1.0", "Yes. Version 1.0 of Bake bread is the version in force.", "yes"),
        (
            "bake-bread@1.1",
            "No. Version 1.1 of Bake bread is not in force. The version in force is 1.0.",
            "no",
        ),
        (
            "clean-oven@0.1",
            f"{NEVER} Version 0.1: replaced draft. The newest draft is 0.3.",
            "no",
        ),
        (
            "clean-oven@0.3",
            f"{NEVER} Version 0.3: draft, not approved.",
            "no",
        ),
        (
            "bake-bread@9.9",
            "No. Version 9.9 of Bake bread is not known here. The version in force is 1.0.",
            "no",
        ),
        ("knead@1.0", "No. This document is not known here: knead.", "no"),
        ("constructor@1.0", "No. This document is not known here: constructor.", "no"),
        (
            "bake-bread@toString",
            "No. Version toString of Bake bread is not known here. The version in force is 1.0.",
            "no",
        ),
        (
            "%3Cimg%20src=x%20onerror=alert(1)%3E@1",
            "No. This document is not known here: <img src=x onerror=alert(1)>.",
            "no",
        ),
        ("%E0%A4%A@1", "No. This document is not known here: %E0%A4%A.", "no"),
    ],
)
def test_the_answer_is_one_sentence_on_top(
    bakery: Path, visit: Visit, question: str, answer: str, look: str
) -> None:
    page = visit(bakery, f"{CURRENT}#{question}", width=390)
    box = page.locator("[data-versions]")
    assert box.inner_text() == answer
    assert f"answer-box--{look}" in (box.get_attribute("class") or "")
    page.wait_for_timeout(300)
    place = box.bounding_box()
    assert place is not None
    assert 0 <= place["y"] < 800


@pytest.mark.browser
def test_an_obsolete_document_and_one_of_later(library_site: Path, visit: Visit) -> None:
    page = visit(library_site, f"{CURRENT}#weed-shelves@1.0")
    box = page.locator("[data-versions]")
    assert box.inner_text() == "No. Weed the shelves is obsolete: do not use it."
    page.clock.set_fixed_time("2026-02-01T12:00:00Z")
    page.evaluate("location.hash = '#lend-book@1.1'")
    page.wait_for_timeout(200)
    assert box.inner_text() == (
        "Not yet. Version 1.1 of Lend a book is approved and in force from 2026-02-03."
    )
    page.clock.set_fixed_time("2026-02-03T12:00:00Z")
    page.reload()
    assert box.inner_text() == "Yes. Version 1.1 of Lend a book is the version in force."


@pytest.mark.browser
def test_the_question_on_a_page_leads_to_its_own_answer(bakery: Path, visit: Visit) -> None:
    page = visit(bakery, "processes/bake-bread.html")
    page.locator(".notice a").click()
    page.wait_for_url("**/is-this-the-current-version.html#bake-bread@1.1")
    assert page.locator("[data-versions]").inner_text().startswith("No. Version 1.1")


@pytest.mark.browser
def test_without_a_script_everything_is_there(bakery: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((bakery / CURRENT).as_uri() + "#clean-oven@0.1")
    row = page.locator("tr", has=page.locator("[id='clean-oven@0.1']"))
    assert "there is no approved version" in row.inner_text()
    assert page.locator("[id='clean-oven@0.1']").inner_text().startswith("0.1 replaced draft")
    page.goto((bakery / CHANGES).as_uri())
    assert page.locator("form[data-filters]").is_hidden()
    assert page.locator(".log__entry:visible").count() == 10
    context.close()


@pytest.mark.browser
def test_changes_are_chosen_by_process_role_and_period(bakery: Path, visit: Visit) -> None:
    page = visit(bakery, CHANGES)
    shown, count = page.locator(".log__entry:visible"), page.locator(".filters__count")
    assert (shown.count(), count.inner_text()) == (10, "10 of 10 changes")
    page.locator("#choose-process").select_option(label="Clean oven")
    assert (shown.count(), count.inner_text()) == (3, "3 of 10 changes")
    page.get_by_label("From", exact=True).fill("2024-02-02")
    assert (shown.count(), count.inner_text()) == (1, "1 of 10 changes")
    page.get_by_label("Until", exact=True).fill("2024-02-01")
    assert shown.count() == 0
    assert count.inner_text().startswith("No changes found")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_timeout(100)
    assert (shown.count(), count.inner_text()) == (10, "10 of 10 changes")
    assert count.get_attribute("aria-live") == "polite"


@pytest.mark.browser
def test_a_role_finds_the_changes_about_it(bakery: Path, visit: Visit) -> None:
    page = visit(bakery, CHANGES)
    choice = page.locator("#choose-role")
    roles = choice.locator("option").evaluate_all("all => all.map(option => option.value)")
    assert len(roles) > 2
    total = page.locator(".log__entry").count()
    for role in filter(None, roles):
        choice.select_option(role)
        shown = page.locator(".log__entry:visible")
        assert 0 < shown.count() <= total
        several = shown.evaluate_all("all => all.map(entry => entry.dataset.roles.split(' '))")
        assert all(role in names for names in several)


@pytest.mark.browser
def test_what_was_found_unfolds(bakery: Path, visit: Visit) -> None:
    page = visit(bakery, f"{CHANGES}")
    entry = page.locator(".log__entry", has_text="A hotter oven")
    assert entry.locator("li").first.is_hidden()
    entry.locator("summary").click()
    assert entry.locator("li").first.is_visible()


@pytest.mark.browser
def test_each_status_has_its_own_border_in_both_palettes_and_on_paper(
    library_site: Path, visit: Visit
) -> None:
    pages = {"lend-book": "solid", "buy-book": "dashed", "weed-shelves": "double"}
    border = "getComputedStyle(document.querySelector('.md-content__inner')).borderLeftStyle"
    notice = "getComputedStyle(document.querySelector('.control--paper > .control__notice'))"
    for name, style in pages.items():
        for dark in (False, True):
            page = visit(library_site, f"processes/{name}.html", dark=dark)
            assert page.evaluate(border) == style
            page.emulate_media(media="print")
            assert page.evaluate(border) == style
            assert page.evaluate(f"{notice}.borderTopStyle") == style
            assert page.locator(".control--paper .control__notice").is_visible()


@pytest.mark.browser
def test_a_print_says_that_it_is_not_controlled(bakery: Path, visit: Visit) -> None:
    page = visit(bakery, "processes/bake-bread.html")
    paper = page.locator(".control--paper")
    assert paper.is_hidden()
    page.emulate_media(media="print")
    text = paper.inner_text()
    for words in ("Uncontrolled copy", "bake-bread@1.1", "Draft: not approved yet.", "commit "):
        assert words in text
    assert paper.locator("span.ask").is_hidden()
    assert page.locator(".log details").first.is_hidden()


@pytest.mark.browser
def test_only_controlled_pages_have_a_record(bakery: Path, repository: Repository) -> None:
    commit = repository.commits["changed"][:8]
    for path in bakery.glob("*/*.html"):
        text = path.read_text(encoding="utf-8")
        is_controlled = 'class="state-of' in text and "facts--control" in text
        assert is_controlled != (f"State of the handbook: commit {commit}" in text), path
        assert is_controlled == (path.stem in versions(bakery)), path


@pytest.mark.browser
def test_the_calendar_groups_itself_by_the_day_of_reading(library_site: Path, visit: Visit) -> None:
    page = visit(library_site, REVIEWS)
    groups = page.locator(".calendar__group")
    for day, group in (
        ("2026-06-02", "Overdue"),
        ("2026-06-01", "Due: within 30 days"),
        ("2026-04-20", "Soon: within 60 days"),
        ("2026-03-01", "Later"),
    ):
        page.clock.set_fixed_time(f"{day}T12:00:00Z")
        page.reload()
        assert groups.all_inner_texts() == [group]


@pytest.mark.browser
@pytest.mark.parametrize("path", [*NEW, "processes/bake-bread.html"])
def test_pages_are_accessible_and_fit(bakery: Path, visit: Visit, path: str) -> None:
    for dark, width in ((False, 390), (True, 1440)):
        question = "#bake-bread@1.1" if path == CURRENT else ""
        page = visit(bakery, path + question, width=width, dark=dark)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        found = Axe().run(page).response["violations"]
        serious = [
            (item["id"], item["nodes"][0]["failureSummary"])
            for item in found
            if item["impact"] in ("serious", "critical")
        ]
        assert serious == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
