"""The past is read once: what is kept, what makes it read again, and what never harms."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.history import History, cache
from generator.history.read import read_history
from generator.load import load
from generator.model.handbook import Handbook
from repository import (
    BAKE,
    PEOPLE,
    RENAMED,
    WRITER,
    Repository,
    make_repository,
    shallow_clone,
)

SYSTEMS = "organisation/systems.yml"
PEEKING = {"rev-parse", "merge-base", "status"}
"""The commands that look at where things are, and at no file, tree or log."""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "made")


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Gives the git commands since it was last asked, by a program that stands before git.

    Of a reading of blobs it also has the names that were asked for.
    """
    real, log = shutil.which("git"), tmp_path / "commands"
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(
        f"""#!/bin/sh
echo "$*" >> '{log}'
case "$*" in
*cat-file*) tee -a '{log}' | '{real}' "$@" ;;
*) exec '{real}' "$@" ;;
esac
"""
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    def since() -> list[str]:
        found = log.read_text().splitlines() if log.exists() else []
        log.write_text("")
        return found

    return since


def handbook(root: Path) -> Handbook:
    found = load(root).handbook
    assert found is not None
    return found


def history(root: Path, folder: Path | None, **options: object) -> History:
    return read_history(root, handbook(root), cache=folder, **options)  # type: ignore[arg-type]


def subcommands(lines: list[str]) -> set[str]:
    """What was asked of git: the word behind its own options."""
    words = (line.split() for line in lines if line.startswith("-C "))
    return {next(word for word in line[2:] if word[0] != "-" and "=" not in word) for line in words}


def blobs(lines: list[str]) -> list[str]:
    return [line for line in lines if len(line) == 40 and " " not in line]


def test_a_second_time_nothing_is_read(
    repository: Repository, tmp_path: Path, commands: Callable[[], list[str]]
) -> None:
    accounts = {"baker": (WRITER.address,)}
    systems = (repository.root / SYSTEMS).read_text("utf-8")
    repository.commit("system", {SYSTEMS: systems.replace("infrastructure", "software")})
    first = history(repository.root, tmp_path / "kept", accounts=accounts)
    assert {"cat-file", "rev-list", "diff-tree"} <= subcommands(commands())
    assert first.suspects
    assert first.approvals
    assert first.versions["bake-bread"][0].authors
    assert history(repository.root, tmp_path / "kept", accounts=accounts) == first
    assert subcommands(commands()) <= PEEKING


def test_on_a_branch_nothing_is_read_either(
    repository: Repository, tmp_path: Path, commands: Callable[[], list[str]]
) -> None:
    repository.git("switch", "--quiet", "proposal")
    first = history(repository.root, tmp_path / "kept")
    commands()
    assert history(repository.root, tmp_path / "kept") == first
    assert subcommands(commands()) <= PEEKING


def test_the_same_uncommitted_files_are_compared_once(
    repository: Repository, tmp_path: Path, commands: Callable[[], list[str]]
) -> None:
    text = (repository.root / BAKE).read_text("utf-8")
    repository.write({BAKE: text.replace("230", "240")})
    first = history(repository.root, tmp_path / "kept")
    commands()
    assert history(repository.root, tmp_path / "kept") == first
    assert subcommands(commands()) <= PEEKING
    repository.write({BAKE: text.replace("230", "250")})
    other = history(repository.root, tmp_path / "kept")
    assert [change.after for change in other.issued["bake-bread"].changes] == [
        "Bake at 250 degrees."
    ]


def test_of_a_new_commit_only_what_is_new_is_read(
    repository: Repository, tmp_path: Path, commands: Callable[[], list[str]]
) -> None:
    history(repository.root, tmp_path / "kept")
    one = commands()
    assert blobs(one)
    before = repository.git("rev-parse", "HEAD").strip()
    repository.commit("nothing", {"docs/other.md": "# Other\n"})
    commands()
    assert history(repository.root, tmp_path / "kept").versions
    assert not blobs(commands()), "no file of the handbook changed"
    assert history(repository.root, tmp_path / "kept").versions
    assert subcommands(commands()) <= PEEKING
    line = (repository.root / "organisation/groups.yml").read_text("utf-8")
    repository.commit("group", {"organisation/groups.yml": line.replace("Care", "Caring")})
    commands()
    found = history(repository.root, tmp_path / "kept")
    walked = [item for item in commands() if "rev-list --first-parent" in item]
    assert walked
    assert all("^" in item or "--max-count=1" in item for item in walked), "not all of it"
    assert before != found.head
    assert found == history(repository.root, None)


def test_what_is_kept_changes_no_answer(repository: Repository, tmp_path: Path) -> None:
    """Commit after commit, with what the one before left: as if each were the first."""
    for name in ("first", "merge", "approved", "renamed", "moved", "sold", "changed", "cleaner"):
        repository.git("checkout", "--quiet", "--detach", repository.commits[name])
        kept = history(repository.root, tmp_path / "kept")
        assert kept == history(repository.root, None), name
        assert kept == history(repository.root, tmp_path / "kept"), name


def test_another_history_of_the_same_name(repository: Repository, tmp_path: Path) -> None:
    """Rebased, or another repository in the same place: the main line is read anew."""
    history(repository.root, tmp_path / "kept")
    text = (repository.root / BAKE).read_text("utf-8")
    repository.git("reset", "--quiet", "--hard", repository.commits["merge"])
    repository.commit("otherwise", {BAKE: text})
    for branch in ("first", "second", "third"):
        repository.git("tag", "--delete", branch)
    repository.git("branch", "--delete", "--force", "proposal")
    repository.git("reflog", "expire", "--expire=now", "--all")
    repository.git("gc", "--quiet", "--prune=now")
    kept = history(repository.root, tmp_path / "kept")
    assert kept == history(repository.root, None)
    assert [item.version for item in kept.versions["bake-bread"]] == ["0.1", "0.2", "1.1"]


def test_other_accounts_have_other_answers(repository: Repository, tmp_path: Path) -> None:
    one = history(repository.root, tmp_path / "kept", accounts={"baker": (WRITER.address,)})
    other = history(repository.root, tmp_path / "kept", accounts={"helper": (WRITER.address,)})
    assert one.versions["bake-bread"][0].authors == ("baker",)
    assert other.versions["bake-bread"][0].authors == ("helper",)


def kept_files(folder: Path) -> Iterator[Path]:
    found = sorted(folder.glob("*.json"))
    assert len(found) == 7
    return iter(found)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"code": 1, "data": {}}',
        b"\xff\xfe",
        b"[" * 100_000,
        "halved",
        "emptied",
        "twisted",
        "nested",
    ],
)
def test_damage_is_read_over_and_repaired(
    repository: Repository, tmp_path: Path, damage: bytes | str
) -> None:
    folder = tmp_path / "kept"
    first = history(repository.root, folder)
    good = {path.name: path.read_bytes() for path in kept_files(folder)}
    for path in kept_files(folder):
        path.write_bytes(damage if isinstance(damage, bytes) else _damaged(path, damage))
    assert history(repository.root, folder) == first
    assert {path.name: path.read_bytes() for path in kept_files(folder)} == good


