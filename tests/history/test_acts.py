"""What git knows people did, for the auditor."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.history.acts import SIGNATURES, Act, Deed, Signature, acts
from generator.load import load
from generator.load.git import NoVersionError
from repository import (
    APPROVER,
    BAKE,
    FIRST,
    HELPER,
    WRITER,
    Repository,
    empty_repository,
    make_repository,
    without_git,
)

REVIEWS = "quality/reviews.yml"
REVIEW = """\
- id: looked-over
  subject: process:bake-bread
  by: baker
  reason: Still holds
  date: 2024-03-01
"""
ACCOUNTS = {"shopkeeper": (APPROVER.address,), "helper": (HELPER.address, "@helpers")}


def done(root: Path) -> tuple[Act, ...]:
    handbook = load(root).handbook
    assert handbook is not None
    return acts(root, handbook, ACCOUNTS)  # type: ignore[arg-type]


def told(found: tuple[Act, ...], process: str) -> list[tuple[str, str, str]]:
    return [
        (act.who.address, act.deed.value, act.document.version)
        for act in found
        if act.document.process == process
    ]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return make_repository(tmp_path_factory.mktemp("acts") / "bakery", below="our handbook")


def test_everything_of_one_process(repository: Repository) -> None:
    found = done(repository.root)
    assert told(found, "bake-bread") == [
        (WRITER.address, "wrote", "0.1"),
        (WRITER.address, "wrote", "0.1"),
        (HELPER.address, "wrote", "0.2"),
        (WRITER.address, "wrote", "0.2"),
        (WRITER.address, "merged", "0.2"),
        (APPROVER.address, "approved", "1.0"),
        (WRITER.address, "wrote", "1.1"),
    ]


def test_a_process_is_followed_through_its_names_and_groups(repository: Repository) -> None:
    found = done(repository.root)
    assert told(found, "sell-loaves") == [
        (WRITER.address, "wrote", "0.1"),
        (WRITER.address, "wrote", "0.2"),
        (APPROVER.address, "approved", "1.0"),
    ]
    assert [version for _, _, version in told(found, "clean-oven")] == ["0.1", "0.2", "0.3"]
    assert {act.document.title for act in found} >= {"Sell bread", "Sell loaves"}


def test_roles_and_commits_are_told(repository: Repository) -> None:
    approved = next(act for act in done(repository.root) if act.deed is Deed.APPROVED)
    assert approved.roles == ("shopkeeper",)
    assert approved.commit == repository.commits["approved"]
    assert approved.when.isoformat() == "2024-01-08T08:06:00+00:00"
    assert approved.signature is Signature.NONE


def test_a_review_is_told_once_with_the_version_it_saw(tmp_path: Path) -> None:
    repository = empty_repository(tmp_path / "bakery")
    repository.commit("first", FIRST)
    repository.commit("reviewed", {REVIEWS: REVIEW}, who=HELPER)
    second = REVIEW.replace("looked-over", "again").replace("bake-bread", "clean-oven")
    repository.commit("more", {REVIEWS: REVIEW + second}, who=APPROVER)
    later = FIRST[BAKE].replace('version: "0.1"', 'version: "0.2"').replace("200 deg", "250 deg")
    repository.commit("raised", {BAKE: later})
    found = [act for act in done(repository.root) if act.deed is Deed.REVIEWED]
    assert [(act.who.address, act.document.process, act.document.version) for act in found] == [
        (HELPER.address, "bake-bread", "0.1"),
        (APPROVER.address, "clean-oven", "0.1"),
    ]


def test_a_change_of_layout_is_no_deed(tmp_path: Path) -> None:
    repository = empty_repository(tmp_path / "bakery")
    repository.commit("first", FIRST)
    repository.commit("layout", {BAKE: "# A comment\n" + FIRST[BAKE]}, who=HELPER)
    assert HELPER.address not in {act.who.address for act in done(repository.root)}


def test_without_git_there_is_nothing_to_tell(repository: Repository, tmp_path: Path) -> None:
    with pytest.raises(NoVersionError):
        done(without_git(repository, tmp_path / "copy"))


def test_a_name_with_odd_characters_is_told_as_it_is(tmp_path: Path) -> None:
    repository = empty_repository(tmp_path / "bakery")
    odd = type(WRITER)("Zoë =cmd| \u202e 'x' y", "zoë+x@example.org")
    repository.commit("first", FIRST, who=odd, together_with=odd)
    assert {(act.who.name, act.who.address) for act in done(repository.root)} == {
        (odd.name, odd.address)
    }


@pytest.mark.parametrize("moment", ["99999999999999999", "-1", "nonsense", ""])
def test_a_commit_of_an_impossible_moment(tmp_path: Path, moment: str) -> None:
    repository = empty_repository(tmp_path / "bakery")
    repository.commit("first", FIRST)
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    person = f"{WRITER} {moment} +0000".replace("  ", " ")
    text = f"tree {tree}\nauthor {person}\ncommitter {person}\n\nodd\n"
    (tmp_path / "commit").write_text(text, encoding="utf-8")
    command = ("hash-object", "-t", "commit", "--literally", "-w", str(tmp_path / "commit"))
    repository.git("reset", "--quiet", "--hard", repository.git(*command).strip())
    assert {act.deed for act in done(repository.root)} == {Deed.WROTE}


@pytest.mark.parametrize("letter", "GBRUXYEN")
def test_every_letter_of_git_has_a_meaning(letter: str) -> None:
    assert isinstance(SIGNATURES[letter], Signature)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen here")
@pytest.mark.parametrize(
    ("signers", "expected"),
    [("me", Signature.GOOD), ("nobody", Signature.UNTRUSTED), (None, Signature.UNTRUSTED)],
)
def test_signed_commits(tmp_path: Path, signers: str | None, expected: Signature) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    repository = empty_repository(tmp_path / "bakery")
    repository.commit("unsigned", {BAKE: FIRST[BAKE]})
    for name, value in (
        ("gpg.format", "ssh"),
        ("user.signingKey", f"{key}.pub"),
        ("commit.gpgSign", "true"),
    ):
        repository.git("config", name, value)
    repository.commit("first", {**FIRST, BAKE: FIRST[BAKE].replace("200 deg", "210 deg")})
    allowed = tmp_path / "allowed"
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    allowed.write_text(f"{WRITER.address} {public}" if signers == "me" else "", encoding="utf-8")
    if signers:
        repository.git("config", "gpg.ssh.allowedSignersFile", str(allowed))
    unsigned, signed = (
        act for act in done(repository.root) if act.document.process == "bake-bread"
    )
    assert (unsigned.signature, unsigned.key) == (Signature.NONE, "")
    assert signed.signature is expected
    assert signed.key.startswith("SHA256:")
