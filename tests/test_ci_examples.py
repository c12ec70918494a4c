"""The definitions for CI and pre-commit are valid, and call the command as it is."""

import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.load.discover import FOLDERS
from generator.reports import REPORTS

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github" / "workflows" / "handbook.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SCHEMAS = {
    GITHUB: ("--builtin-schema", "vendor.github-workflows"),
    GITLAB: ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def validated(path: Path, schema: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Runs check-jsonschema with a schema that it carries; it reads nothing from a network."""
    command = [sys.executable, "-m", "check_jsonschema", *schema, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_definition_is_valid(path: Path) -> None:
    done = validated(path, SCHEMAS[path])
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [(GITHUB, "runs-on:", "runs-at:"), (GITLAB, "when: always", "when: sometimes")],
    ids=["github", "gitlab"],
)
def test_a_wrong_definition_is_refused(path: Path, right: str, wrong: str, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert right in text
    changed = tmp_path / "changed.yml"
    changed.write_text(text.replace(right, wrong), encoding="utf-8")
    assert validated(changed, SCHEMAS[path]).returncode == 1


def scripts() -> Iterator[str]:
    """Every line that one of the definitions runs."""
    for job in read(GITHUB)["jobs"].values():
        for step in job["steps"]:
            yield from step.get("run", "").splitlines()
    for job in (read(GITLAB)["handbook"], read(GITLAB)["proposal"]):
        for entry in [*job.get("before_script", ()), *job["script"]]:
            yield from entry.splitlines()
    yield from (hook["entry"] for hook in read(HOOKS))


def commands() -> list[list[str]]:
    """The words of each call of ``handbook``, with every word that may be left out."""
    whole = (re.sub(r"\$\{\w+:\+([^}]*)\}", r"\1", line) for line in scripts())
    calls = (re.split(r"\|\||&&|;", line)[0] for line in whole)
    found = (re.search(r"(?:^|bin/)handbook (?:--root \S+ )?(.*)", call) for call in calls)
    return [shlex.split(match[1]) for match in found if match]


def usage(capsys: pytest.CaptureFixture[str], command: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    return capsys.readouterr().out


def test_every_definition_calls_the_check() -> None:
    called = Counter(words[0] for words in commands())
    assert called == {"check": 5, "comment": 2, "suggest": 2, "build": 2}


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_call_is_one_that_exists(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = usage(capsys, words[0])
    for word, value in pairwise([*words, ""]):
        if word.startswith("--"):
            assert re.search(rf"{re.escape(word)}\b", shown), word
        if word == "--format":
            choices = re.search(r"--format \{([\w,]+)\}", shown)
            assert choices
            assert value in choices[1].split(",")
            assert words[0] != "check" or value in REPORTS


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    called = {match[1] for line in scripts() if (match := re.match(r"make (\S+)", line))}
    assert called == {".venv/site"}
    for target in called:
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)


def test_the_whole_history_is_there() -> None:
    checkout = read(GITHUB)["jobs"]["handbook"]["steps"][0]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"]["fetch-depth"] == 0
    assert read(GITLAB)["handbook"]["variables"]["GIT_DEPTH"] == "0"


def test_actions_are_pinned_by_major_version() -> None:
    used = re.findall(r"uses: (\S+)", GITHUB.read_text(encoding="utf-8"))
    assert len(used) == 6
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in used)


@pytest.mark.parametrize("base", [None, "origin/main; echo a b"])
def test_a_base_is_one_word_and_left_out_when_empty(base: str | None) -> None:
    lines = {line.strip() for line in scripts() if "--base" in line}
    words = '${BASE:+--base "$BASE"}'
    on_a_proposal_only = {
        line for line in lines if re.search("handbook.* (comment|suggest) ", line)
    }
    assert len(on_a_proposal_only) == 4
    assert all('--base "$BASE"' in line for line in on_a_proposal_only)
    assert len(lines - on_a_proposal_only) == 4
    assert all(words in line for line in lines - on_a_proposal_only)
    command = ["sh", "-c", f"printf '%s\\n' {words}"]
    environment = {} if base is None else {"BASE": base}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:-1] == ([""] if base is None else ["--base", base])


def test_the_hook_looks_at_the_files_of_a_handbook() -> None:
    (hook,) = read(HOOKS)
    assert hook["id"] == "handbook-check"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    for folder in (*FOLDERS, "docs"):
        assert re.search(hook["files"], f"{folder}/x/y.yml")
    for other in ("generator/cli.py", "tests/data/x/processes/x.yml", "README.md"):
        assert not re.search(hook["files"], other)
