"""``handbook approve`` on a real repository, through the command line."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, FINDINGS, USAGE
from generator.control.approval import holds
from generator.load import load
from generator.model.process import Process
from repository import APPROVER, BAKE, MOVED, Repository, make_repository, without_git

DAY = ("--date", "2024-05-06")
BOSS = ("--by", "shopkeeper")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "bakery")


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), *words])


def process(root: Path, name: str) -> Process:
    return {str(key): item for key, item in load(root).readable.processes.items()}[name]


def test_a_first_approval(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository.root
    given = (*BOSS, *DAY, "--effective", "2024-06-01")
    assert run(root, "approve", "clean-oven", *given) == CLEAN
    assert "version 1.0 is approved by the role shopkeeper" in capsys.readouterr().out
    found = process(root, "clean-oven")
    assert holds(found)
    assert found.document.version == "1.0"
    assert str(found.document.effective) == "2024-06-01"
    assert (found.changes[0].version, found.changes[0].kind.value) == ("1.0", "approval")
    assert run(root, "check") == CLEAN
    repository.commit("clean", {}, who=APPROVER)
    assert run(root, "check") == CLEAN


def test_a_later_approval_keeps_the_version(repository: Repository) -> None:
    assert run(repository.root, "approve", "bake-bread", *BOSS, *DAY) == CLEAN
    found = process(repository.root, "bake-bread")
    assert (found.document.version, found.document.status.value) == ("1.1", "approved")
    assert found.changes[0].version == "1.1"
    assert run(repository.root, "check") == CLEAN


def test_twice_is_once(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository.root
    assert run(root, "approve", "clean-oven", *BOSS, *DAY) == CLEAN
    once = (root / MOVED).read_bytes()
    capsys.readouterr()
    assert run(root, "approve", "clean-oven", *BOSS) == CLEAN
    assert "nothing was written" in capsys.readouterr().out
    assert (root / MOVED).read_bytes() == once


REFUSED = {
    "a role that may not": (("clean-oven", "--by", "baker"), "may not approve"),
    "an unknown role": (("clean-oven", "--by", "shopkeper"), "did you mean 'shopkeeper'"),
    "a role like no other": (("clean-oven", "--by", "zzz"), "no role 'zzz'"),
    "an unknown process": (("clean-ovn", *BOSS), "did you mean 'clean-oven'"),
}


@pytest.mark.parametrize(("words", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(
    repository: Repository,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    expected: str,
) -> None:
    before = (repository.root / MOVED).read_bytes()
    assert run(repository.root, "approve", *words) == USAGE
    assert expected in capsys.readouterr().err
    assert (repository.root / MOVED).read_bytes() == before


def test_what_is_not_committed_cannot_be_approved(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository.root / MOVED
    path.write_text(path.read_text("utf-8").replace("[helper]", "[baker]"), encoding="utf-8")
    assert run(repository.root, "bump", "clean-oven", *DAY) == CLEAN
    changed = path.read_bytes()
    assert run(repository.root, "approve", "clean-oven", *BOSS) == USAGE
    assert "last commit" in capsys.readouterr().err
    assert path.read_bytes() == changed
    repository.commit("swept", {})
    assert run(repository.root, "approve", "clean-oven", *BOSS, *DAY) == CLEAN
    repository.commit("clean", {}, who=APPROVER)
    assert run(repository.root, "check") == CLEAN


def test_a_process_with_errors_cannot_be_approved(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository.root / BAKE
    path.write_text(path.read_text("utf-8").replace("at 230", "at 250"), encoding="utf-8")
    before = path.read_bytes()
    assert run(repository.root, "approve", "bake-bread", *BOSS) == FINDINGS
    said = capsys.readouterr().out
    assert "D103" in said
    assert "was not approved" in said
    assert path.read_bytes() == before


def test_what_is_obsolete_is_not_approved_anew(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository.root / "processes" / "baking" / "sell-loaves.yml"
    text = path.read_text("utf-8").replace("status: approved", "status: obsolete")
    path.write_text(text, encoding="utf-8")
    assert run(repository.root, "approve", "sell-loaves", *BOSS) == USAGE
    assert "obsolete" in capsys.readouterr().err


def test_without_git_the_content_at_hand_is_approved(
    repository: Repository, tmp_path: Path
) -> None:
    root = without_git(repository, tmp_path / "zip")
    assert run(root, "approve", "clean-oven", *BOSS, *DAY) == CLEAN
    assert holds(process(root, "clean-oven"))
