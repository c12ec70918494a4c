"""Releases out of git: the command that adds one, their past, and the key of the cache."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.history import History, HistoryState
from generator.history.read import read_history
from generator.load import load
from generator.model.control import Release, Status
from generator.pages import pages_of, released_pages_of, site_of
from generator.publish import release_cache
from generator.publish.engine import Engine
from generator.publish.facts import FACTS, Facts, ProcessFacts, facts_of, read_facts
from generator.publish.release_cache import generator_identity, release_key
from generator.publish.release_list import CannotAddError, release_lines, with_release
from generator.publish.release_past import past_of
from repository import BAKE, RELEASES, Repository, make_repository, shallow_clone, without_git

COMMIT = "0123456789" * 4
LINE = {"id": "one", "name": "Release 1", "commit": COMMIT, "date": "2026-01-01", "tag": ""}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository that tests only read."""
    return make_repository(tmp_path_factory.mktemp("story") / "bakery")


@pytest.fixture
def bakery(tmp_path: Path) -> Repository:
    """A repository of a test's own."""
    return make_repository(tmp_path / "bakery")


def release_of(repository: Repository, name: str) -> Release:
    handbook = load(repository.root).handbook
    assert handbook is not None
    return next(item for item in handbook.releases.values() if item.id == name)


def history_of(root: Path) -> History:
    handbook = load(root).handbook
    assert handbook is not None
    return read_history(root, handbook)


# The list of releases


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# only a comment\n",
        "# nothing yet\n[]\n",
        "- id: zero # why\n  name: Zero\n",
        "- id: zero\n  name: Zero",
        "-   id: zero\n    name: 'Zero: the first'\n\n# the end\n",
        "  - id: zero\n    name: Zero\n",
        "- id: zero\r\n  name: Zero\r\n",
        "- {id: zero, name: Zero}\n",
    ],
)
def test_a_release_is_added_and_all_else_stays(before: str) -> None:
    found = with_release(before, LINE)
    assert found.startswith(before.rstrip().removesuffix("[]"))
    *others, added = yaml.load(found, Loader=yaml.CBaseLoader)
    assert others == (yaml.load(before, Loader=yaml.CBaseLoader) or [])
    assert added == {key: value for key, value in LINE.items() if value}
    assert ("\r\n" in found) == ("\r\n" in before)
    assert "\r\n" not in before or not re.search(r"(?<!\r)\n", found)


@pytest.mark.parametrize("before", ["[{id: zero}]\n", "- id: zero\n...\n", "- [", "id: zero\n"])
def test_a_list_written_otherwise_is_left_to_people(before: str) -> None:
    with pytest.raises(CannotAddError):
        with_release(before, LINE)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_any_name_comes_back_as_it_was_typed(name: str) -> None:
    release = {**LINE, "name": " ".join(name.split()) or "x"}
    found = yaml.load(release_lines(release), Loader=yaml.CBaseLoader)
    assert found == [{key: value for key, value in release.items() if value}]
    assert release_lines(release).count("\n") == 4


def test_a_commit_of_digits_only_is_text() -> None:
    assert f'  commit: "{"1" * 40}"\n' in release_lines({**LINE, "commit": "1" * 40})


# The command


def run(repository: Repository, *arguments: str) -> int:
    return main(["--root", str(repository.root), "release", *arguments])


def listed(repository: Repository) -> str:
    return (repository.root / RELEASES).read_text(encoding="utf-8")


