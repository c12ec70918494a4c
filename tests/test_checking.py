"""One run of the check: what was asked for, and compared with what."""

import subprocess
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import Request, brought, fails, run
from generator.load.git import NoVersionError
from generator.model.finding import Finding, Position, Severity
from generator.model.settings import FailOn
from small_handbook import FILES, PROCESS, edited, write

FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["F103", "N106"]),
        st.builds(Position, st.just("x.yml"), st.integers(1, 9)),
        st.just(Severity.WARNING),
        st.fixed_dictionaries({"name": st.sampled_from("ab")}),
        st.sampled_from(["process:a", "process:b"]),
    ),
    max_size=8,
)


@given(FINDINGS, FINDINGS)
def test_nothing_is_lost_and_what_was_there_is_known(
    now: list[Finding], before: list[Finding]
) -> None:
    new, known = brought(now, before)
    assert sorted([*new, *known], key=Finding.order) == sorted(now, key=Finding.order)
    assert len(known) == sum(
        min(
            sum(item.identity == identity for item in now),
            sum(item.identity == identity for item in before),
        )
        for identity in {item.identity for item in now}
    )


@pytest.mark.parametrize(
    ("now", "before", "is_known"),
    [
        ({"fields": "'unit', 'owner'"}, {"fields": "'unit', 'owner'"}, True),
        ({"fields": "'unit'"}, {"fields": "'unit', 'owner'"}, True),
        ({"fields": "'unit', 'owner'"}, {"fields": "'unit'"}, False),
        ({"count": "13"}, {"count": "14"}, True),
        ({"count": "14"}, {"count": "13"}, False),
        ({"word": "soon"}, {"word": "often"}, False),
        ({"word": "soon", "more": "x"}, {"word": "soon"}, False),
    ],
)
def test_what_became_less_was_there_and_what_became_more_is_new(
    now: dict[str, str], before: dict[str, str], *, is_known: bool
) -> None:
    def found(details: dict[str, str]) -> Finding:
        return Finding("K102", Position("x.yml"), Severity.WARNING, details, "kpi:a")

    new, known = brought([found(now)], [found(before)])
    assert (len(new), len(known)) == ((0, 1) if is_known else (1, 0))


@given(FINDINGS)
def test_without_a_change_nothing_is_new(now: list[Finding]) -> None:
    moved = [
        Finding(item.code, Position("x.yml", 99), item.severity, item.details, item.subject)
        for item in now
    ]
    assert brought(now, moved) == ((), tuple(now))


@pytest.mark.parametrize(
    ("severity", "fail_on", "expected"),
    [
        (Severity.ERROR, FailOn.ERROR, True),
        (Severity.WARNING, FailOn.ERROR, False),
        (Severity.WARNING, FailOn.WARNING, True),
        (Severity.INFO, FailOn.WARNING, False),
    ],
)
def test_what_makes_a_run_fail(severity: Severity, fail_on: FailOn, *, expected: bool) -> None:
    assert fails([Finding("F103", Position("x"), severity)], fail_on) is expected
    assert not fails([], fail_on)


ROLE = edited(PROCESS, "[baker]", "[baker, bakr]")
GROUP = {"organisation/matrix.yml": FILES["organisation/matrix.yml"].replace("baking", "bakery", 1)}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Request(), {"organisation/matrix.yml", PROCESS}),
        (Request(paths=(PurePosixPath("processes"),)), {PROCESS}),
        (Request(paths=(PurePosixPath(PROCESS),)), {PROCESS}),
        (Request(paths=(PurePosixPath("processes/bak"),)), set()),
        (Request(paths=(PurePosixPath("."),)), {"organisation/matrix.yml", PROCESS}),
        (Request(ignore=("R",)), set()),
        (Request(select=("F",)), set()),
        (Request(select=("F", "R101")), {"organisation/matrix.yml", PROCESS}),
    ],
)
def test_only_what_was_asked_for(tmp_path: Path, request_: Request, expected: set[str]) -> None:
    _, outcome = run(write(tmp_path, {**ROLE, **GROUP}), request_)
    assert {item.position.file for item in outcome.findings if item.code == "R101"} == expected


def test_a_suppressed_finding_is_told_apart_until_its_day(tmp_path: Path) -> None:
    comment = "owner: null  # handbook: ignore[P105] until 2030-01-01: he starts in May"
    root = write(tmp_path, edited(PROCESS, "owner: baker", comment))
    _, outcome = run(root, Request(select=("P105", "X"), today=date(2030, 1, 1)))
    assert outcome.findings == ()
    ((finding, suppression),) = outcome.suppressed
    assert (finding.code, suppression.reason) == ("P105", "he starts in May")
    assert suppression.until == "2030-01-01"
    _, later = run(root, Request(select=("P105", "X"), today=date(2030, 1, 2)))
    assert [item.code for item in later.findings] == ["P105", "X102"]


def test_an_error_cannot_be_suppressed(tmp_path: Path) -> None:
    comment = "bakr]  # handbook: ignore[R101] he starts in May"
    root = write(tmp_path, {PROCESS: ROLE[PROCESS].replace("bakr]", comment)})
    _, outcome = run(root, Request(select=("R101", "X")))
    assert [item.code for item in outcome.findings] == ["R101", "X104"]


def test_only_what_a_change_brings_counts(tmp_path: Path) -> None:
    root = write(tmp_path, GROUP)
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "first"], check=True)
    changed = {file: "\n" + text for file, text in {**FILES, **GROUP, **ROLE}.items()}
    write(root, changed)
    _, outcome = run(root, Request(base="main", select=("R",)))
    assert [item.position.file for item in outcome.findings] == [PROCESS]
    assert [item.position.file for item in outcome.known] == ["organisation/matrix.yml"]
    assert outcome.base == "main"


def test_a_base_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoVersionError):
        run(write(tmp_path), Request(base="main"))


def test_what_is_wrong_with_files_and_suppressions_always_counts(tmp_path: Path) -> None:
    broken = {"organisation/groups.yml": "- ["}
    comment = "owner: null  # handbook: ignore[P105] until 2020-01-01: so it is"
    root = write(tmp_path, {**edited(PROCESS, "owner: baker", comment), **broken})
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "first"], check=True)
    _, outcome = run(root, Request(base="main", today=date(2026, 1, 1)))
    assert {"S", "X102"} <= {item.code if item.code[0] != "S" else "S" for item in outcome.findings}
    assert "P105" in {item.code for item in outcome.known}


def test_the_baseline_of_the_base_may_not_be_raised(tmp_path: Path) -> None:
    low = '{"format": "baseline/v1", "rules": {"P105": {}}}'
    root = write(tmp_path, {"quality/baseline.json": low})
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "first"], check=True)
    high = low.replace("{}", '{"process:bake-bread": 1}')
    write(root, {"quality/baseline.json": high, **edited(PROCESS, "owner: baker", "owner: null")})
    _, outcome = run(root, Request(base="main", select=("X",)))
    assert [item.code for item in outcome.findings] == ["X108"]
