"""``handbook diff``, ``comment`` and ``suggest`` on a repository with branches."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, USAGE
from generator.reports.changes.comment import MARKER
from repository import (
    BAKE,
    PEOPLE,
    Repository,
    buildable,
    git,
    make_repository,
    shallow_clone,
    without_git,
)
from small_handbook import PROCESS, edited, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The repository of the story, to be read only."""
    return make_repository(tmp_path_factory.mktemp("made") / "bakery")


@pytest.fixture
def root(made: Repository, tmp_path: Path) -> Path:
    """A copy, on a branch with a change that has no version yet."""
    root = tmp_path / "bakery"
    shutil.copytree(made.top, root)
    git(root, "switch", "--quiet", "--create", "mine")
    text = (root / BAKE).read_text(encoding="utf-8")
    changed = text.replace("at 230 degrees", "at 240 degrees")
    (root / BAKE).write_text(changed, encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "-m", "mine")
    return root


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), *words])


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


COMMANDS = (
    ("diff",),
    ("diff", "main"),
    ("diff", "first", "third"),
    ("comment", "--base", "main"),
    ("suggest", "--base", "main", "--format", "github"),
    ("suggest", "--base", "main", "--format", "gitlab"),
)


def test_a_difference_is_no_fault(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "diff", "main") == CLEAN
    assert "is 'Bake at 240 degrees.'" in said(capsys)
    assert run(root, "diff", "first", "main") == CLEAN
    assert "was 'Bake at 200 degrees.', is 'Bake at 230 degrees.'" in said(capsys)
    assert run(root, "diff") == CLEAN
    assert "→ The content changed: the version should be 1.2." in said(capsys)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json"])
def test_every_format_can_be_written_to_a_file(name: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "report"
    assert run(root, "diff", "main", "--format", name, "--output", str(file)) == CLEAN
    assert "240 degrees" in file.read_text(encoding="utf-8")


def test_broken_files_do_not_stop_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "organisation" / "roles.yml").write_text("- [", encoding="utf-8")
    for words in COMMANDS:
        assert run(root, *words) == CLEAN, words
    assert run(root, "diff", "main") == CLEAN
    assert "organisation/roles.yml:1" in said(capsys)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_same_twice_and_nobody_is_named(
    words: tuple[str, ...], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = () if words[0] == "diff" else ("--date", "2024-03-05")
    assert run(root, *words, *day) == CLEAN
    first = said(capsys)
    assert run(root, *words, *day) == CLEAN
    assert said(capsys) == first
    for person in PEOPLE:
        assert person.name not in first
        assert person.address not in first


def test_the_comment_and_the_suggestions(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "comment", "--base", "main", "--date", "2024-03-05", "--mention") == CLEAN
    text = said(capsys)
    assert text.startswith(MARKER)
    assert "date: 2024-03-05" in text
    assert "@bakery/shopkeepers" in text
    assert run(root, "suggest", "--base", "main", "--format", "gitlab") == CLEAN
    assert len([json.loads(line) for line in said(capsys).splitlines()]) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("diff", "nowhere"),
        ("diff", ""),
        ("diff", "main", ""),
        ("diff", "./nowhere"),
        ("diff", "main", "--output", "/nowhere/report"),
        ("comment", "--base", "nowhere"),
        ("comment", "--base", ""),
        ("comment", "--base", "main", "--preview", "javascript:alert(1)"),
        ("comment", "--base", "main", "--download", "https://a.example/> b"),
        ("suggest", "--base", "nowhere", "--format", "github"),
        ("suggest", "--base", "", "--format", "github"),
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_a_wrong_use(
    words: tuple[str, ...], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, *words) == USAGE
    assert capsys.readouterr().err.startswith("handbook: ")


@pytest.mark.parametrize("base", ["nowhere", ""])
def test_a_site_of_a_proposal_for_nothing(
    base: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "switch", "--quiet", "main")  # sound, so that it may be built
    assert run(buildable(root), "build", "--base", base) == USAGE
    assert capsys.readouterr().err.splitlines()[-1].startswith("handbook: ")
    assert not (root / "site").exists()


def test_a_shallow_clone(
    made: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clone = shallow_clone(made, tmp_path / "shallow")
    assert run(clone, "diff") == CLEAN
    assert run(clone, "diff", "HEAD") == CLEAN
    assert "Nothing changed" in said(capsys)
    assert run(clone, "diff", "first") == USAGE
    assert run(clone, "comment", "--base", "HEAD") == CLEAN


def test_a_detached_head(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "checkout", "--quiet", "--detach", "proposal")
    assert run(root, "comment", "--base", "main") == CLEAN
    assert "Mix dough" in said(capsys)


def test_no_git_at_all(
    made: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = without_git(made, tmp_path / "copy")
    other = write(tmp_path / "other", edited(PROCESS, "Mix", "Knead"))
    assert run(root, "diff") == CLEAN
    assert run(root, "diff", str(other)) == CLEAN
    assert "Knead dough" in said(capsys)
    for words in COMMANDS[1:]:
        assert run(root, *words) == USAGE


def test_the_clock_and_the_locale_change_nothing(root: Path) -> None:
    def output(**variables: str) -> bytes:
        command = [sys.executable, "-m", "generator", "--root", str(root), "diff", "first"]
        done = subprocess.run(
            command, env={**os.environ, **variables}, capture_output=True, check=True
        )
        return done.stdout

    first = output(PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    assert output(PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Tokyo") == first


def test_a_merge_is_compared_with_the_branch_it_is_merged_into(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "switch", "--quiet", "--detach", "main")
    git(root, "merge", "--quiet", "--no-ff", "-m", "as CI does", "mine")
    assert run(root, "comment", "--base", "main") == CLEAN
    assert "240 degrees" in said(capsys)
