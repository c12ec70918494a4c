"""The version policy: what changes demand, and which version comes next."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.control.policy import (
    declared,
    first_versions,
    needed,
    next_versions,
    numbers,
    proposed_line,
    raised,
)
from generator.diff import Change, ChangeKind, Nature, Touch
from generator.language import LANGUAGES, language
from generator.model import control
from generator.model.control import PolicyRule, Raise, VersionCase


def rule(case: str | None, raises: str | None) -> PolicyRule:
    return PolicyRule.model_validate({"when": "x", "step": "y", "case": case, "raises": raises})


POLICY = (
    rule("first", "minor"),
    rule("content", "minor"),
    rule("small", "none"),
    rule("language", "none"),
    rule("approval", "major"),
)


def change(kind: str, *touched: str, name: str = "x") -> Change:
    return Change(
        ChangeKind(kind), "process:p", name, touches=frozenset(Touch(item) for item in touched)
    )


DEMANDS = {
    "nothing changed": ([], None),
    "a step is new": ([change("added")], "content"),
    "a step went": ([change("removed")], "content"),
    "a step moved": ([change("moved")], "content"),
    "another role": ([change("responsible")], "content"),
    "another way": ([change("flow")], "content"),
    "another target": ([change("target")], "content"),
    "another object": ([change("state")], "content"),
    "another value": ([change("field")], "content"),
    "other words": ([change("reworded")], "language"),
    "another name": ([change("renamed")], "language"),
    "a number in the words": ([change("reworded", "number")], "content"),
    "a time in the words": ([change("reworded", "time")], "content"),
    "a negation in the words": ([change("reworded", "negation")], "content"),
    "must became may": ([change("reworded", "modal")], "content"),
    "another role in the words": ([change("reworded", "role")], "content"),
    "another system in the name": ([change("renamed", "system")], "content"),
    "another state in the words": ([change("reworded", "state")], "content"),
    "only the control record": ([change("control")], None),
    "only the origin": ([change("origin")], None),
    "words and a step": ([change("reworded"), change("added")], "content"),
    "origin and words": ([change("origin"), change("reworded")], "language"),
}


@pytest.mark.parametrize(("changes", "case"), DEMANDS.values(), ids=DEMANDS)
def test_what_changes_demand(changes: list[Change], case: str | None) -> None:
    found = needed(changes, POLICY)
    assert (found.case.value if found else None) == case


def test_the_reasons_are_the_changes_that_make_it_so() -> None:
    words, step, origin = change("reworded"), change("added"), change("origin")
    found = needed([words, step, origin], POLICY)
    assert found
    assert found.reasons == (step,)


@pytest.mark.parametrize("kind", ["added", "reworded"])
def test_what_the_policy_has_no_rule_for_is_not_demanded(kind: str) -> None:
    assert needed([change(kind)], ()) is None
    assert needed([change(kind)], [rule(None, None), rule("approval", "major")]) is None


def test_a_rule_for_one_kind_of_change_says_nothing_of_the_other() -> None:
    assert needed([change("reworded")], [rule("content", "minor")]) is None
    assert needed([change("added")], [rule("language", "none")]) is None
    assert needed([change("reworded")], [rule("small", "none")]) is not None


NEXT = {
    "0.1 content": ("0.1", "content", ("0.2",)),
    "0.9 content": ("0.9", "content", ("0.10",)),
    "1.0 content": ("1.0", "content", ("1.1",)),
    "0.2 small": ("0.2", "small", ("0.2",)),
    "0.2 language": ("0.2", "language", ("0.2",)),
    "0.7 approval": ("0.7", "approval", ("1.0",)),
    "1.3 approval": ("1.3", "approval", ("2.0",)),
    "0.0 first": ("0.0", "first", ("0.1",)),
}


@pytest.mark.parametrize(("version", "case", "expected"), NEXT.values(), ids=NEXT)
def test_which_version_comes_next(version: str, case: str, expected: tuple[str, ...]) -> None:
    assert next_versions(version, POLICY, VersionCase(case)) == expected


def test_every_rule_of_a_case_gives_a_way_and_each_way_once() -> None:
    policy = [rule("content", "minor"), rule("content", "major"), rule("content", "minor")]
    assert next_versions("0.3", policy, VersionCase.CONTENT) == ("0.4", "1.0")
    assert next_versions("0.3", policy, VersionCase.SMALL) == ()


def test_where_a_document_begins() -> None:
    assert first_versions(POLICY) == ("0.1",)
    assert first_versions([rule("first", "major")]) == ("1.0",)
    assert first_versions([rule("first", "none")]) == ()
    assert first_versions([]) == ()


def line(kind: str) -> control.Change:
    return control.Change.model_validate(
        {"version": "0.1", "date": "2026-01-01", "kind": kind, "what": "x"}
    )


@pytest.mark.parametrize(
    ("kinds", "case"),
    [
        ([], None),
        (["approval"], None),
        (["first"], None),
        (["language"], "language"),
        (["content"], "small"),
        (["language", "content"], "small"),
    ],
)
def test_the_author_says_what_a_change_of_text_is(kinds: list[str], case: str | None) -> None:
    need = needed([change("reworded")], POLICY)
    assert need
    found = declared(need, map(line, kinds))
    assert (found.value if found else None) == case


def test_the_author_does_not_decide_about_content() -> None:
    need = needed([change("added")], POLICY)
    assert need
    assert declared(need, [line("language")]) is VersionCase.CONTENT


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_proposed_line_tells_the_first_changes_and_how_many_more(code: str) -> None:
    changes = [
        Change(ChangeKind.ADDED, "process:p#s", f"Step {number}", after=f"Step {number}")
        for number in range(5)
    ]
    text = proposed_line(changes, language(code))
    assert "Step 0" in text
    assert "Step 2" in text
    assert "Step 3" not in text
    assert text.endswith({"nl": "(en nog 2)", "en": "(and 2 more)"}[code])
    assert "2" not in proposed_line(changes[:1], language(code))


def test_a_proposed_line_says_each_thing_once() -> None:
    text = proposed_line([change("added")] * 4, language("en"))
    assert ";" not in text
    assert "more" not in text


versions = st.builds("{}.{}".format, st.integers(0, 40), st.integers(0, 40))
policies = st.lists(
    st.builds(
        rule,
        st.sampled_from([*VersionCase, None]),
        st.sampled_from([*Raise, None]),
    ),
    max_size=6,
)
changes = st.lists(
    st.builds(
        Change,
        st.sampled_from(ChangeKind),
        st.just("process:p"),
        st.just("x"),
        touches=st.frozensets(st.sampled_from(Touch), max_size=2),
    ),
    max_size=6,
)


@given(versions, policies, st.sampled_from(VersionCase))
def test_no_step_goes_back(version: str, policy: list[PolicyRule], case: VersionCase) -> None:
    assert all(numbers(item) >= numbers(version) for item in next_versions(version, policy, case))


@given(versions, versions, st.sampled_from(Raise))
def test_a_step_keeps_the_order_of_versions(one: str, other: str, by: Raise) -> None:
    low, high = sorted((one, other), key=numbers)
    assert numbers(raised(low, by)) <= numbers(raised(high, by))


@given(changes, changes, policies)
def test_more_changes_never_demand_less(
    some: list[Change], others: list[Change], policy: list[PolicyRule]
) -> None:
    def weight(found: Iterable[Change]) -> int:
        need = needed(found, policy)
        return (0 if need is None else 1) + (need is not None and need.case.value == "content")

    assert weight([*some, *others]) >= max(weight(some), weight(others))


@given(changes, policies)
def test_control_and_origin_never_count(found: list[Change], policy: list[PolicyRule]) -> None:
    silent = [item for item in found if item.kind.nature in (Nature.CONTROL, Nature.ORIGIN)]
    loud = [item for item in found if item not in silent]
    assert needed(silent, policy) is None
    assert needed(found, policy) == needed(loud, policy)
