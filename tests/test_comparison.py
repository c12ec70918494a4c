"""What is compared with what: commits, folders, the files at hand, and what was issued."""

from pathlib import Path

import pytest

from generator.comparison import compared_between, compared_with_issued
from generator.load.git import NoVersionError
from generator.model.control import VersionCase
from generator.model.usage import UsageError
from generator.reports.changes.compared import Thing, things
from repository import BAKE, Repository, git, make_repository, without_git
from small_handbook import FILES, PROCESS, edited, write


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return make_repository(tmp_path_factory.mktemp("compared") / "bakery")


@pytest.fixture
def copied(repository: Repository, tmp_path: Path) -> Path:
    """A clone that a test may change."""
    git(tmp_path, "clone", "--quiet", str(repository.top), str(tmp_path / "clone"))
    return tmp_path / "clone"


def subjects(found: tuple[Thing, ...]) -> list[str]:
    return [thing.subject for thing in found]


def test_two_commits(repository: Repository) -> None:
    found = things(compared_between(repository.root, "first", repository.commits["changed"]))
    processes = {thing.subject: thing for thing in found if thing.kind == "process"}
    assert sorted(processes) == ["process:bake-bread", "process:clean-oven", "process:sell-loaves"]
    bread, oven, loaves = (processes[name] for name in sorted(processes))
    assert bread.versions == ("0.1", "1.1")
    assert oven.file == "processes/care/clean-oven.yml"
    assert loaves.name == "Sell loaves"
    assert loaves.versions == ("0.1", "1.0")
    assert {change.was for change in loaves.changes} == {"process:sell-bread"}


def test_the_reverse_has_the_versions_the_other_way_round(repository: Repository) -> None:
    found = things(compared_between(repository.root, "main", "first"))
    versions = {thing.subject: thing.versions for thing in found if thing.kind == "process"}
    assert versions["process:sell-bread"] == ("1.0", "0.1")


def test_a_commit_and_the_files_at_hand(copied: Path) -> None:
    assert things(compared_between(copied, "HEAD")) == ()
    file = copied / BAKE
    file.write_text(file.read_text().replace("230 degrees", "240 degrees"))
    (thing,) = things(compared_between(copied, "HEAD"))
    assert [change.after for change in thing.changes] == ["Bake at 240 degrees."]
    assert thing.demand
    assert (thing.demand.case, thing.demand.version) == (VersionCase.CONTENT, "1.2")
    assert not thing.demand.is_met


def test_what_a_raised_version_meets(repository: Repository) -> None:
    (thing,) = (
        item
        for item in things(compared_between(repository.root, "main", "proposal"))
        if item.kind == "process"
    )
    assert thing.demand
    assert thing.demand.is_met
    assert thing.demand.version == "1.2"


def test_text_of_which_nobody_says_what_it_is(copied: Path) -> None:
    file = copied / BAKE
    file.write_text(file.read_text().replace("Is the bread brown?", "Is the loaf brown?"))
    (thing,) = things(compared_between(copied, "HEAD"))
    assert thing.demand
    assert thing.demand.case is None
    assert (thing.demand.version, thing.demand.other_version) == ("1.1", "1.2")


def test_two_folders(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one"), write(tmp_path / "other", edited(PROCESS, "Mix", "Knead"))
    (thing,) = things(compared_between(one, str(other), str(one)))
    assert {change.before for change in thing.changes} == {"Knead dough"}
    (back,) = things(compared_between(one, str(other)))
    assert back == thing


def test_a_commit_goes_before_a_folder_of_the_same_name_unless_it_is_written_as_a_path(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied)
    write(copied / "main")
    assert things(compared_between(copied, "main")) == ()
    assert "process:clean-oven" in subjects(things(compared_between(copied, "./main")))


def test_a_folder_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = write(tmp_path / "one")
    write(tmp_path / "other", edited(PROCESS, "Mix", "Knead"))
    monkeypatch.chdir(tmp_path)
    assert subjects(things(compared_between(one, "other"))) == ["process:bake-bread"]


@pytest.mark.parametrize("base", ["nowhere", "./nowhere", "/nowhere", "--output=x", "..", "HEAD:"])
def test_what_is_not_there(base: str, repository: Repository, tmp_path: Path) -> None:
    monkey = pytest.MonkeyPatch()
    monkey.chdir(tmp_path)
    try:
        with pytest.raises(UsageError):
            compared_between(repository.root, base)
    finally:
        monkey.undo()


def test_a_commit_without_a_handbook(tmp_path: Path) -> None:
    root = write(tmp_path)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "empty")
    with pytest.raises(UsageError, match="there is no handbook"):
        compared_between(root, "HEAD")


def test_what_cannot_be_read_is_told_and_the_rest_compared(tmp_path: Path) -> None:
    broken = {"organisation/systems.yml": "- [", **edited(PROCESS, "Mix", "Knead")}
    compared = compared_between(write(tmp_path / "one"), str(write(tmp_path / "two", broken)))
    assert compared.before
    assert [item.position.file for item in compared.before.faults] == ["organisation/systems.yml"]
    assert compared.after.faults == ()
    assert subjects(things(compared)) == ["process:bake-bread"]


def test_every_process_with_what_was_issued(copied: Path) -> None:
    assert things(compared_with_issued(copied)) == ()
    file = copied / BAKE
    file.write_text(file.read_text().replace("230 degrees", "240 degrees"))
    compared = compared_with_issued(copied)
    assert compared.before is None
    (thing,) = things(compared)
    assert thing.versions == ("1.1", "1.1")
    assert thing.demand
    assert thing.demand.version == "1.2"


def test_without_git_nothing_was_issued(repository: Repository, tmp_path: Path) -> None:
    assert things(compared_with_issued(without_git(repository, tmp_path / "copy"))) == ()
    with pytest.raises(NoVersionError):
        compared_between(tmp_path / "copy", "main")


def test_new_and_gone_processes_are_asked_nothing(tmp_path: Path) -> None:
    extra = {"processes/baking/sell.yml": FILES[PROCESS].replace("Bake bread", "Sell bread")}
    one, two = write(tmp_path / "one"), write(tmp_path / "two", extra)
    (new,) = things(compared_between(two, str(one)))
    assert (new.subject, new.versions, new.demand) == ("process:sell", ("", "0.1"), None)
    (gone,) = things(compared_between(one, str(two)))
    assert (gone.subject, gone.versions, gone.demand) == ("process:sell", ("0.1", ""), None)
    assert gone.name == "Sell bread"
