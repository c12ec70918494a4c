"""What came of a finding, a complaint or a decision, how far it is, and what is still open.

ISO 9001:2015, 10.2.1: act, take away the cause, and look whether that helped. Only what somebody
wrote down counts: that a day has passed is for the reader's clock.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.audit import (
    Action,
    Audit,
    AuditFinding,
    AuditGrade,
    EffectCheck,
    ManagementReview,
    Nonconformity,
    ReviewSubject,
)
from generator.model.handbook import Handbook
from generator.model.identifiers import AuditId, RoleId
from generator.model.improvement import Improvement


class State(StrEnum):
    """How far something is; computed, never written down."""

    OPEN = "open"
    WAITING = "waiting"
    """Done, and nobody looked yet whether it helped (ISO 9001:2015, 10.2.1 d)."""
    INEFFECTIVE = "ineffective"
    """Done, and it did not help."""
    CLOSED = "closed"
    REJECTED = "rejected"
    """Decided not to be done: nothing is left of it, and nothing came of it."""
    NOTHING = "nothing"
    """There is nothing to do about it: a strength."""


IS_LEFT = frozenset({State.OPEN, State.WAITING, State.INEFFECTIVE})
"""The states in which somebody still has something to do."""


def state_of_answer(item: Action | Improvement) -> State:
    """How far an action or an improvement is: it counts as closed when it is seen to help."""
    if isinstance(item, Improvement) and item.accepted is False:
        return State.REJECTED
    if item.done is None:
        return State.OPEN
    effective = item.effect.effective if item.effect else None
    if effective is None:
        return State.WAITING
    return State.CLOSED if effective else State.INEFFECTIVE


@dataclass(frozen=True, slots=True)
class Work:
    """Something that is left to do: of which line, by whom, before which day."""

    reference: str
    owner: RoleId | None
    due: dt.date | None
    state: State

    @property
    def is_check(self) -> bool:
        """Whether what is left is to look whether an answer helped."""
        return self.state is State.WAITING and self.reference.startswith(
            ("action:", "improvement:")
        )


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What follows from what, in one handbook.

    ``answers`` are the actions and improvements by what they are because of, ``decided`` the
    management reviews by the actions and improvements that carry out a decision of theirs,
    ``states`` how far every finding, nonconformity, action and improvement is.
    """

    answers: Mapping[str, tuple[str, ...]]
    decided: Mapping[str, tuple[str, ...]]
    states: Mapping[str, State]

    def is_answered(self, reference: str) -> bool:
        """Whether something is or was done about a thing; what was rejected is no answer."""
        answers = self.answers.get(reference, ())
        return any(self.states[answer] is not State.REJECTED for answer in answers)


def follow_up(handbook: Handbook) -> FollowUp:
    """What follows from what, and how far everything is."""
    answers = _reversed(
        (cause, reference) for reference, item in answering(handbook) for cause in item.because
    )
    states = {reference: state_of_answer(item) for reference, item in answering(handbook)}
    for reference, reported in _reported(handbook):
        after = [states[answer] for answer in answers.get(reference, ())]
        states[reference] = _state_of_reported(reported, after)
    decided = _reversed(
        (action, f"managementreview:{review.id}")
        for review in handbook.management_reviews.values()
        for decision in review.decisions
        for action in decision.actions
    )
    return FollowUp(answers, decided, states)


def answering(handbook: Handbook) -> Iterator[tuple[str, Action | Improvement]]:
    """Every action and improvement with its reference."""
    yield from ((f"action:{item.id}", item) for item in handbook.actions.values())
    yield from ((f"improvement:{item.id}", item) for item in handbook.improvements.values())


def findings_of(audit: AuditId, handbook: Handbook) -> tuple[AuditFinding, ...]:
    """What an audit found, in the order of the register."""
    return tuple(item for item in handbook.audit_findings.values() if item.audit == audit)


def missing_subjects(review: ManagementReview) -> tuple[ReviewSubject, ...]:
    """The subjects of ISO 9001:2015, 9.3.2 that a review did not look at, in their order."""
    seen = {item.subject for item in review.inputs}
    return tuple(subject for subject in ReviewSubject if subject not in seen)


def left_to_do(handbook: Handbook) -> tuple[Work, ...]:
    """Everything that is left to do, the nearest day first and what has no day last."""
    states = follow_up(handbook).states
    found = [
        *(_audit(item) for item in handbook.audits.values() if item.held is None),
        *(
            Work(reference, item.owner, getattr(item, "due", None), states[reference])
            for reference, item in _reported(handbook)
            if states[reference] in IS_LEFT
        ),
        *(
            _answer(reference, item, states[reference])
            for reference, item in answering(handbook)
            if states[reference] in IS_LEFT
        ),
    ]
    return tuple(sorted(found, key=lambda work: (work.due or dt.date.max, work.reference)))


def by_owner(work: Iterable[Work]) -> Mapping[RoleId | None, tuple[Work, ...]]:
    """What is left to do by who has to do it, in the order given; None when nobody is named."""
    found: dict[RoleId | None, list[Work]] = {}
    for item in work:
        found.setdefault(item.owner, []).append(item)
    return {owner: tuple(items) for owner, items in found.items()}


def _audit(audit: Audit) -> Work:
    owner = audit.auditors[0] if audit.auditors else None
    return Work(f"audit:{audit.id}", owner, audit.planned, State.OPEN)


def _answer(reference: str, item: Action | Improvement, state: State) -> Work:
    """What is left of an answer: doing it, looking whether it helped, or doing something else."""
    if state is not State.WAITING:
        return Work(reference, item.owner, item.due if state is State.OPEN else None, state)
    effect = item.effect or EffectCheck()
    return Work(reference, effect.by or item.owner, effect.due, state)


def _reported(handbook: Handbook) -> Iterator[tuple[str, AuditFinding | Nonconformity]]:
    """Everything that asks for an answer, with its reference."""
    yield from ((f"auditfinding:{one.id}", one) for one in handbook.audit_findings.values())
    yield from ((f"nonconformity:{one.id}", one) for one in handbook.nonconformities.values())


def _state_of_reported(item: AuditFinding | Nonconformity, answers: list[State]) -> State:
    """How far something reported is: somebody closes it; until then its answers tell."""
    if item.closed:
        return State.CLOSED
    if isinstance(item, AuditFinding) and item.grade is AuditGrade.STRENGTH:
        return State.NOTHING
    answers = [state for state in answers if state is not State.REJECTED]
    if not answers or State.OPEN in answers:
        return State.OPEN
    if State.WAITING in answers:
        return State.WAITING
    return State.OPEN if State.CLOSED in answers else State.INEFFECTIVE


def _reversed(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """What points at each thing, in the order of the pairs, once."""
    found: dict[str, dict[str, None]] = {}
    for target, source in pairs:
        found.setdefault(target, {})[source] = None
    return {target: tuple(sources) for target, sources in found.items()}
