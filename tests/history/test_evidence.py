"""Who approved compared with who wrote, in repositories with a past."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.control.fingerprint import fingerprint
from generator.control.separation import ApprovalInHistory
from generator.history.evidence import approvals
from generator.history.read import read_history
from generator.load import load, load_texts
from generator.load.release_commit import day_of
from repository import (
    APPROVER,
    BAKE,
    FIRST,
    HELPER,
    RENAMED,
    WRITER,
    Person,
    Repository,
    empty_repository,
    make_repository,
    shallow_clone,
    without_git,
)

ACCOUNTS: Mapping[str, tuple[str, ...]] = {"shopkeeper": (APPROVER.address,)}
OTHER = Person("Aleida O.", "other@approvers.example")


def judged(
    root: Path, accounts: Mapping[str, tuple[str, ...]] = ACCOUNTS
) -> Mapping[str, ApprovalInHistory]:
    handbook = load(root).handbook
    assert handbook is not None
    return approvals(root, handbook, accounts)  # type: ignore[arg-type]


def answer(
    *, is_author: bool = False, has_role: bool | None = True
) -> Mapping[str, ApprovalInHistory]:
    return {"bake-bread": ApprovalInHistory("shopkeeper", is_author, has_role)}  # type: ignore[arg-type]


def text(
    degrees: int, *, approved: bool = False, version: str = "0.1", path: str = BAKE
) -> dict[str, str | None]:
    """The file of the process, about an oven of so many degrees; approved as it says then."""
    plain = FIRST[BAKE].replace("at 200 degrees", f"at {degrees} degrees")
    plain = plain.replace('document:\n  version: "0.1"', f'document:\n  version: "{version}"')
    if approved:
        process = next(iter(load_texts({path: plain}).readable.processes.values()))
        approval = f"{{by: shopkeeper, date: 2024-02-01, fingerprint: {fingerprint(process)}}}"
        control = f"document:\n  status: approved\n  approved: {approval}\n"
        plain = plain.replace("document:\n", control)
    return {path: plain}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with one commit, by the writer."""
    found = empty_repository(tmp_path / "bakery")
    found.commit("first", FIRST)
    return found


@pytest.mark.parametrize("below", [".", "our docs/handbook"])
def test_another_approved_than_wrote(tmp_path: Path, below: str) -> None:
    repository = make_repository(tmp_path / "bakery", below=below)
    assert judged(repository.root) == {
        "sell-loaves": ApprovalInHistory("shopkeeper", is_author=False, has_role=True)  # type: ignore[arg-type]
    }


def test_nothing_is_known_without_git(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "bakery")
    assert not judged(without_git(repository, tmp_path / "copy"))


def test_nothing_is_said_of_what_is_older_than_a_shallow_clone(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "bakery")
    for depth, is_known in ((1, False), (3, False), (4, True)):
        clone = shallow_clone(repository, tmp_path / f"clone-{depth}", depth=depth)
        assert bool(judged(clone)) is is_known, depth


def test_who_wrote_does_not_approve(repository: Repository) -> None:
    repository.commit("approved", text(200, approved=True))
    assert judged(repository.root) == answer(is_author=True, has_role=False)


def test_who_wrote_and_approved_in_one_commit(repository: Repository) -> None:
    repository.commit("approved", text(210, approved=True), who=APPROVER)
    assert judged(repository.root) == answer(is_author=True)


def test_who_is_named_in_a_trailer_wrote_too(repository: Repository) -> None:
    repository.commit("hotter", text(210), together_with=APPROVER)
    repository.commit("approved", text(210, approved=True), who=APPROVER)
    assert judged(repository.root) == answer(is_author=True)


def test_who_only_changed_the_control_record_did_not_write(repository: Repository) -> None:
    repository.commit("record", text(200, version="0.2"), who=APPROVER)
    repository.commit("approved", text(200, approved=True, version="1.0"), who=APPROVER)
    assert judged(repository.root) == answer()


