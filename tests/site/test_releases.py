"""Releases from a real repository to a real browser: banner, switcher, paper, search, manifest."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

import repository as stories
from generator.control.fingerprint import fingerprint
from generator.language import language
from generator.load import load_texts
from generator.publish.facts import read_facts
from generator.publish.links import dead_links
from generator.publish.manifest import is_whole, read_manifest
from repository import BAKE, RELEASES, Repository, buildable, make_repository, shallow_clone
from repository import without_git as copy_without_git
from tests.site.conftest import ROOT, handbook
from tests.site.test_build import digest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Visit = Callable[..., Page]

BROKEN_REFERENCE = "owner: nobody-we-know"
ODD_CHAPTER = "---\nrender_macros: true\n---\n# Odd\n\n{{ of_another_time() }}\n"


def lines(name: str, commit: str) -> str:
    return f"- id: {name}\n  name: Release {name}\n  commit: {commit}\n  date: 2024-01-09\n"


def extended(top: Path) -> Repository:
    """The story, and: a second approval, and releases of what today's rules and reader refuse."""
    bakery = make_repository(top)
    approved = _approved((bakery.root / BAKE).read_text(encoding="utf-8"))
    bakery.commit("approved again", {BAKE: approved}, who=stories.APPROVER)
    odd = approved.replace("owner: baker", BROKEN_REFERENCE)
    bakery.git("switch", "--quiet", "--create", "oddities")
    bakery.commit("odd", {BAKE: odd, "docs/odd.md": ODD_CHAPTER})
    bakery.commit("unreadable", {BAKE: "name: [", "docs/odd.md": None})
    bakery.git("switch", "--quiet", "main")
    more = lines("odd", bakery.commits["odd"]) + lines("unreadable", bakery.commits["unreadable"])
    bakery.commit("listed", {RELEASES: _listed(bakery) + more})
    return bakery


def _approved(text: str) -> str:
    """Version 1.1 of a process approved as it stands, as version 2.0."""
    (process,) = load_texts({BAKE: text}).readable.processes.values()
    control = f"""\
  version: "2.0"
  status: approved
  effective: 2024-03-03
  approved:
    by: shopkeeper
    date: 2024-03-03
    fingerprint: {fingerprint(process)}
"""
    line = """\
changes:
  - version: "2.0"
    date: 2024-03-03
    kind: approval
    what: Approved again
"""
    return text.replace('  version: "1.1"\n', control, 1).replace("changes:\n", line, 1)


