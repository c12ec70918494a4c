"""``handbook bump`` on a real repository, through the command line."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, FINDINGS, USAGE
from repository import (
    BAKE,
    MOVED,
    RENAMED,
    Repository,
    buildable,
    detached,
    make_repository,
    shallow_clone,
    without_git,
)

DAY = ("--date", "2024-05-06")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "bakery")


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), *words])


def rewrite(root: Path, file: str, old: str, new: str) -> str:
    """Replaces a piece of a file; returns what it was before."""
    path = root / file
    text = path.read_bytes().decode()
    assert text.count(old) >= 1
    path.write_bytes(text.replace(old, new, 1).encode())
    return text


def codes(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    run(root, "check", "--select", "D", "--today", "2024-05-06")
    return capsys.readouterr().out


def test_a_changed_process_is_raised_and_then_sound(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository.root
    rewrite(root, BAKE, "at 230 degrees", "at 250 degrees")
    assert run(root, "check") == FINDINGS
    assert "D103" in codes(root, capsys)
    before = (root / BAKE).read_text(encoding="utf-8")
    assert run(root, "bump", "bake-bread", *DAY) == CLEAN
    said = capsys.readouterr().out
    assert "version 1.1 became 1.2" in said
    assert "Bake at 230 degrees" in said
    after = (root / BAKE).read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added[:3] == ['  version: "1.2"', '  - version: "1.2"', "    date: 2024-05-06"]
    assert "D10" not in codes(root, capsys)
    assert run(root, "check") == CLEAN


def test_twice_is_once(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository.root
    rewrite(root, BAKE, "at 230 degrees", "at 250 degrees")
    assert run(root, "bump", "bake-bread", *DAY, "--what", "A hotter oven") == CLEAN
    once = (root / BAKE).read_bytes()
    assert b"what: A hotter oven" in once
    capsys.readouterr()
    assert run(root, "bump", "bake-bread", *DAY) == CLEAN
    assert (root / BAKE).read_bytes() == once
    assert "nothing was written" in capsys.readouterr().out


def test_an_unchanged_process_stays(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (repository.root / BAKE).read_bytes()
    assert run(repository.root, "bump", "bake-bread") == CLEAN
    assert (repository.root / BAKE).read_bytes() == before
    assert "nothing was written" in capsys.readouterr().out


def test_line_ends_and_comments_stay(repository: Repository) -> None:
    path = repository.root / BAKE
    text = path.read_text(encoding="utf-8").replace("at 230 degrees", "at 250 degrees")
    text = text.replace('version: "1.1"\n', "version: '1.1'   # mind the oven\n", 1)
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert run(repository.root, "bump", "bake-bread", *DAY) == CLEAN
    after = path.read_bytes()
    assert b"version: '1.2'   # mind the oven\r\n" in after
    assert after.count(b"\n") == after.count(b"\r\n")


IMPROVEMENTS = "quality/improvements.yml"


def with_improvement(root: Path) -> None:
    """Gives the bakery a register of improvements, and something to bump."""
    (root / IMPROVEMENTS).parent.mkdir(exist_ok=True)
    (root / IMPROVEMENTS).write_text("- {id: hotter-oven, name: A hotter oven}\n")
    rewrite(root, BAKE, "at 230 degrees", "at 250 degrees")


def test_the_line_names_the_improvement_that_it_answers(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository.root
    with_improvement(root)
    assert run(root, "bump", "bake-bread", *DAY, "--improvement", "hotter-oven") == CLEAN
    text = (root / BAKE).read_text(encoding="utf-8")
    assert text.count("\n    improvement: hotter-oven\n") == 1
    capsys.readouterr()
    run(root, "check", "--select", "R")
    assert "R101" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("identifier", "said"),
    [("hoter-oven", "do you mean 'hotter-oven'?"), ("zzz", "no improvement 'zzz' in quality/")],
)
def test_an_unknown_improvement_writes_nothing(
    repository: Repository, capsys: pytest.CaptureFixture[str], identifier: str, said: str
) -> None:
    root = repository.root
    with_improvement(root)
    before = (root / BAKE).read_bytes()
    assert run(root, "bump", "bake-bread", *DAY, "--improvement", identifier) == USAGE
    assert said in capsys.readouterr().err
    assert (root / BAKE).read_bytes() == before


def test_a_change_of_words_needs_a_word_of_the_author(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository.root
    rewrite(root, BAKE, "Is the bread brown?", "Has the bread turned brown?")
    assert "D105" in codes(root, capsys)
    before = (root / BAKE).read_bytes()
    assert run(root, "bump", "bake-bread") == USAGE
    assert "--kind language" in capsys.readouterr().err
    assert (root / BAKE).read_bytes() == before
    assert run(root, "bump", "bake-bread", "--kind", "language", *DAY) == CLEAN
    text = (root / BAKE).read_text(encoding="utf-8")
    assert 'version: "1.1"\n  next_review' in text
    assert "kind: language" in text
    assert "D105" not in codes(root, capsys)


def test_content_cannot_be_called_language(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository.root
    rewrite(root, BAKE, "at 230 degrees", "at 250 degrees")
    assert run(root, "bump", "bake-bread", "--kind", "language") == USAGE
    assert "250" in capsys.readouterr().err


def test_a_changed_approved_process_becomes_a_draft(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository.root
    rewrite(root, RENAMED, "roles: [baker]", "roles: [helper]")
    found = codes(root, capsys)
    assert "D103" in found
    assert "D106" in found
    assert run(root, "bump", "sell-loaves", *DAY) == CLEAN
    assert "draft again" in capsys.readouterr().out
    text = (root / RENAMED).read_text(encoding="utf-8")
    assert "fingerprint" not in text
    assert "effective" not in text
    assert "status: draft" in text
    assert 'version: "1.1"' in text
    assert run(root, "check") == CLEAN


def test_a_moved_process_and_a_branch_ahead(repository: Repository) -> None:
    repository.git("switch", "--quiet", "proposal")
    rewrite(repository.root, MOVED, "Sweep oven", "Brush oven")
    rewrite(repository.root, BAKE, "at 230 degrees", "at 260 degrees")
    assert run(repository.root, "bump", "clean-oven", "--kind", "language", *DAY) == CLEAN
    text = (repository.root / BAKE).read_bytes()
    assert run(repository.root, "bump", "bake-bread", *DAY) == CLEAN
    assert (repository.root / BAKE).read_bytes() == text  # 1.2 says it already


def test_a_proposal_is_judged_against_the_branch_it_is_for(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository.root
    repository.git("switch", "--quiet", "proposal")
    assert run(root, "check", "--base", "main") == CLEAN
    rewrite(root, BAKE, 'version: "1.2"', 'version: "1.1"')
    repository.commit("lowered", {})
    capsys.readouterr()
    assert run(root, "check", "--base", "main") == FINDINGS
    said = capsys.readouterr().out
    assert "D103" in said
    assert 'Write version: "1.2"' in said
    assert "'handbook bump bake-bread'" in said


def test_a_new_process_has_its_first_version(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository.root, "new", "process", "sift-flour", "--group", "baking") == CLEAN
    capsys.readouterr()
    assert run(repository.root, "bump", "sift-flour") == CLEAN
    assert "new on the main branch" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "expected"), [("bake-bred", "did you mean 'bake-bread'"), ("zzz", "no process 'zzz'")]
)
def test_an_unknown_process(
    repository: Repository, capsys: pytest.CaptureFixture[str], name: str, expected: str
) -> None:
    assert run(repository.root, "bump", name) == USAGE
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize("what", ["", "  \n ", "x" * 2000])
def test_a_line_without_words_or_without_end(repository: Repository, what: str) -> None:
    rewrite(repository.root, BAKE, "at 230 degrees", "at 250 degrees")
    assert run(repository.root, "bump", "bake-bread", "--what", what) == USAGE


def test_hostile_words_stay_words(repository: Repository) -> None:
    root = repository.root
    rewrite(root, BAKE, "at 230 degrees", "at 250 degrees")
    what = "a: {b: c} # d\n- 'e' \"f\" \\ *x &y !z %"
    assert run(root, "bump", "bake-bread", "--what", what, *DAY) == CLEAN
    assert run(root, "check") == CLEAN


def test_without_a_past_nothing_is_known(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = without_git(repository, tmp_path / "zip")
    rewrite(root, BAKE, "at 230 degrees", "at 250 degrees")
    before = (root / BAKE).read_bytes()
    assert run(root, "bump", "bake-bread") == USAGE
    assert "no git history" in capsys.readouterr().err
    assert (root / BAKE).read_bytes() == before


def test_a_shallow_clone_and_a_detached_head(repository: Repository, tmp_path: Path) -> None:
    shallow = shallow_clone(repository, tmp_path / "shallow", depth=1)
    rewrite(shallow, BAKE, "at 230 degrees", "at 250 degrees")
    assert run(shallow, "bump", "bake-bread", *DAY) == CLEAN
    assert 'version: "1.2"' in (shallow / BAKE).read_text(encoding="utf-8")
    root = detached(repository, "approved")
    rewrite(root, BAKE, "at 220 degrees", "at 225 degrees")
    assert run(root, "bump", "bake-bread", *DAY) == CLEAN
    assert 'version: "1.1"' in (root / BAKE).read_text(encoding="utf-8")


def test_a_broken_handbook_is_not_touched(repository: Repository) -> None:
    root = buildable(repository.root)
    before = (root / BAKE).read_bytes()
    (root / "organisation" / "roles.yml").write_text("- [", encoding="utf-8")
    assert run(root, "bump", "bake-bread") == USAGE
    assert (root / BAKE).read_bytes() == before