def test_what_was_written_before_the_approval_before_does_not_count(
    repository: Repository,
) -> None:
    repository.commit("hotter", text(210), who=APPROVER)
    repository.commit("approved-by-other", text(210, approved=True), who=HELPER)
    repository.commit("still-hotter", text(220))
    repository.commit("approved", text(220, approved=True), who=APPROVER)
    assert judged(repository.root) == answer()


def test_what_a_branch_wrote_meanwhile_does_not_count(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "branch")
    repository.commit("cooler", text(190), who=APPROVER)
    repository.git("switch", "--quiet", "main")
    repository.commit("approved", text(200, approved=True), who=APPROVER)
    repository.git("merge", "--quiet", "--no-ff", "--strategy=ours", "-m", "merge", "branch")
    assert judged(repository.root) == answer()


def test_what_was_written_in_a_merge_counts(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "branch")
    repository.commit("cooler", text(190), who=HELPER)
    repository.git("switch", "--quiet", "main")
    repository.commit("hotter", text(210))
    repository.git("merge", "--quiet", "--no-commit", "--strategy=ours", "branch")
    repository.commit("merge", text(205), who=APPROVER)
    repository.commit("approved", text(205, approved=True), who=APPROVER)
    assert len(repository.git("rev-list", "--merges", "HEAD").split()) == 1
    assert judged(repository.root) == answer(is_author=True)


def test_who_merges_does_not_write(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "branch")
    repository.commit("cooler", text(190), who=HELPER)
    repository.git("switch", "--quiet", "main")
    repository.commit("other", {"notes.txt": "x"})
    repository.merge("merge", "branch", who=APPROVER)
    repository.commit("approved", text(190, approved=True), who=APPROVER)
    assert judged(repository.root) == answer()


def test_an_approval_that_is_not_committed_is_not_judged(repository: Repository) -> None:
    repository.write(text(200, approved=True))
    assert not judged(repository.root)


def test_an_approval_is_followed_when_the_file_moves(repository: Repository) -> None:
    repository.commit("approved", text(200, approved=True), who=APPROVER)
    approved = text(200, approved=True)[BAKE]
    repository.commit("renamed", {BAKE: None, RENAMED: approved}, who=HELPER)
    assert judged(repository.root) == {
        "sell-loaves": ApprovalInHistory("shopkeeper", is_author=False, has_role=True)  # type: ignore[arg-type]
    }


def test_one_person_with_two_addresses_is_one_by_the_mailmap(repository: Repository) -> None:
    repository.commit("hotter", text(210), who=OTHER)
    repository.commit("approved", text(210, approved=True), who=APPROVER)
    assert judged(repository.root) == answer()
    (repository.top / ".mailmap").write_text(f"{APPROVER} <{OTHER.address}>\n", encoding="utf-8")
    assert judged(repository.root) == answer(is_author=True)


def test_the_mailmap_holds_for_trailers_too(repository: Repository) -> None:
    repository.commit("hotter", text(210), together_with=OTHER)
    repository.commit("approved", text(210, approved=True), who=APPROVER)
    assert judged(repository.root) == answer()
    (repository.top / ".mailmap").write_text(f"{APPROVER} <{OTHER.address}>\n", encoding="utf-8")
    assert judged(repository.root) == answer(is_author=True)


def test_a_squash_that_holds_approval_and_content_shows_one_author(repository: Repository) -> None:
    both = text(210, approved=True)
    repository.commit("squash", both, who=WRITER, together_with=APPROVER)
    assert judged(repository.root) == answer(is_author=True, has_role=False)


def test_a_process_that_cannot_be_read_in_between_counts_as_written(
    repository: Repository,
) -> None:
    repository.commit("broken", {BAKE: "name: ["}, who=APPROVER)
    repository.commit("whole", text(200))
    repository.commit("approved", text(200, approved=True), who=APPROVER)
    assert judged(repository.root) == answer(is_author=True)


def test_without_an_approval_no_git_is_asked(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "generator.history.evidence.past_of", lambda *_: pytest.fail("git was asked")
    )
    assert not judged(repository.root)