def _listed(bakery: Repository) -> str:
    return (bakery.root / RELEASES).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository whose site is built, releases included; ``build.log`` is what was said."""
    found = extended(tmp_path_factory.mktemp("releases") / "bakery")
    done = handbook(buildable(found.root), "build")
    assert done.returncode == 0, done.stderr
    (found.root / "build" / "build.log").write_text(done.stderr, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def site(bakery: Repository) -> Path:
    return bakery.root / "site"


# What the pages say


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("versions/first/processes/bake-bread.html", "replaced draft"),
        ("versions/second/processes/bake-bread.html", "obsolete"),
        ("versions/second/processes/sell-bread.html", "replaced draft"),
        ("versions/third/processes/clean-oven.html", "draft, not approved"),
        ("versions/third/processes/sell-loaves.html", "in force"),
        ("versions/odd/processes/bake-bread.html", "replaced draft"),
    ],
)
def test_the_banner_says_what_became_of_a_process(
    site: Path, visit: Visit, path: str, words: str
) -> None:
    page = visit(site, path)
    banner = page.locator("aside.release-bar")
    assert banner.locator("strong").inner_text() == words
    name = path.split("/")[1]
    assert (
        f"{name} release" in banner.inner_text().lower() or f"Release {name}" in banner.inner_text()
    )
    assert banner.bounding_box()["y"] == 0  # type: ignore[index]


def test_a_page_that_is_no_controlled_document_says_only_which_release(
    site: Path, visit: Visit
) -> None:
    page = visit(site, "versions/second/roles/baker.html")
    text = page.locator("aside.release-bar .release-bar__words").inner_text()
    assert text.startswith("This is the release “Second release” of 2024-02-02 (commit ")
    assert page.locator("aside.release-bar strong").count() == 0


def test_a_release_looks_different_at_a_glance(site: Path, visit: Visit) -> None:
    frame = "getComputedStyle(document.querySelector('.md-header')).backgroundImage"
    assert "gradient" in visit(site, "versions/first/index.html").evaluate(frame)
    assert visit(site, "index.html").evaluate(frame) == "none"


def test_what_has_expired_does_not_look_approved(site: Path, visit: Visit) -> None:
    line = "getComputedStyle(document.querySelector('.head .state-of')).borderStyle"
    expired = visit(site, "versions/second/processes/bake-bread.html")
    assert expired.locator("h1").evaluate("it => getComputedStyle(it).textDecorationLine") == (
        "line-through"
    )
    assert expired.evaluate(line) == "dashed"
    assert visit(site, "versions/third/processes/sell-loaves.html").evaluate(line) == "solid"


def test_what_holds_now_is_one_click_away(site: Path, visit: Visit) -> None:
    page = visit(site, "versions/second/processes/sell-bread.html")
    page.get_by_role("link", name="Now in the handbook: version 1.0, approved").click()
    assert page.url == (site / "processes/sell-loaves.html").as_uri()
    assert page.locator("aside.release-bar strong").count() == 0


def test_printed_pages_carry_the_words_and_the_screen_does_not(site: Path, visit: Visit) -> None:
    for path, words in (
        ("versions/second/processes/bake-bread.html", "obsolete"),
        ("versions/second/index.html", "Second release, 2024-02-02"),
    ):
        page = visit(site, path)
        mark = page.locator(".release-mark")
        assert not mark.is_visible()
        page.emulate_media(media="print")
        assert mark.is_visible()
        assert mark.inner_text() == words
        assert mark.evaluate("mark => getComputedStyle(mark).position") == "fixed"
        assert page.locator("aside.release-bar").is_visible()
        assert not page.locator("details.release-choose").is_visible()


def test_the_present_site_has_no_watermark_and_no_bar_on_paper(site: Path, visit: Visit) -> None:
    page = visit(site, "processes/bake-bread.html")
    page.emulate_media(media="print")
    assert page.locator(".release-mark").count() == 0
    assert not page.locator("aside.release-bar").is_visible()


# The switcher


def test_the_switcher_works_from_the_file_system_without_a_script(site: Path, visit: Visit) -> None:
    page = visit(site, "processes/bake-bread.html", java_script_enabled=False)
    page.locator("details.release-choose summary").click()
    page.get_by_role("link", name="Second release").click()
    assert page.url == (site / "versions/second/processes/bake-bread.html").as_uri()
    page.locator("details.release-choose summary").click()
    assert page.locator("details.release-choose [aria-current]").inner_text().startswith("Second")
    page.get_by_role("link", name="Present handbook").click()
    assert page.url == (site / "processes/bake-bread.html").as_uri()


def test_the_switcher_works_with_the_keyboard(site: Path, visit: Visit) -> None:
    page = visit(site, "processes/sell-loaves.html")
    summary = page.locator("details.release-choose summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.release-choose ul").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("details.release-choose ul").is_visible()
    assert summary.evaluate("it => it === document.activeElement")
    page.keyboard.press("Enter")
    names = page.locator("details.release-choose a").all_inner_texts()
    first = next(number for number, name in enumerate(names) if name.startswith("First"))
    for _ in range(first + 1):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url((site / "versions/first/index.html").as_uri())  # it is called otherwise there


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "path",
    ["index.html", "versions/second/processes/bake-bread.html", "document-control/releases.html"],
)
def test_bars_are_accessible(site: Path, visit: Visit, path: str, *, dark: bool) -> None:
    page = visit(site, path, dark=dark)
    page.locator("details.release-choose summary").click()
    found = Axe().run(page, context="body").response["violations"]
    serious = [
        (item["id"], item["nodes"][0]["target"], item["nodes"][0]["failureSummary"])
        for item in found
        if item["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("path", ["index.html", "versions/second/processes/bake-bread.html"])
def test_nothing_sticks_out_on_a_telephone(site: Path, visit: Visit, path: str) -> None:
    page = visit(site, path, width=390, height=844)
    page.locator("details.release-choose summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator("details.release-choose ul").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


# Search


def test_search_never_leads_to_a_release(site: Path, visit: Visit) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["docs"]
    assert not [doc["location"] for doc in index["docs"] if doc["location"].startswith("versions")]
    page = visit(site, "index.html")
    links = _found(page, "dough")
    assert links
    assert not [link for link in links if "/versions/" in link]
    assert _found(page, "220") == []  # only the second release bakes at 220 degrees


def _found(page: Page, words: str) -> list[str]:
    """Types words into the search box; returns where the answers lead to."""
    box, said = page.locator("input.md-search__input"), page.locator(".md-search-result__meta")
    for _ in range(20):
        box.click()
        box.fill("")
        box.press_sequentially(words)
        page.wait_for_timeout(500)
        if "matching" in said.inner_text():
            links = page.locator(".md-search-result__item a")
            return list(links.evaluate_all("all => all.map(a => a.href)"))
    pytest.fail(f"no answer to {words}: {said.inner_text()}")


def test_a_release_has_no_search(site: Path, visit: Visit) -> None:
    assert not (site / "versions/first/search").exists()
    page = visit(site, "versions/first/index.html")
    assert page.locator("input.md-search__input").count() == 0


# Soundness


def test_every_link_of_the_whole_site_is_sound(site: Path) -> None:
    assert dead_links(site) == ()


def test_a_release_leads_to_today_for_what_only_today_knows(site: Path) -> None:
    text = (site / "versions/first/processes/bake-bread.html").read_text(encoding="utf-8")
    current = language("en").label("pages.current").removesuffix(".md")
    assert re.search(rf'href="\.\./\.\./\.\./{current}\.html', text)
    assert not (site / "versions/first/rules").exists()


def test_a_release_is_not_edited(site: Path, visit: Visit) -> None:
    assert visit(site, "versions/first/processes/bake-bread.html").locator("a.edit").count() == 0


def test_old_faults_stop_nothing(site: Path, bakery: Repository, visit: Visit) -> None:
    log = (bakery.root / "build" / "build.log").read_text(encoding="utf-8")
    assert (
        f"Not on the site: Release unreadable (the handbook of then cannot be read ({BAKE}" in log
    )
    assert not (site / "versions/unreadable").exists()
    told = visit(site, "document-control/releases.html").locator("article").inner_text()
    assert "Not to be read on this site: the handbook of then cannot be read" in told
    assert "chapters that can no longer be shown: 1" in told
    odd = visit(site, "versions/odd/odd.html").locator("article").inner_text()
    assert "This chapter cannot be shown in this release" in odd
    assert "docs/odd.md" in odd
    facts = read_facts(site / "versions/odd")
    assert facts is not None
    assert facts.left_out == ("odd.md",)


def test_no_author_of_the_history_is_published(site: Path) -> None:
    names = [word for person in stories.PEOPLE for word in (person.name, person.address)]
    for path in site.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            assert not [name for name in names if name.lower().encode() in content], path


def test_verify_tells_whether_site_and_release_are_whole(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "stick"))
    for folder in (copy, copy / "versions" / "second"):
        done = handbook(ROOT, "verify", str(folder))
        assert done.returncode == 0, done.stdout
    page = copy / "versions/second/processes/bake-bread.html"
    page.write_text(page.read_text(encoding="utf-8").replace("220", "320"), encoding="utf-8")
    for folder in (copy, copy / "versions" / "second"):
        done = handbook(ROOT, "verify", str(folder))
        assert (done.returncode, "bake-bread.html" in done.stdout) == (1, True)
    assert handbook(ROOT, "verify", str(copy / "versions" / "first")).returncode == 0


# The cache, and what cannot be built


def built_again(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    done = handbook(buildable(root), "build", **environment)
    assert done.returncode == 0, done.stderr
    return done


def cached(root: Path) -> Mapping[Path, int]:
    return {path: path.stat().st_ino for path in (root / "build" / "releases").iterdir()}


def test_the_same_tree_gives_the_same_bytes_with_and_without_cache(
    bakery: Repository, site: Path, tmp_path: Path
) -> None:
    bytes_before, cache_before = digest(site), cached(bakery.root)
    assert len(cache_before) == 4
    settings = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}
    again = built_again(bakery.root, **settings)
    assert "ready (" not in again.stderr.replace("ready (Release unreadable)", "")
    assert cached(bakery.root) == cache_before
    assert digest(site) == bytes_before
    clone = tmp_path / "clone é"
    stories.git(tmp_path, "clone", "--quiet", str(bakery.top), str(clone))
    built_again(clone, **settings)
    assert digest(clone / "site") == bytes_before


def test_a_damaged_cache_is_made_again(bakery: Repository, site: Path) -> None:
    before = digest(site)
    image = next(path for path in sorted((site / "versions/first").rglob("*.css")))
    image.write_text("changed by hand")  # the same file as in the cache
    built_again(bakery.root)
    assert digest(site) == before


def test_a_release_that_cannot_be_built_is_taken_over(
    bakery: Repository, site: Path, tmp_path: Path
) -> None:
    root = shallow_clone(bakery, tmp_path / "shallow", depth=1)
    done = built_again(root)
    assert not (root / "site/versions").exists()
    assert "Not on the site: First release (the commit" in done.stderr
    shutil.rmtree(root / "site")
    shutil.copytree(site, root / "site")
    done = built_again(root)
    assert "Taken over from the publication before: First release" in done.stderr
    assert is_whole(root / "site/versions/first")
    assert is_whole(root / "site")
    told = (root / "site/document-control/releases.html").read_text(encoding="utf-8")
    assert "taken over from the publication before" in told
    assert "replaced draft" in (root / "site/versions/first/processes/bake-bread.html").read_text()
    published = digest(root / "site")
    page = root / "site/versions/first/processes/bake-bread.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- by hand -->", encoding="utf-8")
    refused = handbook(root, "build")
    assert refused.returncode == 1
    assert "The published copy in" in refused.stderr
    assert digest(root / "site").keys() == published.keys()


def test_without_git_the_handbook_is_built_and_says_what_is_missing(
    bakery: Repository, tmp_path: Path
) -> None:
    root = copy_without_git(bakery, tmp_path / "zip")
    done = built_again(root)
    assert "Not on the site: First release" in done.stderr
    assert read_manifest(root / "site").commit is None
    assert '<aside class="release-bar' not in (root / "site/index.html").read_text("utf-8")
    assert dead_links(root / "site") == ()


def test_mkdocs_by_hand_works_without_the_releases(bakery: Repository, tmp_path: Path) -> None:
    target = tmp_path / "by-hand"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    buildable(bakery.root)
    done = subprocess.run(
        command, cwd=bakery.root, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "This site was built without the releases." in (
        target / "document-control/releases.html"
    ).read_text(encoding="utf-8")
    assert not (target / "versions").exists()


def test_nothing_goes_on_when_only_the_build_itself_is_killed(bakery: Repository) -> None:
    shutil.rmtree(bakery.root / "build" / "releases")
    command = [sys.executable, "-m", "generator", "--root", str(bakery.root), "build"]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as build:
        assert build.stderr is not None
        while "Building releases" not in build.stderr.readline():
            assert build.poll() is None
        time.sleep(1)
        build.kill()
    end = time.monotonic() + 60
    while _is_running(build.pid) and time.monotonic() < end:
        time.sleep(0.2)
    assert not _is_running(build.pid)
    assert is_whole(bakery.root / "site")


def _is_running(group: int) -> bool:
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_two_builds_at_the_same_time_end_in_one_whole_site(bakery: Repository) -> None:
    command = [sys.executable, "-m", "generator", "--root", str(bakery.root), "build"]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    both = [
        subprocess.Popen(command, cwd=ROOT, env=variables, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("Another build of this handbook is running" in text for text in told) == 1
    assert is_whole(bakery.root / "site")
