"""How far a finding, a complaint, an action and an improvement are, and what is left to do."""

from collections.abc import Mapping
from datetime import date

import pytest

from generator.evaluation.follow_up import (
    IS_LEFT,
    State,
    Work,
    by_owner,
    findings_of,
    follow_up,
    left_to_do,
    missing_subjects,
    state_of_answer,
)
from generator.model.audit import Action, ManagementReview, ReviewSubject
from generator.model.handbook import Handbook
from generator.model.identifiers import AuditId, RoleId
from generator.model.improvement import Improvement
from made_registers import with_only

DONE = {"done": date(2026, 4, 20)}
HELPED = {**DONE, "effect": {"effective": True}}
DID_NOT_HELP = {**DONE, "effect": {"effective": False}}


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.OPEN),
        ({"effect": {"due": date(2026, 9, 1)}}, State.OPEN),
        ({"effect": {"effective": True}}, State.OPEN),
        (DONE, State.WAITING),
        ({**DONE, "effect": {"due": date(2026, 9, 1)}}, State.WAITING),
        ({**DONE, "effect": {"done": date(2026, 9, 1)}}, State.WAITING),
        (HELPED, State.CLOSED),
        (DID_NOT_HELP, State.INEFFECTIVE),
    ],
)
def test_an_answer_is_closed_when_it_is_seen_to_help(
    fields: Mapping[str, object], state: State
) -> None:
    assert state_of_answer(Action.model_validate({"id": "a", "text": "x", **fields})) is state
    assert state_of_answer(Improvement.model_validate({"id": "a", "name": "x", **fields})) is state


@pytest.mark.parametrize(
    ("fields", "state", "is_decided"),
    [
        ({}, State.OPEN, False),
        ({"submitted": "2026-01-01", "due": "2026-02-01"}, State.OPEN, False),
        ({"decision": "Yes."}, State.OPEN, True),
        ({"decided": "2026-01-02"}, State.OPEN, True),
        ({"accepted": True}, State.OPEN, True),
        ({"accepted": True, **HELPED}, State.CLOSED, True),
        ({"accepted": False}, State.REJECTED, True),
        ({"accepted": False, "decision": "No.", "due": "2026-02-01"}, State.REJECTED, True),
        ({"accepted": False, **DONE}, State.REJECTED, True),
    ],
)
def test_an_improvement_is_decided_about_too(
    fields: Mapping[str, object], state: State, *, is_decided: bool
) -> None:
    item = Improvement.model_validate({"id": "a", "name": "x", **fields})
    assert (state_of_answer(item), item.is_decided) == (state, is_decided)


def test_what_was_rejected_is_no_work_and_no_answer(library: Handbook) -> None:
    rejected = {"id": "no", "accepted": False, "because": ["auditfinding:f"]}
    in_vain = {"id": "vain", "because": ["auditfinding:f"], **DID_NOT_HELP}
    findings = [{"id": "f", "owner": "librarian"}]
    handbook = with_only(library, findings=findings, improvements=[rejected])
    follow = follow_up(handbook)
    assert follow.states["auditfinding:f"] is State.OPEN
    assert not follow.is_answered("auditfinding:f")
    assert [work.reference for work in left_to_do(handbook)] == ["auditfinding:f"]
    both = with_only(library, findings=findings, improvements=[rejected, in_vain])
    assert follow_up(both).states["auditfinding:f"] is State.INEFFECTIVE
    assert follow_up(both).is_answered("auditfinding:f")


@pytest.mark.parametrize(
    ("finding", "answers", "state"),
    [
        ({}, [], State.OPEN),
        ({}, [{}], State.OPEN),
        ({}, [HELPED, {}], State.OPEN),
        ({}, [DONE], State.WAITING),
        ({}, [DID_NOT_HELP, DONE], State.WAITING),
        ({}, [DID_NOT_HELP], State.INEFFECTIVE),
        ({}, [HELPED], State.OPEN),
        ({}, [DID_NOT_HELP, HELPED], State.OPEN),
        ({"closed": date(2026, 5, 1)}, [{}], State.CLOSED),
        ({"grade": "strength"}, [], State.NOTHING),
        ({"grade": "observation"}, [], State.OPEN),
        ({"grade": "strength", "closed": date(2026, 5, 1)}, [], State.CLOSED),
    ],
)
def test_a_finding_is_as_far_as_what_answers_it(
    library: Handbook,
    finding: Mapping[str, object],
    answers: list[Mapping[str, object]],
    state: State,
) -> None:
    because = {"because": ["auditfinding:f"]}
    actions = [{"id": f"a{n}", **because, **answer} for n, answer in enumerate(answers)]
    handbook = with_only(library, findings=[{"id": "f", **finding}], actions=actions)
    assert follow_up(handbook).states["auditfinding:f"] is state


