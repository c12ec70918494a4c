"""The check knows the past: versions are judged against the main line, or against a base."""

from datetime import date
from pathlib import Path

import pytest

from generator.checking import Request, run
from generator.history import HistoryState
from generator.model.finding import Severity
from generator.pipeline import examine, prepare
from repository import BAKE, PEOPLE, Repository, make_repository, without_git


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "made")


def errors(root: Path, **request: object) -> set[tuple[str, str]]:
    _, outcome = run(root, Request(**request))  # type: ignore[arg-type]
    return {
        (item.code, item.subject) for item in outcome.findings if item.severity is Severity.ERROR
    }


def test_the_story_is_sound(repository: Repository) -> None:
    """But for one commit on a branch, whose change of text the next one declares."""
    found = {}
    for name in repository.commits:
        repository.git("checkout", "--quiet", "--detach", repository.commits[name])
        found[name] = errors(repository.root, today=date(2024, 4, 1))
    assert found.pop("question") == {("D105", "process:bake-bread")}
    assert not any(found.values()), found


def test_a_change_without_a_version(repository: Repository) -> None:
    text = (repository.root / BAKE).read_text("utf-8")
    repository.write({BAKE: text.replace("230 degrees", "240 degrees")})
    assert ("D103", "process:bake-bread") in errors(repository.root)


def test_without_git_nothing_is_claimed(repository: Repository, tmp_path: Path) -> None:
    text = (repository.root / BAKE).read_text("utf-8")
    repository.write({BAKE: text.replace("230 degrees", "240 degrees")})
    assert not errors(without_git(repository, tmp_path / "zip"))


def test_the_base_is_what_versions_are_judged_by(repository: Repository) -> None:
    """What another branch did without a version is not put to who asks for the main one."""
    text = (repository.root / BAKE).read_text("utf-8")
    changed = text.replace("230 degrees", "240 degrees")
    repository.git("switch", "--quiet", "--create", "release")
    repository.commit("without a version", {BAKE: changed})
    repository.git("switch", "--quiet", "--create", "work")
    assert ("D103", "process:bake-bread") in errors(repository.root)
    assert ("D103", "process:bake-bread") in errors(repository.root, base="main")
    examined, _ = run(repository.root, Request(base=repository.commits["sold"]))
    assert examined.history.issued["bake-bread"].version == "1.0"


def test_the_site_gets_the_history(repository: Repository) -> None:
    examined = examine(repository.root)
    assert examined.history.state is HistoryState.WHOLE
    assert examined.history.versions["bake-bread"][1].authors == ("baker", "helper")
    assert not examined.history.approvals["sell-loaves"].is_author
    prepared = prepare(examined)
    assert prepared.site.history == examined.history
    texts = [text for text in prepared.files.values() if isinstance(text, str)]
    for person in PEOPLE:
        assert not [text for text in texts if person.address in text or person.name in text]


def test_answers_are_kept_below_build(repository: Repository) -> None:
    examine(repository.root)
    assert list((repository.root / "build" / "history").glob("answer-*.json"))
    assert not examine(repository.root).history.is_changed


def test_nothing_is_kept_without_git(repository: Repository, tmp_path: Path) -> None:
    root = without_git(repository, tmp_path / "zip")
    assert examine(root).history.state is HistoryState.NONE
    assert not (root / "build").exists()


def test_a_handbook_that_cannot_be_read_has_no_history(repository: Repository) -> None:
    repository.write({BAKE: "name: ["})
    assert examine(repository.root).history.state is HistoryState.NONE