def test_the_check_says_so_and_names_nobody(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.commit("approved", text(210, approved=True))
    command = ["--root", str(repository.root), "check", "--select", "D109"]
    assert main(command) == FINDINGS
    said = "".join(capsys.readouterr())
    assert "was approved as 'shopkeeper' by somebody who wrote part of it" in said
    assert not [word for word in (WRITER.name, WRITER.address) if word in said]
    repository.commit("again", text(220, approved=True), who=HELPER)
    assert main(command) == FINDINGS
    repository.commit("once-more", text(230))
    repository.commit("other", text(230, approved=True), who=HELPER)
    assert main(command) == CLEAN  # there is a team of whom nobody knows who is in it
    settings = f'[tool.handbook.accounts]\nshopkeeper = ["{APPROVER.address}"]\n'
    repository.commit("no-team", {"pyproject.toml": settings})
    assert main(command) == FINDINGS
    assert "does not have that role by the settings" in capsys.readouterr().out
    repository.commit("and-more", text(240))
    repository.commit("good", text(240, approved=True), who=APPROVER)
    assert main(command) == CLEAN


def _with_mark(files: dict[str, str | None], mark: str) -> dict[str, str | None]:
    """The same approval with another fingerprint: a void one."""
    return {
        path: re.sub(r"fingerprint: [0-9a-f]{64}", f"fingerprint: {mark * 64}", content or "")
        for path, content in files.items()
    }


def test_a_void_approval_hides_no_author(repository: Repository) -> None:
    approved = text(210, approved=True)
    repository.commit("content and a void approval", _with_mark(approved, "0"), who=APPROVER)
    repository.commit("approved", approved, who=APPROVER)
    assert judged(repository.root) == answer(is_author=True)


def test_an_approval_that_was_taken_back_hides_no_author(repository: Repository) -> None:
    approved = text(210, approved=True)
    repository.commit("content and approval", approved, who=APPROVER)
    repository.commit("taken back", text(210), who=HELPER)
    repository.commit("approved", approved, who=APPROVER)
    assert judged(repository.root) == answer(is_author=True)


def test_an_approval_of_something_else_ends_what_is_judged(repository: Repository) -> None:
    repository.commit("hotter", text(210), who=APPROVER)
    repository.commit("approved", text(210, approved=True), who=OTHER)
    repository.commit("hottest", text(220), who=WRITER)
    repository.commit("approved again", text(220, approved=True), who=APPROVER)
    assert judged(repository.root) == answer()


def test_the_mailmap_is_part_of_what_is_kept(repository: Repository, tmp_path: Path) -> None:
    repository.commit("hotter", text(210), who=OTHER)
    repository.commit("approved", text(210, approved=True), who=APPROVER)
    handbook = load(repository.root).handbook
    assert handbook is not None

    def kept() -> Mapping[str, ApprovalInHistory]:
        accounts: Any = ACCOUNTS
        cache = tmp_path / "cache"
        return read_history(repository.root, handbook, accounts=accounts, cache=cache).approvals

    assert kept() == answer()
    (repository.top / ".mailmap").write_text(f"{APPROVER} <{OTHER.address}>\n", encoding="utf-8")
    assert kept() == answer(is_author=True)
    repository.commit("mailmap", {})
    assert kept() == answer(is_author=True)


@pytest.mark.skipif(not which("ssh-keygen"), reason="signing needs ssh-keygen")
def test_a_user_who_wants_to_see_signatures_changes_no_answer(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    signing = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={key}", "-c", "commit.gpgsign=true")
    repository.commit("hotter", text(210), who=APPROVER)
    repository.write(text(210, approved=True))
    repository.git("add", "--all", ".")
    repository.git(*signing, "commit", "--quiet", "-m", "approved", who=APPROVER)
    before, day = judged(repository.root), day_of(repository.root, "HEAD")
    settings = tmp_path / "settings"
    settings.write_text("[log]\n    showSignature = true\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert judged(repository.root) == before == answer(is_author=True)
    assert day_of(repository.root, "HEAD") == day
