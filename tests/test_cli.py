"""The command's exit codes: whose fault it is decides, and nothing ends in a traceback."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, FINDINGS, USAGE
from generator.reports import REPORTS
from small_handbook import PROCESS, edited, write

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


ROLE = edited(PROCESS, "[baker]", "[baker, bakr]")


@pytest.mark.parametrize("name", REPORTS)
def test_every_format_can_be_written_to_a_file(tmp_path: Path, name: str) -> None:
    root, file = write(tmp_path / "bakery", ROLE), tmp_path / "report"
    assert run(root, "check", "--format", name, "--output", str(file)) == FINDINGS
    assert "R101" in file.read_text(encoding="utf-8")


def test_what_is_left_out_does_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, ROLE)
    assert run(root, "check", "--ignore", "R101") == CLEAN
    assert run(root, "check", "--select", "f, n") == CLEAN
    assert run(root, "check", str(root / "organisation")) == CLEAN
    assert run(root, "check", str(root / "processes")) == FINDINGS
    assert "R101" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("check", "nowhere.yml"),
        ("check", "/"),
        ("check", "--base", "nowhere"),
        ("check", "--base", ""),
        ("check", "--select", "ZZZ"),
        ("check", "--ignore", "F103,F1O4"),
        ("check", "--output", "/nowhere/report"),
        ("explain", "F999"),
        ("explain", "words"),
    ],
)
def test_what_is_not_there_is_a_wrong_use(
    root: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, *words) == USAGE
    said = capsys.readouterr()
    assert said.err.startswith("handbook: ")
    assert said.err.count("\n") == 1


def test_wrong_settings_are_a_wrong_use(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.handbook]\nx = 1\n", encoding="utf-8")
    assert run(root, "check") == USAGE


def test_warnings_count_when_that_is_asked(tmp_path: Path) -> None:
    root = write(tmp_path, edited(PROCESS, "owner: baker", "owner: null"))
    assert run(root, "check", "--select", "P105") == CLEAN
    assert run(root, "check", "--select", "P105", "--fail-on", "warning") == FINDINGS
    (root / "pyproject.toml").write_text('[tool.handbook]\nfail-on = "warning"\n', encoding="utf-8")
    assert run(root, "check", "--select", "P105") == FINDINGS


def test_the_baseline_only_goes_down(tmp_path: Path) -> None:
    root = write(tmp_path, edited(PROCESS, "owner: baker", "owner: null"))
    baseline = root / "quality" / "baseline.json"
    assert run(root, "check", "--update-baseline") == CLEAN
    first = baseline.read_text(encoding="utf-8")
    assert '"P105": {\n      "process:bake-bread": 1' in first
    assert run(root, "check") == CLEAN
    write(root)
    assert run(root, "check", "--update-baseline") == CLEAN
    lower = baseline.read_text(encoding="utf-8")
    assert '"P105": {}' in lower
    write(root, edited(PROCESS, "owner: baker", "owner: null"))
    assert run(root, "check", "--update-baseline") == FINDINGS
    assert baseline.read_text(encoding="utf-8") == lower


def test_it_is_said_when_the_baseline_can_be_lowered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, edited(PROCESS, "owner: baker", "owner: null"))
    run(root, "check", "--update-baseline")
    write(root)
    capsys.readouterr()
    run(root, "check")
    assert "can be lowered" in capsys.readouterr().err
    write(root, {PROCESS: "name: ["})
    run(root, "check")
    assert "can be lowered" not in capsys.readouterr().err


def test_a_baseline_that_cannot_be_read_is_not_started_again(tmp_path: Path) -> None:
    root = write(tmp_path, {"quality/baseline.json": "<<<<"})
    assert run(root, "check", "--update-baseline") == USAGE
    assert (root / "quality" / "baseline.json").read_text(encoding="utf-8") == "<<<<"


def test_no_baseline_is_written_of_what_cannot_be_read(tmp_path: Path) -> None:
    root = write(tmp_path, {"organisation/roles.yml": "- ["})
    assert run(root, "check", "--update-baseline") == USAGE
    assert not (root / "quality" / "baseline.json").exists()


@pytest.mark.parametrize("code", ["f103", "R101", "S203", "X901"])
def test_a_code_is_explained(root: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "explain", code) == CLEAN
    assert code.upper() in capsys.readouterr().out


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


def test_a_new_assessment_is_written_once(root: Path) -> None:
    assert run(root, "new", "assessment", "scan-2027") == CLEAN
    text = (root / "quality" / "assessments" / "scan-2027.yml").read_bytes()
    assert text.endswith(b"\n")
    assert run(root, "new", "assessment", "scan-2027") == USAGE
    assert run(root, "new", "assessment", "../scan") == USAGE


def test_a_scan_is_repeated_by_the_name_of_the_earlier_one(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = ("new", "assessment", "scan-2028", "--like")
    assert run(root, *new, "scan-2027") == USAGE
    assert "There is no assessment 'scan-2027'. " in capsys.readouterr().err
    assert run(root, "new", "assessment", "scan-2027") == CLEAN
    assert run(root, *new, "scan-207") == USAGE
    assert "'scan-207'; did you mean 'scan-2027'?" in capsys.readouterr().err
    assert run(root, *new, "scan-2027") == CLEAN
    text = (root / "quality" / "assessments" / "scan-2028.yml").read_text(encoding="utf-8")
    assert "# The questions are those of 'scan-2027'" in text
    assert run(root, "new", "process", "bake-cake", *GROUP, "--like", "scan-2027") == USAGE


def test_a_group_that_is_not_there_is_refused(root: Path) -> None:
    assert run(root, "new", "process", "bake-cake", "--group", "../..") == USAGE


def write_settings(root: Path) -> None:
    settings = "site_name: x\ntheme: {name: material}\nplugins: [handbook]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
