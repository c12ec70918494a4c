"""Repositories that are hostile, broken or unusual: never an exception, never another answer."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.history import History, HistoryState
from generator.history.read import read_history
from generator.load import load
from repository import BAKE, FIRST, WRITER, Repository, empty_repository, git, make_repository


def history(root: Path) -> History:
    return read_history(root, load(root).readable)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "made")


def versions(found: History) -> dict[str, list[str]]:
    return {name: [item.version for item in items] for name, items in found.versions.items()}


def test_git_is_not_there(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(repository.root) == History()


def test_git_cannot_start(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "git"
    program.write_bytes(b"\x00\x01")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(repository.root) == History()


@pytest.mark.parametrize("command", ["diff-tree", "rev-list", "cat-file", "status", "ls-tree"])
def test_git_fails_half_way(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    real = subprocess.run(["which", "git"], capture_output=True, check=True).stdout.decode().strip()
    program = tmp_path / "git"
    program.write_text(
        f'#!/bin/sh\ncase "$*" in *{command}*) exit 3 ;; esac\nexec \'{real}\' "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    found = history(repository.root)
    assert not any(item.changes for items in found.versions.values() for item in items)
    assert not any(item.changes for item in found.issued.values())
    if command != "cat-file":
        assert found == History()
    else:
        assert {items[0].changes for items in found.versions.values()} == {None}


def test_a_repository_of_somebody_else(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git refuses it, unless a setting (here by variables, as in a CI) trusts the folder."""
    monkeypatch.setattr("generator.load.git._KEPT", ("GIT_CONFIG", "GIT_TEST_"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert history(repository.root) == History()
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "*")
    assert history(repository.root).state is HistoryState.WHOLE


@pytest.mark.parametrize(
    ("file", "content"),
    [
        (".git/HEAD", "ref: refs/heads/gone\n"),
        (".git/HEAD", "rubbish\n"),
        (".git/HEAD", ""),
        (".git/refs/heads/main", "rubbish\n"),
        (".git/refs/heads/main", "0" * 40 + "\n"),
        (".git/refs/heads/main", "1" * 40 + "\n"),
        (".git/config", "[core\n"),
        (".git/index", "rubbish"),
    ],
)
def test_a_damaged_repository(repository: Repository, file: str, content: str) -> None:
    (repository.top / file).write_text(content)
    assert history(repository.root) == History()


def test_a_git_that_is_only_a_name(tmp_path: Path) -> None:
    repository = Repository(tmp_path, tmp_path)
    repository.write({**FIRST, ".git": "rubbish\n"})
    assert history(tmp_path) == History()


@pytest.mark.parametrize("what", ["commit", "tree", "blob"])
def test_an_object_that_is_missing(repository: Repository, what: str) -> None:
    """Of a damaged repository what is left counts, or nothing."""
    name = {
        "commit": repository.commits["cleaner"],
        "tree": repository.git("rev-parse", f"{repository.commits['merge']}:processes").strip(),
        "blob": repository.git("rev-parse", f"{repository.commits['merge']}:{BAKE}").strip(),
    }[what]
    (repository.top / ".git" / "objects" / name[:2] / name[2:]).unlink()
    found = history(repository.root)
    accounts = {"baker": (WRITER.address,)}
    handbook = load(repository.root).readable
    assert versions(read_history(repository.root, handbook, accounts=accounts)) == versions(found)
    if what == "blob":
        assert versions(found)["bake-bread"] == ["0.1", "1.0", "1.1"]
    else:
        assert found == History()


@pytest.mark.parametrize(
    "name", ["bake bréad.yml", "two\nlines.yml", 'quote".yml', "-rf.yml", ":(top).yml", "*.yml"]
)
def test_odd_names_of_files(repository: Repository, name: str) -> None:
    before = versions(history(repository.root))
    text = (repository.root / BAKE).read_text("utf-8")
    repository.commit("odd", {f"processes/baking/{name}": text})
    assert versions(history(repository.root)) == before
    repository.write({f"processes/baking/{name}": text + "\n# edited\n"})
    assert history(repository.root).is_changed


def test_a_name_that_is_not_text(repository: Repository) -> None:
    path = os.fsencode(repository.root) + b"/processes/baking/\xff.yml"
    with open(path, "wb") as file:  # noqa: PTH123 - a name that is bytes
        file.write(b"name: x\n")
    repository.git("add", ".")
    repository.git("commit", "--quiet", "-m", "odd")
    assert "bake-bread" in history(repository.root).versions


def test_a_link_in_the_past(repository: Repository) -> None:
    """What a link leads to is not in the commit, so it holds no version."""
    text = (repository.root / BAKE).read_text("utf-8")
    (repository.root / BAKE).unlink()
    (repository.root / BAKE).symlink_to("/etc/hostname")
    repository.commit("link", {})
    (repository.root / BAKE).unlink()
    repository.commit("file", {BAKE: text})
    assert versions(history(repository.root))["bake-bread"] == ["0.1", "0.2", "1.0", "1.1"]


def test_a_module_inside_the_handbook(repository: Repository, tmp_path: Path) -> None:
    other = make_repository(tmp_path / "other")
    url = other.top.as_uri()
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", url, "processes/module")
    repository.commit("module", {})
    assert "bake-bread" in history(repository.root).versions
    inside = history(repository.root / "processes" / "module")
    assert versions(inside) == versions(history(other.root))


def test_another_worktree(repository: Repository, tmp_path: Path) -> None:
    place = tmp_path / "beside"
    repository.git("worktree", "add", "--quiet", str(place), "proposal")
    found = history(place)
    assert versions(found) == versions(history(repository.root))
    assert len(found.issued["bake-bread"].changes) == 1


@pytest.mark.parametrize(
    "variables",
    [
        {"GIT_DIR": "/nowhere"},
        {"GIT_WORK_TREE": "/"},
        {"GIT_INDEX_FILE": "/nowhere/index"},
        {"GIT_OBJECT_DIRECTORY": "/nowhere"},
        {"GIT_NAMESPACE": "other"},
        {"GIT_PAGER": "false", "PAGER": "false"},
        {"GIT_TRACE": "1"},
        {"GIT_LITERAL_PATHSPECS": "1", "GIT_EXTERNAL_DIFF": "false"},
        {"LC_ALL": "nl_NL.UTF-8", "LANGUAGE": "nl", "TZ": "Pacific/Kiritimati"},
    ],
)
def test_the_environment_changes_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    before = history(repository.root)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert history(repository.root) == before


def test_settings_of_git_change_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = history(repository.root)
    settings = tmp_path / "settings"
    settings.write_text(
        """\
[core]
    quotePath = true
    pager = false
    fsmonitor = false
[diff]
    renames = copies
    noprefix = true
    relative = false
[status]
    short = false
    relativePaths = true
    showUntrackedFiles = no
[log]
    showSignature = true
    date = relative
    showRoot = false
    follow = true
[color]
    ui = always
    status = always
"""
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert history(repository.root) == before


def test_replaced_commits_change_nothing(repository: Repository) -> None:
    before = history(repository.root)
    repository.git("replace", repository.commits["approved"], repository.commits["first"])
    assert history(repository.root) == before


def test_git_is_left_as_it_was(repository: Repository) -> None:
    """Nothing in the repository is written, not even the index that ``status`` likes to renew."""
    (repository.root / BAKE).touch()
    folder = repository.top / ".git"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    history(repository.root)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_two_beginnings(tmp_path: Path) -> None:
    """Without a past in common with the main line nothing was issued."""
    repository = make_repository(tmp_path)
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.commit("alone", {})
    found = history(repository.root)
    assert found.state is HistoryState.WHOLE
    assert not found.issued
    assert not found.versions


def test_newer_kind_of_repository(tmp_path: Path) -> None:
    """Names of commits may have sixty-four characters."""
    tmp_path.joinpath("made").mkdir()
    git(tmp_path / "made", "init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    repository = Repository(tmp_path / "made", tmp_path / "made")
    repository.commit("first", FIRST)
    found = history(repository.root)
    assert found.head is not None
    assert len(found.head.sha) == 64
    assert versions(found)["bake-bread"] == ["0.1"]


def test_no_handbook_at_first(tmp_path: Path) -> None:
    repository = empty_repository(tmp_path)
    repository.commit("readme", {"README.md": "Welcome\n"})
    repository.commit("handbook", FIRST)
    found = history(repository.root)
    assert {item[0].commit.sha for item in found.versions.values()} == {
        repository.commits["handbook"]
    }
