"""Suggestions: the lines that are missing, on the lines where a forge accepts them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.examination import examine
from generator.language import language
from generator.load.changed_lines import changed_files
from generator.proposing import writes_of
from generator.reports.changes.suggestions import github, gitlab
from repository import BAKE, git
from tests.reports.changes.conftest import commit

DAY = date(2024, 3, 5)
NEAR = ("  next_review: 2030-01-01\n", "  next_review: 2030-02-01\n")
"""A change beside the version, so that the lines to write are in the difference."""


def of_github(root: Path, on: date = DAY) -> Any:
    writes = writes_of(examine(root, base="main"), on=on)
    return json.loads(github(writes, changed_files(root, "main"), language("en")))


def of_gitlab(root: Path) -> list[Any]:
    writes = writes_of(examine(root, base="main"), on=DAY)
    lines = gitlab(writes, changed_files(root, "main"), language("en")).splitlines()
    return [json.loads(line) for line in lines]


def suggested(body: str) -> list[str]:
    """The lines of the suggestion in a comment."""
    _, _, rest = body.partition("```suggestion")
    return rest.partition("\n")[2].partition("```")[0].splitlines()


def accepted(root: Path, changes: list[tuple[str, int, int, list[str]]]) -> None:
    """Does what a forge does when suggestions are accepted: lines replace lines."""
    for path, first, last, lines in sorted(changes, reverse=True):
        text = (root / path).read_text(encoding="utf-8").splitlines()
        text[first - 1 : last] = lines
        (root / path).write_text("".join(f"{line}\n" for line in text), encoding="utf-8")


def is_sound(root: Path) -> bool:
    return examine(root, base="main").sound


@pytest.fixture
def changed(clone: Path) -> Path:
    commit(clone, "at 230 degrees", "at 240 degrees")
    commit(clone, *NEAR)
    assert not is_sound(clone)
    return clone


def test_what_github_suggests_is_what_is_missing(changed: Path) -> None:
    review = of_github(changed)
    assert review["commit_id"] == git(changed, "rev-parse", "HEAD").strip()
    assert review["event"] == "COMMENT"
    assert "2 suggestions" in review["body"]
    accepted(
        changed,
        [
            (
                item["path"],
                item.get("start_line", item["line"]),
                item["line"],
                suggested(item["body"]),
            )
            for item in review["comments"]
        ],
    )
    assert is_sound(changed)
    assert of_github(changed)["comments"] == []
    assert 'version: "1.2"\n    date: 2024-03-05' in (changed / BAKE).read_text(encoding="utf-8")


def test_what_gitlab_suggests_is_what_is_missing(changed: Path) -> None:
    found = of_gitlab(changed)
    changes = []
    for item in found:
        place, (_, _, more) = item["position"], item["body"].partition("suggestion:-0+")
        count = int(more.partition("\n")[0])
        first = place["new_line"]
        changes.append((place["new_path"], first, first + count, suggested(item["body"])))
    accepted(changed, changes)
    assert is_sound(changed)
    assert of_gitlab(changed) == []


def test_github_takes_only_lines_of_the_difference_and_gitlab_any_line(clone: Path) -> None:
    commit(clone, "goal: Bread on the shelf", "goal: Two loaves on the shelf")
    assert of_github(clone)["comments"] == []
    assert len(of_gitlab(clone)) == 2


def test_a_line_that_was_there_is_named_by_both_its_numbers(clone: Path) -> None:
    commit(clone, "goal: Bread on the shelf\n", "goal: Bread on two shelves\nsummary: Bread\n")
    places = [item["position"] for item in of_gitlab(clone)]
    before = git(clone, "show", f"main:{BAKE}").splitlines()
    after = (clone / BAKE).read_text(encoding="utf-8").splitlines()
    assert places
    for place in places:
        assert place["old_line"] == place["new_line"] - 1
        assert before[place["old_line"] - 1] == after[place["new_line"] - 1]


def test_a_file_that_did_not_change_gets_none(clone: Path) -> None:
    file = clone / BAKE
    file.write_text(file.read_text().replace("at 230 degrees", "at 240 degrees"))
    assert writes_of(examine(clone, base="main"), on=DAY)
    assert of_github(clone)["comments"] == []
    assert of_gitlab(clone) == []


def test_a_suggestion_keeps_its_mark_on_another_day_and_another_line(changed: Path) -> None:
    def marks(on: date) -> list[str]:
        return [item["body"].split()[-2] for item in of_github(changed, on)["comments"]]

    first = marks(DAY)
    assert len(set(first)) == 2
    assert marks(date(2024, 3, 6)) == first
    commit(changed, "name: Bake bread", "# a line\nname: Bake bread")
    assert marks(DAY) == first


def test_paths_are_from_the_top_of_the_repository(tmp_path: Path) -> None:
    from repository import make_repository  # noqa: PLC0415

    repository = make_repository(tmp_path / "top", below="hand book")
    repository.git("switch", "--quiet", "--create", "mine")
    commit(repository.root, "at 230 degrees", "at 240 degrees")
    commit(repository.root, *NEAR)
    assert {item["path"] for item in of_github(repository.root)["comments"]} == {
        f"hand book/{BAKE}"
    }
    (first, *_) = of_gitlab(repository.root)
    assert first["position"]["old_path"] == f"hand book/{BAKE}"
