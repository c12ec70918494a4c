"""Fingerprints follow a finding from one run to the next."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.finding import Finding, Position
from generator.reports.fingerprint import fingerprints

FINDING = Finding("S208", Position("x.yml", 3, 5), details={"key": "name", "a": "b"})


def of(*findings: Finding) -> list[str]:
    return list(fingerprints(findings))


def test_it_is_the_same_in_every_run() -> None:
    """SHA-256 of ``["S208", "x.yml", [["a", "b"], ["key", "name"]], 1]``."""
    assert of(FINDING) == ["0bc2b7bdea5615575c4aa72f5ec468f6956d9176b6ddde3138949043930ac2d4"]


def test_it_stays_when_lines_move() -> None:
    moved = replace(FINDING, position=Position("x.yml", 30, 50))
    turned = replace(FINDING, details={"a": "b", "key": "name"})
    assert of(FINDING) == of(moved) == of(turned)


def test_it_tells_findings_apart() -> None:
    others = [
        replace(FINDING, code="S207"),
        replace(FINDING, details={"key": "goal"}),
        replace(FINDING, position=Position("y.yml", 3, 5)),
        replace(FINDING, subject="process:x"),
    ]
    marks = of(FINDING, FINDING, *others)
    assert len(set(marks)) == 6
    assert all(len(mark) == 64 for mark in marks)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.text(max_size=2))))
def test_no_two_are_equal(pairs: list[tuple[str, str]]) -> None:
    marks = of(*(Finding("S208", Position(file), details={"key": key}) for file, key in pairs))
    assert len(set(marks)) == len(pairs)
