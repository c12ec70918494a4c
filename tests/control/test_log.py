"""The change log as a chain: order, steps, and what is new in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.control.log import declares, in_time, is_newest_first, newest, skips, steps
from generator.model.control import Change
from tests.control.test_policy import POLICY, rule


def line(version: str, date: str, kind: str = "content", what: str = "x") -> Change:
    return Change.model_validate(
        {"version": version, "date": f"2026-{date}", "kind": kind, "what": what}
    )


A, B, C = line("0.1", "01-01", "first"), line("0.2", "02-01"), line("0.10", "03-01")


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ([], True),
        ([A], True),
        ([C, B, A], True),
        ([A, B, C], False),
        ([line("0.2", "01-01"), A], True),
        ([A, line("0.2", "01-01")], False),
        ([A, A], True),
    ],
)
def test_which_end_is_the_newest(log: list[Change], *, expected: bool) -> None:
    assert is_newest_first(log) is expected


def test_the_order_in_time_does_not_depend_on_the_end_on_top() -> None:
    assert in_time([C, B, A]) == in_time([A, B, C]) == (A, B, C)
    assert list(steps([C, B, A])) == [(A, B), (B, C)]
    assert newest([A, C, B]) == "0.10"
    assert newest([]) is None


@pytest.mark.parametrize(
    ("before", "after", "kind", "expected"),
    [
        ("0.1", "0.2", "content", False),
        ("0.1", "0.3", "content", True),
        ("0.1", "0.1", "content", False),
        ("0.3", "1.0", "content", True),
        ("0.3", "1.0", "approval", False),
        ("0.3", "0.4", "approval", True),
        ("0.3", "0.3", "approval", False),
        ("0.3", "0.4", "language", True),
        ("0.9", "0.10", "content", False),
        ("0.9", "1.1", "content", True),
        ("1.1", "1.0", "content", False),  # back, which is another fault than a skip
    ],
)
def test_which_steps_the_policy_knows(
    before: str, after: str, kind: str, *, expected: bool
) -> None:
    assert skips(before, line(after, "01-01", kind), POLICY) is expected


def test_without_a_rule_any_step_forward_will_do() -> None:
    assert not skips("0.1", line("0.7", "01-01"), [])
    assert not skips("0.1", line("0.7", "01-01"), [rule("approval", "major")])
    assert not skips("0.1", line("0.7", "01-01", "language"), [rule("content", "minor")])


def test_a_line_is_new_when_there_are_more_of_them() -> None:
    assert declares([A], [B, A]) == (B,)
    assert declares([A, B], [B, A]) == ()
    assert declares([A], [A, A]) == (A,)
    assert declares([A, B], [A]) == ()


def test_a_line_that_is_worded_otherwise_is_not_new() -> None:
    better = line("0.2", "02-01", what="better")
    assert declares([B, A], [better, A]) == ()
    assert declares([B, A], [better, B, A]) == (better,)
    assert declares([B, A], [line("0.2", "02-01", "language"), A]) != ()


lines = st.builds(
    line,
    st.sampled_from(["0.1", "0.2"]),
    st.sampled_from(["01-01", "02-02"]),
    st.sampled_from(["content", "language"]),
    st.sampled_from(["a", "b"]),
)


@given(st.lists(lines, max_size=5), st.lists(lines, max_size=3))
def test_as_many_lines_are_new_as_were_added(before: list[Change], added: list[Change]) -> None:
    assert len(declares(before, [*added, *before])) == len(added)
    assert declares(before, before) == ()
