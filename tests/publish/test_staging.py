from pathlib import Path

from generator.publish.staging import stage


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def written(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "adr").mkdir(parents=True)
    (tmp_path / "docs" / "chapter.md").write_text("chapter")
    (tmp_path / "docs" / "adr" / "0001.md").write_text("for developers")
    return tmp_path / "docs"


def test_holds_both_trees_and_nothing_else(tmp_path: Path) -> None:
    staging = tmp_path / "staging"
    stage({"a/old.md": "old"}, written(tmp_path), staging)
    stage({"b/new.md": "new"}, tmp_path / "docs", staging)
    assert tree(staging) == {"b/new.md": "new", "chapter.md": "chapter"}
    assert not (staging / "a").exists()


def test_generated_page_wins_over_a_written_one_of_the_same_name(tmp_path: Path) -> None:
    stage({"chapter.md": "generated"}, written(tmp_path), tmp_path / "staging")
    assert tree(tmp_path / "staging") == {"chapter.md": "generated"}


def test_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    staging = tmp_path / "staging"
    stage({"x.md": "x", "y.md": "y"}, tmp_path / "none", staging)
    before = (staging / "x.md").stat().st_mtime_ns
    stage({"x.md": "x", "y.md": "changed"}, tmp_path / "none", staging)
    assert (staging / "x.md").stat().st_mtime_ns == before
    assert (staging / "y.md").read_text() == "changed"