def _damaged(path: Path, how: str) -> bytes:
    content = path.read_bytes()
    if how == "halved":
        return content[: len(content) // 2]
    data = json.loads(content)
    data["data"] = {"emptied": {}, "twisted": {"a": 1, "b c": {"d": [2]}}, "nested": [[[]]]}[how]
    return json.dumps(data).encode()


def test_another_generator_reads_none_of_it(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kept"
    first = history(repository.root, folder)
    for path in kept_files(folder):
        path.write_text(path.read_text("utf-8").replace('"1.1"', '"7.7"'))
    assert history(repository.root, folder).versions["bake-bread"][-1].version == "7.7"
    monkeypatch.setattr(cache, "code_digest", lambda: "other")
    assert history(repository.root, folder) == first


def test_the_digest_is_of_the_code_that_decides(tmp_path: Path) -> None:
    """Of each package, and of the words: an added line in one of them is another generator."""
    copy = tmp_path / "generator"
    shutil.copytree(Path(cache.__file__).parent.parent, copy)
    digests = {_digest_of(copy)}
    for file in ("diff/compare.py", "model/base.py", "language/words-diff.nl.yml"):
        path = copy / file
        path.write_text(path.read_text("utf-8") + "\n", encoding="utf-8")
        digests.add(_digest_of(copy))
    path = copy / "pages" / "page.py"
    path.write_text(path.read_text("utf-8") + "\n", encoding="utf-8")
    digests.add(_digest_of(copy))
    assert len(digests) == 4


def _digest_of(generator: Path) -> str:
    return cache.digest_of(generator)


def test_nobody_is_in_what_is_kept(repository: Repository, tmp_path: Path) -> None:
    accounts = {"baker": tuple(person.address for person in PEOPLE)}
    history(repository.root, tmp_path / "kept", accounts=accounts)
    for path in kept_files(tmp_path / "kept"):
        text = path.name + path.read_text("utf-8")
        for person in PEOPLE:
            assert person.address not in text
            assert person.name.split()[1] not in text


def test_approvals_are_looked_up_once_for_each_commit_and_approval(
    repository: Repository, tmp_path: Path, commands: Callable[[], list[str]]
) -> None:
    first = history(repository.root, tmp_path / "kept").approvals
    assert first.keys() == {"sell-loaves"}
    text = (repository.root / BAKE).read_text("utf-8")
    repository.write({BAKE: text.replace("230", "240")})
    commands()
    assert history(repository.root, tmp_path / "kept").approvals == first
    assert "log" not in subcommands(commands())
    sold = (repository.root / RENAMED).read_text("utf-8")
    repository.write({RENAMED: sold.replace("by: shopkeeper", "by: baker")})
    assert history(repository.root, tmp_path / "kept").approvals["sell-loaves"].by == "baker"
    repository.write(
        {RENAMED: sold.replace("  status: approved\n", "").replace("    fing", "    #")}
    )
    assert not history(repository.root, tmp_path / "kept").approvals


def test_answers_do_not_pile_up(repository: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    text = (repository.root / BAKE).read_text("utf-8")
    for degrees in range(300, 320):
        repository.write({BAKE: text.replace("230", str(degrees))})
        history(repository.root, folder)
    assert len(list(folder.glob("answer-*.json"))) == 16


def test_nothing_is_left_behind(repository: Repository, tmp_path: Path) -> None:
    history(repository.root, tmp_path / "kept")
    others = {path.name for path in (tmp_path / "kept").iterdir() if path.suffix != ".json"}
    assert others == {".gitignore"}


def test_git_does_not_see_what_is_kept(tmp_path: Path) -> None:
    """Nor when the handbook is in a folder of the repository and nobody thought of it."""
    repository = make_repository(tmp_path / "made", below="docs")
    repository.commit("forgotten", {".gitignore": None})
    history(repository.root, repository.root / "build" / "history")
    assert not repository.git("status", "--porcelain")


def test_a_place_where_nothing_can_be_kept(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert history(repository.root, tmp_path / "file") == history(repository.root, None)


def test_more_of_the_past_is_fetched(repository: Repository, tmp_path: Path) -> None:
    """The same commit again, and then with more behind it: what was cut off becomes known."""
    root = shallow_clone(repository, tmp_path / "clone", depth=1)
    assert len(history(root, tmp_path / "kept").versions["bake-bread"]) == 1
    for asked, known in (("--deepen=3", 2), ("--unshallow", 4)):
        repository.git("-C", str(tmp_path / "clone"), "fetch", "--quiet", asked)
        kept = history(root, tmp_path / "kept")
        assert kept == history(root, None)
        assert len(kept.versions["bake-bread"]) == known


def test_what_could_not_be_read_is_not_kept(repository: Repository, tmp_path: Path) -> None:
    """A file that git cannot give now, as without a network in a partial clone, may come back."""
    name = repository.git("rev-parse", f"{repository.commits['merge']}:{BAKE}").strip()
    place = repository.top / ".git" / "objects" / name[:2] / name[2:]
    content = place.read_bytes()
    place.unlink()
    assert "0.2" not in [
        item.version for item in history(repository.root, tmp_path / "kept").versions["bake-bread"]
    ]
    place.write_bytes(content)
    assert history(repository.root, tmp_path / "kept") == history(repository.root, None)
