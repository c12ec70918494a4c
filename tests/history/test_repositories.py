"""What is read out of repositories of every kind: whole, shallow, detached, below, without git."""

from pathlib import Path

import pytest

from generator.diff import ChangeKind
from generator.history import History, HistoryState
from generator.history.read import read_history
from generator.load import load
from generator.model.control import Status
from repository import (
    BAKE,
    CLEAN,
    FIRST,
    Repository,
    detached,
    empty_repository,
    make_repository,
    shallow_clone,
    without_git,
)


def history(root: Path, **options: object) -> History:
    handbook = load(root).handbook
    assert handbook is not None
    return read_history(root, handbook, **options)  # type: ignore[arg-type]


def brought(found: History, repository: Repository) -> dict[str, dict[str, str]]:
    """The name in the story of the commit that brought each version."""
    names = {sha: name for name, sha in repository.commits.items()}
    return {
        process: {item.version: names[item.commit.sha] for item in items}
        for process, items in found.versions.items()
    }


@pytest.fixture(params=[".", "docs of us/handböek"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "made", below=request.param)


WHOLE = {
    "bake-bread": {"0.1": "first", "0.2": "merge", "1.0": "approved", "1.1": "changed"},
    "clean-oven": {"0.1": "first", "0.2": "cleaner", "0.3": "moved"},
    "sell-loaves": {"0.1": "first", "0.2": "renamed", "1.0": "sold"},
}


def test_the_whole_story(repository: Repository) -> None:
    found = history(repository.root)
    assert found.state is HistoryState.WHOLE
    assert found.head is not None
    assert found.head.sha == repository.commits["changed"]
    assert found.head.date.isoformat() == "2024-01-08"
    assert not found.is_changed
    assert brought(found, repository) == WHOLE
    assert {name: item.version for name, item in found.issued.items()} == {
        "bake-bread": "1.1",
        "clean-oven": "0.3",
        "sell-loaves": "1.0",
    }
    assert not [item for item in found.issued.values() if item.changes]
    assert [line.version for line in found.issued["bake-bread"].log] == ["1.1", "1.0", "0.2", "0.1"]


def test_what_each_version_changed(repository: Repository) -> None:
    versions = history(repository.root).versions
    told = {
        (process, item.version): [(change.kind, change.field) for change in item.changes or ()]
        for process, items in versions.items()
        for item in items
    }
    assert told == {
        ("bake-bread", "0.1"): [],
        ("bake-bread", "0.2"): [
            (ChangeKind.REWORDED, "Step.explanation"),
            (ChangeKind.REWORDED, "Decision.question"),
        ],
        ("bake-bread", "1.0"): [],
        ("bake-bread", "1.1"): [(ChangeKind.REWORDED, "Step.explanation")],
        ("clean-oven", "0.1"): [],
        ("clean-oven", "0.2"): [(ChangeKind.RESPONSIBLE, "Step.roles")],
        ("clean-oven", "0.3"): [(ChangeKind.MOVED, "Process.group")],
        ("sell-loaves", "0.1"): [],
        ("sell-loaves", "0.2"): [(ChangeKind.RENAMED, "Process.name")],
        ("sell-loaves", "1.0"): [],
    }


def test_a_version_has_the_status_that_it_had_last(repository: Repository) -> None:
    approved = (repository.root / BAKE).read_text("utf-8")
    obsolete = approved.replace('  version: "1.1"\n', '  version: "1.1"\n  status: obsolete\n')
    repository.commit("withdrawn", {BAKE: obsolete})
    versions = history(repository.root).versions["bake-bread"]
    assert [item.status for item in versions] == [
        Status.DRAFT,
        Status.DRAFT,
        Status.APPROVED,
        Status.OBSOLETE,
    ]
    assert versions[-1].commit.sha == repository.commits["changed"]


def test_a_branch_ahead(repository: Repository) -> None:
    """On a branch the main line ends where the branch left it; changes add up since then."""
    repository.git("switch", "--quiet", "proposal")
    text = (repository.root / BAKE).read_text("utf-8")
    repository.commit("more", {BAKE: text.replace("at 230 degrees", "at 240 degrees")})
    found = history(repository.root)
    assert brought(found, repository) == WHOLE
    issued = found.issued["bake-bread"]
    assert (issued.version, len(issued.log)) == ("1.1", 4)
    assert [(change.kind, change.after) for change in issued.changes] == [
        (ChangeKind.RESPONSIBLE, "helper"),
        (ChangeKind.REWORDED, "Bake at 240 degrees."),
    ]
    assert not found.issued["clean-oven"].changes


def test_a_branch_behind(repository: Repository) -> None:
    """What the main line got since then is nothing that a branch takes back."""
    repository.git("switch", "--quiet", "--create", "late", repository.commits["cleaner"])
    found = history(repository.root)
    assert brought(found, repository) == {
        "bake-bread": {"0.1": "first"},
        "clean-oven": {"0.1": "first", "0.2": "cleaner"},
        "sell-bread": {"0.1": "first"},
    }
    assert not [item for item in found.issued.values() if item.changes]


def test_another_base(repository: Repository) -> None:
    repository.git("switch", "--quiet", "proposal")
    found = history(repository.root, base=repository.commits["moved"])
    assert found.issued["bake-bread"].version == "1.0"
    assert [change.after for change in found.issued["bake-bread"].changes] == [
        "helper",
        "Bake at 230 degrees.",
    ]
    assert not history(repository.root, base="nowhere").issued


def test_another_main_branch(repository: Repository) -> None:
    found = history(repository.root, main_branch="hotter-oven")
    assert brought(found, repository)["bake-bread"] == {"0.1": "first", "0.2": "hotter"}
    assert history(repository.root, main_branch="--help").versions.keys() == WHOLE.keys()


@pytest.mark.parametrize("name", ["merge", "moved", "changed"])
def test_a_detached_head(repository: Repository, name: str) -> None:
    found = history(detached(repository, name))
    assert found.head is not None
    assert found.head.sha == repository.commits[name]
    assert found.versions["bake-bread"][-1].commit.sha in repository.commits.values()
    expected = {"merge": "0.2", "moved": "1.0", "changed": "1.1"}[name]
    assert found.issued["bake-bread"].version == expected
    assert not found.issued["bake-bread"].changes


def test_the_branch_at_origin(repository: Repository, tmp_path: Path) -> None:
    """A CI has the branch that is built, and the main one only as that of the origin."""
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--branch=proposal", str(repository.top), str(clone))
    root = clone / repository.root.relative_to(repository.top)
    found = history(root)
    assert brought(found, repository) == WHOLE
    assert len(found.issued["bake-bread"].changes) == 1


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_a_shallow_clone(repository: Repository, tmp_path: Path, depth: int) -> None:
    found = history(shallow_clone(repository, tmp_path / "clone", depth=depth))
    assert found.state is HistoryState.SHALLOW
    assert found.head is not None
    assert found.head.sha == repository.commits["changed"]
    oldest = found.versions["bake-bread"][0]
    assert oldest.changes is None, "what came before is cut off"
    assert found.issued["bake-bread"].version == "1.1"
    if depth > 1:
        assert [item.version for item in found.versions["bake-bread"]] == ["1.0", "1.1"]
        assert len(found.versions["bake-bread"][1].changes or ()) == 1


def test_without_git(repository: Repository, tmp_path: Path) -> None:
    assert history(without_git(repository, tmp_path / "zip")) == History()


def test_before_the_first_commit(tmp_path: Path) -> None:
    repository = empty_repository(tmp_path)
    repository.write(FIRST)
    assert history(repository.root) == History()


def test_a_handbook_that_git_does_not_know(tmp_path: Path) -> None:
    """A folder below a repository of something else, or laid out by a program."""
    repository = empty_repository(tmp_path, below="folder")
    repository.write(FIRST)
    (tmp_path / "other.txt").write_text("other")
    repository.git("add", "other.txt")
    repository.git("commit", "--quiet", "-m", "other")
    assert history(repository.root) == History()


def test_files_that_are_not_committed(repository: Repository) -> None:
    text = (repository.root / CLEAN.replace("baking", "care")).read_text("utf-8")
    changed = text.replace("Cool oven", "Cool the oven for 3 hours").replace('"0.3"', '"0.4"', 1)
    repository.write({CLEAN.replace("baking", "care"): changed})
    found = history(repository.root)
    assert found.is_changed
    assert brought(found, repository) == WHOLE
    assert found.issued["clean-oven"].version == "0.3", "0.4 is not on the main line"
    assert [change.after for change in found.issued["clean-oven"].changes] == [
        "Cool the oven for 3 hours"
    ]
    assert not found.issued["bake-bread"].changes


def test_layout_is_no_change(repository: Repository) -> None:
    text = (repository.root / BAKE).read_text("utf-8")
    repository.write({BAKE: "# a remark\n" + text.replace("[baker]", "\n      - baker")})
    found = history(repository.root)
    assert found.is_changed
    assert not found.issued["bake-bread"].changes


@pytest.mark.parametrize("file", ["notes.txt", "docs/other.md", "processes/baking/notes.txt"])
def test_only_files_of_the_handbook_are_changed(repository: Repository, file: str) -> None:
    repository.write({file: "x"})
    assert history(repository.root).is_changed is file.startswith("processes/")


def test_a_file_that_git_ignores(repository: Repository) -> None:
    """The check reads it, so the handbook at hand is not that of the commit."""
    text = (repository.root / BAKE).read_text("utf-8")
    repository.commit("ignoring", {".gitignore": "new-bread.yml\n"})
    repository.write({"processes/baking/new-bread.yml": text.replace("Bake bread", "New bread")})
    found = history(repository.root)
    assert found.is_changed
    assert "new-bread" not in found.issued


def test_a_rename_that_is_not_committed(repository: Repository) -> None:
    text = (repository.root / BAKE).read_text("utf-8")
    matrix = (repository.root / "organisation/matrix.yml").read_text("utf-8")
    indicators = (repository.root / "kpis/bake-bread.yml").read_text("utf-8")
    new = {"processes/care/make-bread.yml": text.replace("Bake bread", "Make bread")}
    old: dict[str, str | None] = {BAKE: None, "kpis/bake-bread.yml": None}
    repository.write(
        {
            **new,
            **old,
            "kpis/make-bread.yml": indicators,
            "organisation/matrix.yml": matrix.replace("bake-bread", "make-bread"),
        }
    )
    found = read_history(repository.root, load(repository.root).readable)
    assert [item.version for item in found.versions["make-bread"]] == ["0.1", "0.2", "1.0", "1.1"]
    issued = found.issued["make-bread"]
    assert issued.version == "1.1"
    assert {change.kind for change in issued.changes} == {ChangeKind.MOVED, ChangeKind.RENAMED}
    assert {change.was for change in issued.changes} == {"process:bake-bread"}


def test_a_new_process_is_not_issued(repository: Repository) -> None:
    repository.write({"processes/care/rest.yml": FIRST[CLEAN].replace("oven", "bench")})
    found = read_history(repository.root, load(repository.root).readable)
    assert "rest" not in found.issued
    assert "rest" not in found.versions


def test_a_version_that_goes_back(repository: Repository) -> None:
    """What the main line came back to is brought again, by the commit that did."""
    repository.git("revert", "--no-edit", repository.commits["changed"])
    repository.commit("reverted", {})
    found = history(repository.root)
    versions = [item.version for item in found.versions["bake-bread"]]
    assert versions == ["0.1", "0.2", "1.0", "1.1", "1.0"]
    assert [change.after for change in found.versions["bake-bread"][-1].changes or ()] == [
        "Bake at 220 degrees."
    ]
    assert found.issued["bake-bread"].version == "1.0"
    assert not found.issued["bake-bread"].changes


def test_a_version_lowered_by_hand(repository: Repository) -> None:
    text = (repository.root / BAKE).read_text("utf-8")
    repository.write({BAKE: text.replace('version: "1.1"', 'version: "1.0"', 1)})
    assert history(repository.root).issued["bake-bread"].version == "1.1"


def test_a_process_that_was_gone_for_a_while(repository: Repository) -> None:
    text = (repository.root / BAKE).read_text("utf-8")
    repository.commit("gone", {BAKE: None})
    repository.commit("back", {BAKE: text})
    assert brought(history(repository.root), repository) == WHOLE


@pytest.mark.parametrize(
    ("broken", "known"),
    [
        ('unheard_of: true\nname: Bake bread\ndocument: {version: "1.1"}\n', True),
        ("name: [\n", False),
        ("name: Bake bread\n", False),
        ("[]\n", False),
    ],
)
def test_a_commit_that_todays_loader_cannot_read(
    repository: Repository, broken: str, *, known: bool
) -> None:
    """The version is still brought when it can be read; what it changed is not known."""
    text = (repository.root / BAKE).read_text("utf-8")
    repository.git("reset", "--quiet", "--hard", "HEAD^")
    repository.commit("broken", {BAKE: broken})
    repository.commit("whole", {BAKE: text})
    newest = history(repository.root).versions["bake-bread"][-1]
    assert newest.version == "1.1"
    assert newest.commit.sha == repository.commits["broken" if known else "whole"]
    assert (newest.changes is None) is known
    assert not history(repository.root).issued["bake-bread"].changes