def test_what_follows_from_what(library: Handbook) -> None:
    follow = follow_up(library)
    assert follow.answers["auditfinding:spring-2026-1"] == ("action:order-with-invoice",)
    assert follow.answers["bottleneck:lb-k1"] == ("improvement:count-days",)
    assert "nonconformity:late-answer" not in follow.answers
    assert follow.decided == {"improvement:count-days": ("managementreview:year-2025",)}
    assert follow.states["nonconformity:late-answer"] is State.CLOSED


def test_a_line_that_names_the_same_cause_twice_follows_once(library: Handbook) -> None:
    actions = [{"id": "a", "because": ["risk:r", "risk:r"]}]
    assert follow_up(with_only(library, actions=actions)).answers == {"risk:r": ("action:a",)}


def test_the_findings_of_an_audit(library: Handbook) -> None:
    assert [item.id for item in findings_of(AuditId("spring-2026"), library)] == ["spring-2026-1"]
    assert findings_of(AuditId("board-2027"), library) == ()


@pytest.mark.parametrize(
    ("seen", "missing"),
    [
        ([], list(ReviewSubject)),
        (list(ReviewSubject), []),
        ([None, *list(ReviewSubject)[1:]], [ReviewSubject.PREVIOUS]),
    ],
)
def test_the_subjects_that_a_review_misses(
    seen: list[ReviewSubject | None], missing: list[ReviewSubject]
) -> None:
    inputs = [{"topic": "x", "subject": subject} for subject in seen]
    review = ManagementReview.model_validate({"id": "r", "name": "x", "inputs": inputs})
    assert list(missing_subjects(review)) == missing


def test_what_is_left_stands_in_the_order_of_its_days(library: Handbook) -> None:
    head, librarian = RoleId("head-librarian"), RoleId("librarian")
    due = date(2026, 9, 1)
    handbook = with_only(
        library,
        audits=[
            {"id": "later", "planned": date(2027, 1, 1), "auditors": [librarian]},
            {"id": "some-day"},
            {"id": "held", "held": date(2026, 1, 1)},
        ],
        findings=[
            {"id": "open", "due": date(2026, 8, 1), "owner": head},
            {"id": "closed", "closed": date(2026, 2, 1)},
            {"id": "good", "grade": "strength"},
        ],
        complaints=[{"id": "late", "owner": head}],
        actions=[
            {"id": "to-do", "owner": head, "due": date(2026, 7, 1)},
            {"id": "to-check", "owner": head, **DONE, "effect": {"due": due, "by": librarian}},
            {"id": "unchecked", "owner": head, "due": date(2026, 4, 1), **DONE},
            {"id": "in-vain", "owner": head, "due": date(2026, 4, 1), **DID_NOT_HELP},
            {"id": "helped", **HELPED},
        ],
    )
    assert left_to_do(handbook) == (
        Work("action:to-do", head, date(2026, 7, 1), State.OPEN),
        Work("auditfinding:open", head, date(2026, 8, 1), State.OPEN),
        Work("action:to-check", librarian, due, State.WAITING),
        Work("audit:later", librarian, date(2027, 1, 1), State.OPEN),
        Work("action:in-vain", head, None, State.INEFFECTIVE),
        Work("action:unchecked", head, None, State.WAITING),
        Work("audit:some-day", None, None, State.OPEN),
        Work("nonconformity:late", head, None, State.OPEN),
    )
    assert {item.state for item in left_to_do(handbook)} == IS_LEFT


def test_what_is_left_by_owner(library: Handbook) -> None:
    found = by_owner(left_to_do(library))
    assert {owner: [item.reference for item in items] for owner, items in found.items()} == {
        "head-librarian": [
            "auditfinding:spring-2026-1",
            "improvement:count-days",
            "action:order-with-invoice",
        ],
        None: ["audit:board-2027", "improvement:tea-corner"],
    }


@pytest.mark.parametrize(
    ("reference", "state", "is_check"),
    [
        ("action:a", State.WAITING, True),
        ("improvement:a", State.WAITING, True),
        ("action:a", State.OPEN, False),
        ("auditfinding:a", State.WAITING, False),
    ],
)
def test_only_an_answer_is_checked(reference: str, state: State, *, is_check: bool) -> None:
    assert Work(reference, None, None, state).is_check is is_check
