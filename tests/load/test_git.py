"""Earlier versions out of git, also of a handbook in a folder of a larger repository."""

import subprocess
from pathlib import Path

import pytest

from generator.load import load
from generator.load.git import NoVersionError, version
from small_handbook import FILES, PROCESS, write


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


@pytest.fixture(params=[".", "docs of us/handbook"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A repository with one commit, and a change that is not committed."""
    root = tmp_path / request.param
    root.mkdir(parents=True, exist_ok=True)
    git(tmp_path, "init", "-q", "-b", "main")
    write(root, {"notes.txt": "not of the handbook"})
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    write(root, {PROCESS: FILES[PROCESS].replace("Bake bread", "Bake cake")})
    return root


def test_the_version_is_the_commit_and_is_gone_afterwards(repository: Path) -> None:
    with version(repository, "main") as folder:
        handbook = load(folder).handbook
        assert handbook is not None
        assert handbook.processes["bake-bread"].name == "Bake bread"  # type: ignore[index]
        assert not (folder / "notes.txt").exists()
    assert not folder.exists()


@pytest.mark.parametrize("reference", ["nowhere", "--help", "", "main:organisation"])
def test_a_commit_that_is_not_there(repository: Path, reference: str) -> None:
    with pytest.raises(NoVersionError, match=r"\S"), version(repository, reference):
        pass


def test_a_folder_without_git(tmp_path: Path) -> None:
    with pytest.raises(NoVersionError, match="not a git repository"), version(tmp_path, "main"):
        pass
