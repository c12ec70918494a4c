"""``handbook review`` as it is used: on a repository with a past."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.exit_codes import CLEAN, FINDINGS, USAGE
from generator.commands.review import with_review
from generator.control.reviews import confirmation, review_lines
from generator.control.suspect import Suspect
from generator.load import load
from generator.load.in_place import CannotEditError
from repository import BAKE, Repository, make_repository, without_git
from small_handbook import write

FILE = "quality/reviews.yml"
KPI, SELL, PROCESS = "kpi:loaves", "process:sell-loaves", "process:bake-bread"
REVIEW = confirmation(
    Suspect("process:x", "role:y", "1" * 64),
    by="baker",
    reason="Fine",
    day=date(2026, 1, 2),
)


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), "review", *words])


def confirm(*more: str, subject: str = SELL, by: str = "baker") -> tuple[str, ...]:
    return (subject, "--target", PROCESS, "--by", by, "--reason", "It counts loaves.", *more)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path / "bakery")


def listed(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    capsys.readouterr()
    assert run(root, "--format", "json", *words) == CLEAN
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_list(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(repository.root, "--today", "2029-12-15") == CLEAN
    said = capsys.readouterr().out
    assert "Links to confirm (1)" in said
    assert "the process 'Bake bread' has changed:" in said
    assert "at 220 degrees" in said
    assert "- the process 'Sell loaves'" in said
    assert "handbook review sell-loaves --target process:bake-bread --by baker" in said
    assert "due within 30 days (3)\n  2030-01-01  Bake bread (bake-bread)" in said


def test_the_list_as_data(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    found = listed(repository.root, capsys, "--today", "2030-01-02")
    assert found["format"] == "reviews/v1"
    assert found["history"] is True
    (suspect,) = found["suspects"]  # type: ignore[misc]
    assert (suspect["subject"], suspect["target"]) == (SELL, PROCESS)
    assert suspect["owners"] == ["baker"]
    assert len(suspect["changes"]) == 1
    assert [item["process"] for item in found["calendar"]["overdue"]] == [  # type: ignore[index]
        "bake-bread",
        "clean-oven",
        "sell-loaves",
    ]


def test_exit_codes_for_ci(repository: Repository) -> None:
    early, late = ("--today", "2029-01-01"), ("--today", "2030-01-02")
    assert run(repository.root, *late) == CLEAN
    assert run(repository.root, *early, "--fail-on", "overdue") == CLEAN
    assert run(repository.root, *late, "--fail-on", "overdue") == FINDINGS
    assert run(repository.root, *early, "--fail-on", "suspect") == FINDINGS
    assert run(repository.root, *confirm()) == CLEAN
    assert run(repository.root, *early, "--fail-on", "suspect", "--fail-on", "overdue") == CLEAN


def test_a_confirmation_lasts_until_the_next_change(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository.root, *confirm("--today", "2024-03-03")) == CLEAN
    loaded = load(repository.root)
    assert loaded.handbook is not None
    (review,) = loaded.handbook.reviews.values()
    assert review.id == "sell-loaves-bake-bread-2024-03-03"
    assert (review.subject, review.target, review.by) == (SELL, PROCESS, "baker")
    assert listed(repository.root, capsys)["suspects"] == []
    repository.commit("confirmed", {})
    assert listed(repository.root, capsys)["suspects"] == []
    text = (repository.root / BAKE).read_text(encoding="utf-8")
    repository.write({BAKE: text.replace("at 230 degrees", "at 240 degrees")})
    (again,) = listed(repository.root, capsys)["suspects"]  # type: ignore[misc]
    assert len(again["changes"]) == 1
    assert "230" in again["changes"][0]
    assert run(repository.root, *confirm("--today", "2024-03-03")) == CLEAN
    assert listed(repository.root, capsys)["suspects"] == []


def test_a_list_writes_nothing(repository: Repository) -> None:
    assert run(repository.root) == CLEAN
    assert repository.git("status", "--porcelain") == ""


def test_print_writes_nothing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(repository.root, *confirm("--print", "--today", "2024-03-03")) == CLEAN
    assert (
        "- id: sell-loaves-bake-bread-2024-03-03\n  subject: process:sell-loaves\n"
        in capsys.readouterr().out
    )
    assert not (repository.root / FILE).exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(confirm(subject="kpi:loavs"), "did you mean loaves?", id="subject"),
        pytest.param(confirm(subject="bake-bred"), "did you mean bake-bread?", id="process"),
        pytest.param(confirm(by="nobody"), "there is no role:nobody", id="role"),
        pytest.param(confirm(by="helper"), "'helper' does not own the process", id="owner"),
        pytest.param(confirm(subject="clean-oven"), "has no link to", id="no link"),
        pytest.param(confirm("--next", "2030-01-01"), "--next belongs to", id="next"),
        pytest.param((KPI, "--by", "baker", "--reason", "x"), "only a process", id="whole"),
        pytest.param((KPI, "--by", "baker"), "name the role with --by", id="no reason"),
        pytest.param(("bake-bread", "--by", "baker", "--reason", " "), "give a reason", id="blank"),
        pytest.param(("--by", "baker"), "belong to a process", id="no process"),
    ],
)
def test_refusals(
    repository: Repository,
    words: tuple[str, ...],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(repository.root, *words) == USAGE
    assert message in capsys.readouterr().err
    assert repository.git("status", "--porcelain") == ""


def test_a_periodic_review_gives_the_day_by_the_policy(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("bake-bread", "--by", "baker", "--reason", "Fine.", "--today", "2024-08-31")
    assert run(repository.root, *words) == CLEAN
    assert "has no risk" in capsys.readouterr().out
    text = (repository.root / BAKE).read_text(encoding="utf-8")
    repository.write({BAKE: text.replace("document:\n", "document:\n  risk: high\n")})
    assert run(repository.root, *words) == CLEAN
    assert "says nothing of the risk 'high'" in capsys.readouterr().out
    file = "organisation/organisation.yml"
    policy = "review_policy:\n  - {risk: high, months: 6}\n"
    repository.write({file: (repository.root / file).read_text(encoding="utf-8") + policy})
    assert run(repository.root, *words) == CLEAN
    assert "is on 2025-02-28" in capsys.readouterr().out
    assert run(repository.root, *words, "--next", "2024-12-24") == CLEAN
    loaded = load(repository.root)
    assert loaded.handbook is not None
    found = [(review.id, review.next_review) for review in loaded.handbook.reviews.values()]
    assert [name for name, _ in found] == [
        "bake-bread-2024-08-31",
        "bake-bread-2024-08-31-2",
        "bake-bread-2024-08-31-3",
        "bake-bread-2024-08-31-4",
    ]
    assert [day and day.isoformat() for _, day in found] == [None, None, "2025-02-28", "2024-12-24"]


def test_several_at_once(repository: Repository) -> None:
    words = ("bake-bread", "clean-oven", "bake-bread", "--by", "baker", "--reason", "Fine.")
    assert run(repository.root, *words) == CLEAN
    loaded = load(repository.root)
    assert loaded.handbook is not None
    subjects = [review.subject for review in loaded.handbook.reviews.values()]
    assert subjects == ["process:bake-bread", "process:clean-oven"]


def test_any_role_when_the_owner_is_not_known(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (repository.root / BAKE).read_text(encoding="utf-8")
    repository.write({BAKE: text.replace("owner: baker\n", "")})
    assert run(repository.root, "bake-bread", "--by", "helper", "--reason", "Fine.") == CLEAN
    assert "so any role may do this" in capsys.readouterr().out


def test_without_git_nothing_is_known_to_confirm(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = without_git(repository, tmp_path / "copy")
    assert run(root, "--fail-on", "suspect") == CLEAN
    assert "no history of git here" in capsys.readouterr().out
    assert run(root, *confirm()) == USAGE


def test_a_handbook_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write(tmp_path, {BAKE: "name: ["})) == FINDINGS
    assert BAKE in capsys.readouterr().err


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# Reviews\n",
        "# Reviews, without a line end",
        "- {id: a, subject: 'process:x', by: b, reason: c, date: 2026-01-01}  # one\n# the end\n",
        "  - id: a\n    subject: process:x\n    by: b\n    reason: c\n    date: 2026-01-01\n",
        "- id: a\n  subject: process:x\n  by: b\n  reason: >-\n    c\n    d\n  date: 2026-01-01",
        "- id: a\r\n  subject: process:x\r\n  by: b\r\n  reason: c\r\n  date: 2026-01-01\r\n",
    ],
)
def test_what_stands_in_the_file_stays(before: str) -> None:
    after = with_review(before, REVIEW)
    kept = [line.strip() for line in before.splitlines() if line.strip()]
    assert [line.strip() for line in after.splitlines() if line.strip() in kept][
        : len(kept)
    ] == kept
    assert ("\r\n" in after) is ("\r\n" in before)
    assert REVIEW.id in after


@pytest.mark.parametrize("before", ["[]\n", "a: b\n", "- [", "- a\n---\n- b\n"])
def test_an_odd_layout_is_left_alone(before: str) -> None:
    with pytest.raises(CannotEditError):
        with_review(before, REVIEW)


def test_an_odd_file_is_not_touched_and_the_lines_are_told(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.root / FILE).write_text("[]\n", encoding="utf-8")
    assert run(repository.root, *confirm("--today", "2024-03-03")) == USAGE
    assert (repository.root / FILE).read_text(encoding="utf-8") == "[]\n"
    assert "- id: sell-loaves-bake-bread-2024-03-03" in capsys.readouterr().err


def test_the_lines_for_the_web_are_those_that_are_written() -> None:
    assert with_review("", REVIEW) == review_lines(REVIEW)
