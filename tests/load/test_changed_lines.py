"""Which lines a branch changes: every line that was there is found back by its number before."""

import random
from pathlib import Path

import pytest

from generator.load.changed_lines import changed_files
from generator.load.git import NoVersionError
from repository import Repository, empty_repository, git

ODD = 'a b/é "q" [x] *.yml'


def altered(lines: list[str], dice: random.Random) -> list[str]:
    """Lines with some gone, some new and some otherwise."""
    found = []
    for number, line in enumerate(lines):
        choice = dice.random()
        if choice < 0.05:
            continue
        found.append(f"other {number}" if choice < 0.1 else line)
        if choice > 0.95:
            found.append(f"new {number}")
    return found


def branched(top: Path, before: dict[str, str], after: dict[str, str | None]) -> Repository:
    repository = empty_repository(top)
    repository.commit("before", before)
    repository.git("switch", "--quiet", "--create", "mine")
    repository.commit("after", after)
    return repository


@pytest.mark.parametrize("seed", range(8))
def test_every_line_is_found_back(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    old = [f"line {number}" for number in range(dice.randrange(120))]
    new = altered(old, dice) or ["x"]
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (old, new))
    root = branched(tmp_path, {"x.yml": before, "y": "y"}, {"x.yml": after, "y": "z"}).root
    found = changed_files(root, "main").files.get("x.yml")
    if found is None:
        assert before == after
        return
    for number, line in enumerate(new, start=1):
        earlier = found.line_before(number)
        if earlier is None:
            assert found.is_shown(number, number)
        else:
            assert old[earlier - 1] == line
    known = [number for number in range(1, len(new) + 1) if found.line_before(number)]
    assert len(known) >= len(new) - sum(not line.startswith("line") for line in new) - 3


def test_odd_names_renamed_new_and_gone_files(tmp_path: Path) -> None:
    text = "".join(f"line {number}\n" for number in range(9))
    before = {ODD: "a\n", "old.yml": text, "gone.yml": "c\n", "same.yml": "d\n"}
    after = {
        ODD: "b\n",
        "old.yml": None,
        "new name.yml": f"{text}more\n",
        "gone.yml": None,
        "fresh.yml": "e\n",
    }
    found = changed_files(branched(tmp_path, before, after).root, "main")
    assert sorted(found.files) == [ODD, "fresh.yml", "new name.yml"]
    assert found.files["new name.yml"].before == "old.yml"
    assert found.files["new name.yml"].line_before(10) is None
    assert found.files["new name.yml"].line_before(2) == 2
    assert found.files["fresh.yml"].is_shown(1, 1)
    assert found.files[ODD].line_before(1) is None


def test_between_which_commits(tmp_path: Path) -> None:
    repository = branched(tmp_path, {"x": "a\n"}, {"x": "b\n"})
    repository.git("switch", "--quiet", "main")
    repository.commit("later", {"x": "c\n"})
    repository.git("switch", "--quiet", "mine")
    found = changed_files(repository.root, "main")
    assert (found.base, found.head) == (repository.commits["before"], repository.commits["after"])


def test_a_base_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoVersionError):
        changed_files(branched(tmp_path, {"x": "a\n"}, {"x": "b\n"}).root, "nowhere")


def test_settings_of_git_change_nothing(tmp_path: Path) -> None:
    repository = branched(tmp_path, {"x": "a\n", "y": "1\n"}, {"x": "b\n", "y": "1\n"})
    plain = changed_files(repository.root, "main")
    for name, value in (
        *(("color.ui", "always"), ("diff.noprefix", "true"), ("diff.external", "false")),
        *(("diff.context", "0"), ("core.quotePath", "true"), ("diff.renames", "false")),
    ):
        git(repository.top, "config", name, value)
    assert changed_files(repository.root, "main") == plain
