"""What is written about the code says what the code does."""

import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.exports.json_schema import editor_schemas
from generator.language import LANGUAGES, language
from generator.load.discover import FILES as READ
from generator.load.discover import FOLDERS
from generator.model.measurement import Measurement
from generator.pages.fields import FILES as EXPLAINED

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def documented() -> list[str]:
    """The commands of README's table: ``handbook export json``."""
    return re.findall(r"^\| `handbook ([^`]+)` \|", README, re.MULTILINE)


def usage(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([*arguments, "--help"])
    assert stopped.value.code == 0
    return capsys.readouterr().out


def test_readme_names_exactly_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^    (\w+)(?: |$)", usage(capsys), re.MULTILINE)
    assert commands
    assert list(dict.fromkeys(line.split()[0] for line in documented())) == commands


@pytest.mark.parametrize("line", documented())
def test_readme_gives_the_options_that_there_are(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command, *words = line.split()
    shown = usage(capsys, command)
    for word in words:
        assert word in shown or word.isupper(), f"handbook {line}"


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE)) <= targets


def test_folders_of_the_readme_exist_and_none_is_missing() -> None:
    named = set(re.findall(r"^\| `([a-z]+)/` \|", README, re.MULTILINE))
    assert set(FOLDERS) <= named
    assert [name for name in named if not (ROOT / name).is_dir()] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_is_linked_to_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_list_of_fields_explains_exactly_the_files_that_are_read() -> None:
    read = {re.sub(r"\{\w+\}", "<>", layout.pattern): layout.model for layout in READ}
    read["kpis/measurements/<>.csv"] = Measurement  # a line of the table, not the whole of it
    explained = {re.sub(r"<\w+>", "<>", path): model for path, model in EXPLAINED}
    assert explained == read


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_that_is_read_has_a_schema_for_editors(code: str) -> None:
    names = {name.removesuffix(".json") for name in editor_schemas(language(code))}
    fixed = {Path(layout.pattern).stem for layout in READ if "{" not in layout.pattern}
    assert names == fixed | {"process", "kpis", "assessment", "standard"}


def test_committed_schemas_are_those_of_the_model() -> None:
    """``handbook export schemas`` writes them; the organisation's language is Dutch here."""
    folder = ROOT / "schemas"
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert there == editor_schemas(language("nl"))


def test_decisions_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "adr").glob("*.md"))
    assert [name[:4] for name in names] == [f"{n:04}" for n in range(1, len(names) + 1)]
