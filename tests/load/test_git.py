"""Earlier versions out of git, also of a handbook in a folder of a larger repository."""

import subprocess
from pathlib import Path

import pytest

from generator.load import load
from generator.load.git import NoVersionError, blob_reader, output, version
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


def test_what_git_says(repository: Path) -> None:
    assert output(repository, "rev-parse", "--abbrev-ref", "HEAD") == b"main\n"
    assert len(output(repository, "hash-object", "--stdin", given=b"x")) == 41
    with pytest.raises(NoVersionError, match="unheard-of"):
        output(repository, "unheard-of")


def test_a_program_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVersionError, match="not installed"):
        output(tmp_path, "status")
    with pytest.raises(NoVersionError, match="not installed"), blob_reader(tmp_path) as read:
        read("HEAD")


def test_blobs_are_read_one_after_another(repository: Path) -> None:
    """Byte for byte, also an empty one, one that looks like an answer, and a large one."""
    contents = [b"", b"x", b"\n\n", b"0123 blob 4\nabc\n", b"y" * 1_000_000]
    names = [
        output(repository, "hash-object", "-w", "--stdin", given=content).decode().strip()
        for content in contents
    ]
    with blob_reader(repository) as read:
        assert [read(name) for name in names + names[::-1]] == contents + contents[::-1]
        assert read("1" * 40) is None
        assert read("HEAD") is None, "a commit is no blob"
        assert read("two words") is None
        assert read(names[1]) == b"x", "the next answer is not mixed up with the last one"


def test_a_repository_named_by_a_variable(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook sets ``GIT_DIR``, which would make every folder that of the hook's repository."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert output(repository, "rev-parse", "--verify", "HEAD")
