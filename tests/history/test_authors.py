"""The roles of those who wrote a version, by the accounts of the settings."""

from pathlib import Path

import pytest

from generator.history.read import read_history
from generator.load import load
from repository import (
    APPROVER,
    BAKE,
    CLEAN,
    HELPER,
    WRITER,
    Repository,
    make_repository,
    shallow_clone,
)

ACCOUNTS = {
    "baker": (WRITER.address.upper(), "@bakers"),
    "helper": (HELPER.address,),
    "shopkeeper": (APPROVER.address,),
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "made")


def authors(root: Path, process: str, accounts: object = ACCOUNTS) -> dict[str, tuple[str, ...]]:
    found = read_history(root, load(root).readable, accounts=accounts)  # type: ignore[arg-type]
    return {item.version: item.authors for item in found.versions[process]}


def test_everyone_who_wrote_what_is_new(repository: Repository) -> None:
    """On the branch that was merged too, and in trailers; who approves has written nothing."""
    assert authors(repository.root, "bake-bread") == {
        "0.1": ("baker",),
        "0.2": ("baker", "helper"),
        "1.0": ("baker", "helper"),
        "1.1": ("baker",),
    }


def test_after_a_move_and_a_rename(repository: Repository) -> None:
    assert authors(repository.root, "clean-oven") == {
        "0.1": ("baker",),
        "0.2": ("helper",),
        "0.3": ("helper",),
    }
    assert authors(repository.root, "sell-loaves") == {
        "0.1": ("baker",),
        "0.2": ("baker",),
        "1.0": ("baker",),
    }


def test_who_is_nobody_by_the_settings(repository: Repository) -> None:
    only_helper = {"helper": ACCOUNTS["helper"]}
    assert authors(repository.root, "bake-bread", only_helper) == {
        "0.1": (),
        "0.2": ("helper",),
        "1.0": ("helper",),
        "1.1": (),
    }
    assert set(authors(repository.root, "bake-bread", {}).values()) == {()}


def test_who_has_two_roles(repository: Repository) -> None:
    both = {"baker": (WRITER.address,), "shopkeeper": (WRITER.address,)}
    assert authors(repository.root, "bake-bread", both)["0.1"] == ("baker", "shopkeeper")


def test_who_only_changes_the_layout_wrote_nothing(repository: Repository) -> None:
    file = CLEAN.replace("baking", "care")
    text = (repository.root / file).read_text("utf-8")
    repository.commit("layout", {file: "# A remark\n" + text}, who=APPROVER)
    text = text.replace("name: Cool oven", "name: Cool the oven").replace('"0.3"', '"0.4"', 1)
    repository.commit("words", {file: text})
    assert authors(repository.root, "clean-oven")["0.4"] == ("baker",)


def test_a_branch_counts_for_the_version_that_it_landed_in(repository: Repository) -> None:
    """Not for a version of before the merge, whatever the dates of its commits."""
    text = (repository.root / BAKE).read_text("utf-8")
    repository.git("switch", "--quiet", "--create", "long", repository.commits["sold"])
    older = repository.git("show", f"{repository.commits['sold']}:{BAKE}")
    repository.commit("on it", {BAKE: older.replace("Mix dough", "Mix the dough")}, who=APPROVER)
    repository.git("switch", "--quiet", "main")
    repository.merge("merged", "long")
    text = (repository.root / BAKE).read_text("utf-8")
    repository.commit("raised", {BAKE: text.replace('"1.1"', '"1.2"', 1)})
    found = authors(repository.root, "bake-bread")
    assert found["1.1"] == ("baker",)
    assert found["1.2"] == ("shopkeeper",)


def test_who_wrote_before_a_shallow_clone_begins_is_not_known(
    repository: Repository, tmp_path: Path
) -> None:
    """The oldest commit that is here looks as if it wrote everything."""
    root = shallow_clone(repository, tmp_path / "clone")
    assert authors(root, "bake-bread") == {"1.0": (), "1.1": ("baker",)}
