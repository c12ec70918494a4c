"""Something is approved and no step carries it out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import slug
from generator.model.process import Decision, Direction, ObjectState, Outcome, Process, Step
from generator.rules.evidence.word_kinds import StateKind
from generator.rules.inspection import Inspection
from generator.rules.phrases import words_of
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "E104"
NAME: Final = "approval-without-execution"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.EVIDENCE
CLAUSES: Final = ("8.5.1", "8.5.6")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every approval without execution, once a step."""
    approved = StateKind(inspection, "approved_states")
    yes = frozenset(inspection.words("yes_words"))
    taken = _Taken(inspection)
    for subject, process in processes(inspection.handbook):
        all_given = approved.given_in(process)
        leaving: _Leaving | None = None
        for index, step in enumerate(process.steps):
            given = all_given.get(index, [])
            answers = list(_stopping(step, approved, yes)) if step.decision else []
            if given or answers:
                leaving = leaving or _leaving(process)
                found = _ungiven(given, taken, leaving) or _unfollowed(answers, step, leaving)
                if found:
                    path, what = found
                    details = {"what": what, "name": step.name}
                    yield Fault(subject, ("steps", index, *path), details)


class _Taken(dict[str, frozenset[str]]):
    """In which states an object is taken anywhere; empty is any state. Worked out once."""

    def __init__(self, inspection: Inspection) -> None:
        super().__init__()
        self._objects = inspection.objects

    def __missing__(self, key: str) -> frozenset[str]:
        found = self._objects.get(key)
        uses = found.uses if found else ()
        self[key] = frozenset(slug(use.state or "") for use in uses if not use.gives)
        return self[key]


class _Leaving(NamedTuple):
    """What interfaces take away from a process, and from which steps; None is any step."""

    objects: Mapping[str, set[str]]
    steps: frozenset[str | None]


def _leaving(process: Process) -> _Leaving:
    out = [one for one in process.interfaces if one.direction is Direction.OUT]
    objects: dict[str, set[str]] = {}
    for one in out:
        objects.setdefault(slug(one.object.object), set()).add(slug(one.object.state or ""))
    return _Leaving(objects, frozenset(one.step for one in out))


def _ungiven(
    given: Sequence[tuple[int, ObjectState]], taken: _Taken, leaving: _Leaving
) -> tuple[FieldPath, str] | None:
    """The first approved thing that nobody takes and no interface takes away."""
    for number, item in given:
        key, state = slug(item.object), slug(item.state or "")
        goes_on = taken[key] | leaving.objects.get(key, set())
        if goes_on.isdisjoint({"", state}):
            return ("outputs", number), str(item)
    return None


def _unfollowed(
    answers: Sequence[tuple[int, Outcome]], step: Step, leaving: _Leaving
) -> tuple[FieldPath, str] | None:
    """The first approving answer after which the work ends, without anything leaving."""
    if not answers or not leaving.steps.isdisjoint({None, step.id}):
        return None
    number, outcome = answers[0]
    return ("decision", "outcomes", number, "answer"), outcome.answer


def _stopping(
    step: Step, approved: StateKind, yes: frozenset[str]
) -> Iterator[tuple[int, Outcome]]:
    """The approving answers after which the work ends at once."""
    for number, outcome in enumerate(step.outcomes):
        stops = outcome.end is not None and not outcome.next and not outcome.activities
        if stops and step.decision and _approves(step.decision, outcome, approved, yes):
            yield number, outcome


def _approves(
    decision: Decision, outcome: Outcome, approved: StateKind, yes: frozenset[str]
) -> bool:
    """Whether an answer approves by itself, or says yes to a question for approval."""
    if approved[outcome.answer]:
        return True
    words = words_of(outcome.answer)
    if not words or words[0].text not in yes:
        return False
    asked = (*words_of(decision.question), *words[1:])
    return any(approved[word.text] for word in asked)
