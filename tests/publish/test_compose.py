"""Releases put into a site: bars, switcher, files, and what is told on the list of releases."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.addresses import Addresses
from generator.language import language
from generator.model.control import Release, Status
from generator.model.handbook import Handbook
from generator.pages.page import Site
from generator.pages.releases import release_pages
from generator.publish.compose import Placed, compose
from generator.publish.facts import FACTS, Facts, ProcessFacts, read_facts
from generator.publish.links import dead_links
from generator.publish.manifest import MANIFEST, is_whole, read_manifest

PLACE = "<!--release--><!--/release-->"
HOSTILE = "</aside><script>alert(1)</script> {{ 7*7 }} & \"'`"


def page(body: str = "") -> str:
    return f"<html><body>{PLACE}<h1>Page</h1>{body}</body></html>"


def release(identifier: str, day: int = 1, name: str | None = None) -> Release:
    return Release(
        id=identifier,
        name=name or identifier.capitalize(),
        commit=identifier[0].encode().hex() * 20,
        date=date(2026, 1, day),
    )


def facts(version: str, status: Status = Status.DRAFT, **more: object) -> Facts:
    pages = ("processes/bake.html", "cards/bake-file.html")
    approved = status is Status.APPROVED
    bake = ProcessFacts("Bake", version, status, approved, pages)
    return Facts("Bakery", "en", "c" * 40, {"bake": bake}, **more)  # type: ignore[arg-type]


def built(folder: Path, found: Facts | None = None) -> Path:
    """A built site: a start page, a process, its card as a file, an asset."""
    files = {
        "index.html": page('<a href="processes/bake.html">bake</a>'),
        "processes/bake.html": page(),
        "cards/bake-file.html": '<!doctype html><html><body class="x"><p>Card</p></body></html>',
        "assets/a.css": "a {}",
        "404.html": page(),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    if found:
        (folder / "404.html").unlink()
        (folder / FACTS).write_text(found.text())
        (folder / MANIFEST).write_text("that of the cache")
    return folder


@pytest.fixture
def around(library: Handbook) -> Site:
    words = language("en")
    return Site(library, words, Addresses(library, words), {})


def text_of(path: Path) -> str:
    plain = re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8"))
    return " ".join(unescape(plain).split())


def links_of(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8")
    found = re.findall(r'<li><a href="([^"]*)"[^>]*>(.*?)</a>', text)
    return {unescape(re.sub(r" ?<.*", "", name)): address for address, name in found}


@pytest.fixture
def site(tmp_path: Path, around: Site) -> Path:
    """A site of today with two releases in it."""
    target = built(tmp_path / "site")
    (target / "processes" / "new.html").write_text(page())
    first, second = facts("0.1"), facts("1.0", Status.APPROVED)
    placed = (
        Placed(release("first"), built(tmp_path / "one", first), first),
        Placed(release("second", 2), built(tmp_path / "two", second), second),
        Placed(release("third", 3), None, None, "the commit is not here"),
    )
    compose(target, placed, around, facts("1.1"))
    return target


def test_a_controlled_page_says_what_became_of_it(site: Path) -> None:
    first = text_of(site / "versions/first/processes/bake.html")
    assert first.startswith("replaced draft version 0.1 This is the release “First” of 2026-01-01")
    assert "Now in the handbook: version 1.1, draft" in first
    second = text_of(site / "versions/second/processes/bake.html")
    assert second.startswith("in force version 1.0 This is the release “Second”")
    bar = (site / "versions/first/processes/bake.html").read_text(encoding="utf-8")
    assert '<a href="../../../processes/bake.html">Now in the handbook' in bar
    assert '<div class="release-mark" aria-hidden="true"><span>replaced draft</span></div>' in bar


def test_another_page_says_which_release_it_is_of_and_no_more(site: Path) -> None:
    start = text_of(site / "versions/first/index.html")
    assert start.startswith("This is the release “First” of 2026-01-01 (commit 66666666) Choose")
    assert not re.search("draft|force|obsolete", start)


def test_a_file_by_itself_says_it_too_and_needs_nothing(site: Path) -> None:
    card = (site / "versions/first/cards/bake-file.html").read_text(encoding="utf-8")
    assert card.startswith('<!doctype html><html><body class="x"><!--release--><style>')
    assert "replaced draft" in text_of(site / "versions/first/cards/bake-file.html")
    assert "href" not in card
    assert "release" not in (site / "cards/bake-file.html").read_text(encoding="utf-8")


def test_the_switcher_leads_to_the_same_page_or_to_the_start(site: Path) -> None:
    assert links_of(site / "processes/bake.html") == {
        "Present handbook": "bake.html",
        "Second": "../versions/second/processes/bake.html",
        "First": "../versions/first/processes/bake.html",
    }
    assert links_of(site / "versions/first/processes/bake.html") == {
        "Present handbook": "../../../processes/bake.html",
        "Second": "../../second/processes/bake.html",
        "First": "bake.html",
    }
    assert links_of(site / "processes/new.html")["First"] == "../versions/first/index.html"
    assert "(start)" in text_of(site / "processes/new.html")
    assert 'href="bake.html" aria-current="true"' in (site / "processes/bake.html").read_text()
    assert links_of(site / "404.html") == {}
    assert dead_links(site) == ()


def test_each_release_has_a_manifest_of_what_it_is_now(site: Path) -> None:
    assert is_whole(site / "versions/first")
    assert read_manifest(site / "versions/first").release == "first"


def test_files_are_shared_with_the_cache_but_pages_are_not(site: Path, tmp_path: Path) -> None:
    shared = site / "versions/first/assets/a.css"
    assert shared.samefile(tmp_path / "one/assets/a.css")
    assert PLACE in (tmp_path / "one/index.html").read_text()
    assert (tmp_path / "one" / MANIFEST).read_text() == "that of the cache"


def test_copies_where_there_are_no_hard_links(
    tmp_path: Path, around: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refused)
    first = facts("0.1")
    target = built(tmp_path / "site")
    compose(target, [Placed(release("first"), built(tmp_path / "1", first), first)], around, first)
    assert (target / "versions/first/assets/a.css").read_text() == "a {}"


def test_a_published_release_can_be_composed_again(
    site: Path, tmp_path: Path, around: Site
) -> None:
    copy = site / "versions/second"
    again = built(tmp_path / "again")
    found = read_facts(copy)
    compose(
        again,
        [Placed(release("second", 2), copy, found, "kept")],
        around,
        facts("2.0", Status.APPROVED),
    )
    for name in ("processes/bake.html", "cards/bake-file.html"):
        told = text_of(again / "versions/second" / name)
        assert "obsolete version 1.0" in told
        assert "in force" not in told
        assert (again / "versions/second" / name).read_text().count("<!--release-->") == 1
    assert "First" not in links_of(again / "index.html")


def test_texts_of_yaml_are_text(tmp_path: Path, around: Site) -> None:
    found = facts("0.1")
    placed = Placed(release("first", name=HOSTILE), built(tmp_path / "one", found), found)
    target = built(tmp_path / "site")
    compose(target, [placed], around, found)
    for path in target.rglob("*.html"):
        assert "<script" not in path.read_text()
    assert HOSTILE in text_of(target / "versions/first/index.html")
    assert HOSTILE in text_of(target / "index.html")


def test_without_releases_nothing_changes(tmp_path: Path, around: Site) -> None:
    target = built(tmp_path / "site")
    before = {path: path.read_bytes() for path in target.rglob("*.html")}
    compose(target, [], around, facts("0.1"))
    assert {path: path.read_bytes() for path in target.rglob("*.html")} == before


def test_a_page_in_the_way_of_a_release_stops_the_build(tmp_path: Path, around: Site) -> None:
    target, found = built(tmp_path / "site"), facts("0.1")
    (target / "versions/first").mkdir(parents=True)
    placed = Placed(release("first"), built(tmp_path / "one", found), found)
    with pytest.raises(FileExistsError, match="versions/first"):
        compose(target, [placed], around, found)


def test_the_list_of_releases_tells_where_each_is(tmp_path: Path, library: Handbook) -> None:
    words, first = language("en"), facts("0.1", left_out=("a.md",))
    releases = {item.id: item for item in (release("first"), release("gone", 2), release("kept"))}
    handbook = replace(library, releases=releases)
    around = Site(handbook, words, Addresses(handbook, words), {})
    (made,) = release_pages(around)
    target = built(tmp_path / "site")
    (target / "document-control").mkdir()
    listed = target / "document-control/releases.html"
    listed.write_text(str(made.content))
    assert text_of(listed).count("This site was built without the releases.") == 3
    placed = [
        Placed(releases["first"], built(tmp_path / "one", first), first),  # type: ignore[index]
        Placed(releases["gone"], None, None, "<b>nowhere</b>"),  # type: ignore[index]
        Placed(releases["kept"], built(tmp_path / "k", first), first, "shallow"),  # type: ignore[index]
    ]
    compose(target, placed, around, facts("0.2"))
    told, html = text_of(listed), listed.read_text()
    assert '<a href="../versions/first/index.html">First</a>' in html
    assert "versions/gone" not in html
    assert (
        "Processes: 1; approved: 0; not approved: 1; chapters that can no longer be shown: 1"
        in told
    )
    assert "Not to be read on this site: <b>nowhere</b>" in told
    assert "taken over from the publication before: shallow" in told
