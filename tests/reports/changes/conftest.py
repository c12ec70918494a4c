"""What the tests of differences and proposals share: a repository with branches."""

from pathlib import Path

import pytest

from repository import BAKE, Repository, git, make_repository


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The repository of the story; to be read only."""
    return make_repository(tmp_path_factory.mktemp("story") / "bakery")


@pytest.fixture
def clone(story: Repository, tmp_path: Path) -> Path:
    """A clone of it, on a branch of its own that parts from ``main``."""
    root = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(story.top), str(root))
    git(root, "switch", "--quiet", "--create", "mine")
    return root


def commit(root: Path, old: str, new: str, file: str = BAKE) -> None:
    """Replaces a piece of a file and commits that."""
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "-m", "change")
