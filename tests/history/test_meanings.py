"""The meanings that things had: what is suspect because of the past."""

from pathlib import Path

import pytest

from generator.control.fingerprint import fingerprint
from generator.history import History
from generator.history.read import read_history
from generator.load import load
from repository import BAKE, FIRST, MOVED, RENAMED, SELL, Repository, make_repository

SYSTEMS = "organisation/systems.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "made")


def history(root: Path) -> History:
    return read_history(root, load(root).readable)


def suspect(found: History) -> set[tuple[str, str]]:
    return {(item.subject, item.target) for item in found.suspects}


def test_what_the_target_means_now_and_what_changed_in_it(repository: Repository) -> None:
    text = (repository.root / SYSTEMS).read_text("utf-8")
    repository.commit("once", {SYSTEMS: text.replace("purpose: Heat", "purpose: 3 ovens")})
    repository.commit("twice", {SYSTEMS: text.replace("purpose: Heat", "purpose: 4 ovens")})
    suspects = history(repository.root).suspects
    found = {item.subject: item for item in suspects if item.target == "system:oven"}
    assert found.keys() == {"process:bake-bread", "process:clean-oven", "kpi:loaves"}
    system = load(repository.root).readable.systems["oven"]  # type: ignore[index]
    assert {item.meaning for item in found.values()} == {fingerprint(system)}
    assert {
        (change.subject, change.before, change.after)
        for item in found.values()
        for change in item.changes
    } == {("system:oven", "Heat", "4 ovens")}


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_system_that_changes(repository: Repository, *, is_committed: bool) -> None:
    """For all that name it and were not edited since, on the main line or here."""
    text = (repository.root / SYSTEMS).read_text("utf-8")
    changed = {SYSTEMS: text.replace("kind: infrastructure", "kind: software")}
    repository.write(changed)
    assert load(repository.root).handbook is not None
    if is_committed:
        repository.commit("system", {})
    found = suspect(history(repository.root))
    assert {("process:bake-bread", "system:oven"), ("process:clean-oven", "system:oven")} <= found


def test_an_edit_answers_it(repository: Repository) -> None:
    text = (repository.root / SYSTEMS).read_text("utf-8")
    repository.commit("system", {SYSTEMS: text.replace("purpose: Heat", "purpose: 3 ovens")})
    before = suspect(history(repository.root))
    assert ("process:clean-oven", "system:oven") in before
    process = (repository.root / MOVED).read_text("utf-8")
    edited = {MOVED: process.replace("goal: Clean oven", "goal: Three clean ovens")}
    repository.write(edited)
    here = suspect(history(repository.root))
    assert here == before - {("process:clean-oven", "system:oven")}
    repository.commit("answered", {})
    assert suspect(history(repository.root)) == here


def test_what_is_changed_back_is_no_change(repository: Repository) -> None:
    before = suspect(history(repository.root))
    text = (repository.root / SYSTEMS).read_text("utf-8")
    repository.commit("there", {SYSTEMS: text.replace("purpose: Heat", "purpose: 3 ovens")})
    assert suspect(history(repository.root)) != before
    repository.commit("back", {SYSTEMS: text})
    assert suspect(history(repository.root)) == before


def test_wording_is_no_change(repository: Repository) -> None:
    before = suspect(history(repository.root))
    text = (repository.root / SYSTEMS).read_text("utf-8")
    repository.commit("words", {SYSTEMS: text.replace("purpose: Heat", "purpose: Warmth")})
    assert suspect(history(repository.root)) == before


def test_another_name_is_no_news_to_who_was_edited_with_it(repository: Repository) -> None:
    """What refers to a process gets its new name in the same commit; later changes count."""
    repository.git("reset", "--quiet", "--hard", repository.commits["first"])
    interface = """\
interfaces:
  - object: bread
    direction: out
    kind: delivers
    process: sell-bread
document:
"""
    linked = FIRST[BAKE].replace("document:\n", interface)
    repository.commit("linked", {BAKE: linked})
    link = ("process:bake-bread", "process:sell-loaves")
    repository.commit(
        "renamed", {SELL: None, RENAMED: FIRST[SELL], BAKE: linked.replace("-bread\n", "-loaves\n")}
    )
    assert load(repository.root).handbook is not None
    assert link not in suspect(history(repository.root))
    repository.commit("changed", {RENAMED: FIRST[SELL].replace("in paper", "in 2 papers")})
    assert link in suspect(history(repository.root))
