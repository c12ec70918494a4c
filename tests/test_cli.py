"""The command's exit codes: whose fault it is decides, and nothing ends in a traceback."""

from pathlib import Path

import pytest

from generator.cli import CLEAN, FINDINGS, USAGE, main
from small_handbook import write

GROUP = ("--group", "baking")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "bakery")


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), *words])


def test_a_sound_handbook_is_clean(root: Path) -> None:
    assert run(root, "check") == CLEAN


def test_a_broken_handbook_has_findings(tmp_path: Path) -> None:
    root = write(tmp_path, {"organisation/roles.yml": "- ["})
    assert run(root, "check") == FINDINGS
    assert run(root, "generate") == FINDINGS


def test_a_folder_without_a_handbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "check") == USAGE
    assert str(tmp_path) in capsys.readouterr().err


def test_a_plantuml_that_is_not_there_is_no_fault_of_the_generator(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_settings(root)
    monkeypatch.setenv("PLANTUML_JAR", str(root / "no.jar"))
    assert run(root, "build") == USAGE
    assert "no.jar" in capsys.readouterr().err
    assert not (root / "site").exists()


def test_a_new_process_is_written_once(root: Path) -> None:
    assert run(root, "new", "process", "bake-cake", *GROUP) == CLEAN
    text = (root / "processes" / "baking" / "bake-cake.yml").read_bytes()
    assert text.endswith(b"\n")
    assert b"\r" not in text
    assert run(root, "new", "process", "bake-cake", *GROUP) == USAGE


@pytest.mark.parametrize("identifier", ["Cake", "../cake", "cake\n", "a--b", "x" * 81, ""])
def test_an_identifier_in_another_form_is_refused(root: Path, identifier: str) -> None:
    assert run(root, "new", "process", identifier, *GROUP) == USAGE
    assert len(list(root.rglob("*.yml"))) == len(list(write(root).rglob("*.yml")))


def test_a_group_that_is_not_there_is_refused(root: Path) -> None:
    assert run(root, "new", "process", "bake-cake", "--group", "../..") == USAGE


def write_settings(root: Path) -> None:
    settings = "site_name: x\ntheme: {name: material}\nplugins: [handbook]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
