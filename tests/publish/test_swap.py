from pathlib import Path

import pytest

from generator.publish import swap as module
from generator.publish.swap import recover, swap


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def test_first_publication(tmp_path: Path) -> None:
    swap(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "new"


@pytest.mark.parametrize("atomic", [True, False])
def test_new_takes_the_place_of_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, atomic: bool
) -> None:
    if not atomic:
        monkeypatch.setattr(module, "_exchange", lambda *_: False)
    published = folder(tmp_path / "site", "old")
    swap(folder(tmp_path / "new", "new"), published)
    assert (published / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_a_swap_broken_off_between_its_two_renames_is_put_back(tmp_path: Path) -> None:
    published = folder(tmp_path / "site.old", "old").with_name("site")
    recover(published)
    assert (published / "index.html").read_text() == "old"


def test_what_is_published_stays_when_something_older_is_left_over(tmp_path: Path) -> None:
    folder(tmp_path / "site.old", "older")
    published = folder(tmp_path / "site", "old")
    recover(published)
    assert (published / "index.html").read_text() == "old"