def test_a_release_of_what_is_checked_out(
    bakery: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    before = listed(bakery)
    assert run(bakery, "fourth", "--title", "Fourth: a release") == 0
    head = bakery.commits["changed"]
    assert listed(bakery) == before + (
        f'- id: fourth\n  name: "Fourth: a release"\n  commit: {head}\n  date: 2024-01-08\n'
    )
    told = capsys.readouterr().out
    assert "git commit" in told
    loaded = load(bakery.root)
    assert loaded.handbook is not None
    assert "fourth" in loaded.handbook.releases


def test_the_first_release_makes_the_file(bakery: Repository) -> None:
    (bakery.root / RELEASES).unlink()
    bakery.git("commit", "--quiet", "--all", "-m", "none")
    assert run(bakery, "first", "--date", "2025-12-31") == 0
    assert listed(bakery).startswith("- id: first\n  name: first\n  commit: ")
    assert listed(bakery).endswith("  date: 2025-12-31\n")


def test_a_release_of_an_earlier_commit_with_a_tag(bakery: Repository) -> None:
    (bakery.root / BAKE).write_text("name: [", encoding="utf-8")  # work in progress is no matter
    assert run(bakery, "cleaner", "--commit", bakery.commits["cleaner"][:10], "--tag") == 0
    assert listed(bakery).endswith(
        f"  commit: {bakery.commits['cleaner']}\n  date: 2024-01-08\n  tag: cleaner\n"
    )
    assert bakery.git("rev-parse", "cleaner").strip() == bakery.commits["cleaner"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("No Name",), "is no id"),
        (("../up",), "is no id"),
        (("second",), "There is a release second already"),
        (("new", "--commit", "nowhere"), "is no branch, tag or commit here"),
        (("new", "--commit", "--output=x"), "expected one argument"),
        (("approved", "--tag", "--commit", "main"), "The tag approved is there already"),
    ],
)
def test_what_cannot_be_released_is_refused(
    bakery: Repository, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    bakery.git("tag", "approved", bakery.commits["first"])
    before = listed(bakery)
    try:
        code = run(bakery, *arguments)
    except SystemExit as error:  # argparse
        code = int(error.code or 0)
    assert code == 2
    assert told in capsys.readouterr().err
    assert listed(bakery) == before


@pytest.mark.parametrize("is_new", [True, False])
def test_what_is_in_no_commit_cannot_be_released(
    bakery: Repository, capsys: pytest.CaptureFixture[str], *, is_new: bool
) -> None:
    file = "docs/new.md" if is_new else "docs/opening-hours.md"
    (bakery.root / file).write_text("# New\n", encoding="utf-8")
    assert run(bakery, "fourth") == 2
    assert file in capsys.readouterr().err


def test_a_commit_without_a_sound_handbook_is_refused(
    bakery: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = bakery.commit("broken", {BAKE: "name: ["})
    bakery.git("revert", "--no-edit", "HEAD")
    assert run(bakery, "fourth", "--commit", broken) == 2
    assert BAKE in capsys.readouterr().err


def test_without_git_there_is_nothing_to_release(story: Repository, tmp_path: Path) -> None:
    root = without_git(story, tmp_path / "zip")
    assert main(["--root", str(root), "release", "fourth"]) == 2


def test_a_handbook_below_the_top_of_its_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    below = make_repository(tmp_path / "bakery", below="a folder/handbook")
    (below.top / "elsewhere.txt").write_text("no part of the handbook")
    assert run(below, "fourth") == 0
    (below.root / BAKE).write_text("name: Bake\n", encoding="utf-8")
    assert run(below, "fifth") == 2
    assert f": {BAKE}." in capsys.readouterr().err


# The past of a release


def test_the_past_of_a_release_ends_with_it(story: Repository) -> None:
    history = history_of(story.root)
    assert history.state is HistoryState.WHOLE
    past = past_of(release_of(story, "second"), history, story.root)
    assert [item.version for item in past.versions["bake-bread"]] == ["0.1", "0.2", "1.0"]
    assert [item.version for item in past.versions["clean-oven"]] == ["0.1", "0.2"]
    assert past.head is not None
    assert (past.head.sha, past.is_changed) == (story.commits["approved"], False)
    assert (past.issued, past.suspects) == ({}, ())


def test_a_process_is_found_by_the_name_it_had_then(story: Repository) -> None:
    past = past_of(release_of(story, "second"), history_of(story.root), story.root)
    assert [item.version for item in past.versions["sell-bread"]] == ["0.1"]


def test_without_its_commit_a_release_has_no_past(story: Repository, tmp_path: Path) -> None:
    root = shallow_clone(story, tmp_path / "shallow")
    release = release_of(story, "first")
    past = past_of(release, history_of(root), root)
    assert past.versions == {}
    assert past.head is not None
    assert past.head.date == release.date


# The key of the cache


def test_the_key_is_that_of_everything_that_decides(story: Repository) -> None:
    first, second = release_of(story, "first"), release_of(story, "second")
    past = History()
    whole = history_of(story.root)
    keys = {
        release_key(first, "generator", language="en", past=past),
        release_key(second, "generator", language="en", past=past),
        release_key(first, "another", language="en", past=past),
        release_key(first, "generator", language="nl", past=past),
        release_key(first, "generator", language="en", past=past_of(first, whole, story.root)),
    }
    assert len(keys) == 5
    renamed = first.model_copy(update={"name": "Another name"})
    assert release_key(renamed, "generator", language="en", past=past) in keys


def test_the_identity_changes_with_configuration_theme_and_renderer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release_cache, "_sources", lambda: [tmp_path / "code.py"])
    engine = Engine("one")
    (tmp_path / "theme").mkdir()
    files = {
        "code.py": "1",
        "mkdocs.yml": "INHERIT: base.yml\nhooks: !ENV [A, B]\n",
        "base.yml": "theme:\n  custom_dir: theme\n",
        "theme/main.html": "x",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)

    def identity(engine: Engine = engine) -> str:
        return generator_identity(tmp_path / "mkdocs.yml", engine)

    seen = {identity(), identity(Engine("two"))}
    assert identity() in seen
    for name in files:
        (tmp_path / name).write_text((tmp_path / name).read_text() + "\n# changed")
        seen.add(identity())
    assert len(seen) == 6


# What a release says of itself


def test_facts_come_back_as_they_were(tmp_path: Path) -> None:
    process = ProcessFacts("Bake “x”", "1.0", Status.APPROVED, approved=True, pages=("a.html",))
    whole = Facts("Bakery é", "nl", COMMIT, {"bake": process}, ("a.md",))
    (tmp_path / FACTS).write_text(whole.text(), encoding="utf-8")
    assert read_facts(tmp_path) == whole


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"title": "x"}', '{"title": "x", "language": "../../etc"}', "\udcff"],
)
def test_facts_that_are_none_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FACTS).write_bytes(text.encode(errors="surrogateescape"))
    assert read_facts(tmp_path) is None
    assert read_facts(tmp_path / "nowhere") is None


