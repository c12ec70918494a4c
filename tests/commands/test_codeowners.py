"""``handbook codeowners``: written from the settings, and compared in CI."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, FINDINGS
from repository import APPROVER, BAKE, make_repository
from small_handbook import write

FILE = ".github/CODEOWNERS"


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), "codeowners", *words])


@pytest.mark.parametrize(("below", "folder"), [(".", ""), ("our docs", "our\\ docs/")])
def test_written_once_and_checked(tmp_path: Path, below: str, folder: str) -> None:
    repository = make_repository(tmp_path / "bakery", below=below)
    assert run(repository.root, "--check") == FINDINGS
    assert not (repository.top / FILE).exists()
    assert run(repository.root) == CLEAN
    text = (repository.top / FILE).read_text(encoding="utf-8")
    line = f"/{folder}processes/baking/bake-bread.yml @bakery/shopkeepers {APPROVER.address}\n"
    assert line in text
    assert run(repository.root, "--check") == CLEAN
    (repository.top / FILE).write_text(text + "* @everybody\n", encoding="utf-8")
    assert run(repository.root, "--check") == FINDINGS
    assert (repository.top / FILE).read_text(encoding="utf-8").endswith("@everybody\n")


def test_standard_output_and_another_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = make_repository(tmp_path / "bakery")
    assert run(repository.root, "--output", "-") == CLEAN
    said = capsys.readouterr().out
    assert said.startswith("# Who approves a change")
    other = tmp_path / "deep" / "CODEOWNERS"
    assert run(repository.root, "--output", str(other)) == CLEAN
    assert other.read_text(encoding="utf-8") == said
    assert not (repository.top / FILE).exists()


def test_without_accounts_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path)
    for words in ((), ("--check",)):
        assert run(root, *words) == CLEAN
        assert "nothing is written" in capsys.readouterr().out
    assert not (root / FILE).exists()
    write(root, {FILE: "* @somebody\n"})
    assert run(root, "--check") == FINDINGS


def test_a_handbook_that_cannot_be_read(tmp_path: Path) -> None:
    assert run(write(tmp_path, {BAKE: "name: ["})) == FINDINGS
