"""``handbook evidence``: told to who asks, and never written where it would be published."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, FINDINGS, USAGE
from repository import APPROVER, BAKE, PEOPLE, Repository, make_repository, without_git
from small_handbook import write


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), "evidence", *words])


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return make_repository(tmp_path_factory.mktemp("evidence") / "bakery")


def test_csv_on_standard_output(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(repository.root) == CLEAN
    said = capsys.readouterr()
    head, *rows = said.out.splitlines()
    assert head == "name,address,roles,process,title,version,act,when,commit,signature,key"
    assert all(any(person.address in row for row in rows) for person in PEOPLE)
    sha = repository.commits["approved"]
    (approved,) = [row for row in rows if sha in row]
    assert approved.startswith(f"{APPROVER.name},{APPROVER.address},shopkeeper,bake-bread,")
    assert "names people" in said.err


def test_json_in_a_file(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "evidence.JSON"
    assert run(repository.root, "--output", str(file)) == CLEAN
    acts = json.loads(file.read_text(encoding="utf-8"))["acts"]
    assert {act["deed"] for act in acts} == {"wrote", "approved", "merged"}


@pytest.mark.parametrize("folder", ["site", "build/deep", "docs", "other/../site", "link"])
def test_nothing_is_written_where_it_would_be_published(
    repository: Repository, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    link = repository.root / "link"
    if not link.exists():
        (repository.root / "site").mkdir(exist_ok=True)
        link.symlink_to(repository.root / "site")
    (repository.root / "other").mkdir(exist_ok=True)
    (repository.root / folder).mkdir(parents=True, exist_ok=True)
    file = repository.root / folder / "evidence.csv"
    assert run(repository.root, "--output", str(file)) == USAGE
    assert "lies in the repository" in capsys.readouterr().err
    assert not file.exists()


def test_another_kind_of_file_is_refused(repository: Repository, tmp_path: Path) -> None:
    assert run(repository.root, "--output", str(tmp_path / "evidence.xlsx")) == USAGE
    assert not list(tmp_path.iterdir())


def test_without_git(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(without_git(repository, tmp_path / "copy")) == USAGE
    assert "no history of git here" in capsys.readouterr().err


def test_a_handbook_that_cannot_be_read(tmp_path: Path) -> None:
    assert run(write(tmp_path, {BAKE: "name: ["})) == FINDINGS