def test_controlled_pages_are_the_process_and_its_card(library_root: Path) -> None:
    handbook = load(library_root).handbook
    assert handbook is not None
    site = site_of(handbook)
    found = facts_of(site, pages_of(site))
    assert found.processes["lend-book"].pages[0] == "processes/lend-book.html"
    cards = [item for item in handbook.processes.values() if item.emergency_card]
    assert cards
    assert len(found.processes[cards[0].id].pages) == 3
    every = [page for item in found.processes.values() for page in item.pages]
    assert len(every) == len(set(every)) == len(handbook.processes) + 2 * len(cards)


def test_an_approval_of_another_content_is_none(story: Repository) -> None:
    handbook = load(story.root).handbook
    assert handbook is not None
    site = site_of(handbook)
    assert facts_of(site, {}).processes["sell-loaves"].approved
    sold = next(item for item in handbook.processes.values() if item.id == "sell-loaves")
    other = sold.model_copy(update={"goal": "Another goal"})
    changed = replace(handbook, processes={**handbook.processes, other.id: other})
    assert not facts_of(replace(site, handbook=changed), {}).processes["sell-loaves"].approved


def test_a_release_has_no_pages_about_today(library_root: Path) -> None:
    handbook = load(library_root).handbook
    assert handbook is not None
    site = site_of(handbook)
    everything, released = pages_of(site), released_pages_of(site)
    assert set(released) < set(everything)
    gone = set(everything) - set(released)
    assert {site.addresses.page(name) for name in ("rules", "signals", "fields", "current")} <= gone
    for process in handbook.processes:
        assert f"processes/{process}.md" in released


def test_a_release_says_nothing_of_registers_that_it_did_not_have(library_root: Path) -> None:
    handbook = load(library_root).handbook
    assert handbook is not None
    names = ("improvements", "risks", "audits", "audit_findings", "nonconformities", "actions")
    kinds = (*names, "management_reviews", "standards")
    gone: dict[str, Any] = {key: {} for key in kinds}
    before = site_of(replace(handbook, **gone, scorecard=None))
    paths = {before.addresses.page(name) for name in ("risks", "audits", "scorecard", "normmatrix")}
    assert paths <= set(released_pages_of(site_of(handbook)))
    assert not paths & set(released_pages_of(before))
    assert paths <= set(pages_of(before))
