"""Something is escalated and nobody is there to take it over (ISO 9001, 5.3)."""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Severity
from generator.model.handbook import slug
from generator.model.process import (
    Activity,
    Direction,
    InterfaceKind,
    ObjectState,
    Process,
    Step,
)
from generator.rules.evidence.word_kinds import StateKind, VerbKind
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "E103"
NAME: Final = "escalation-without-receiver"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.EVIDENCE
CLAUSES: Final = ("5.3", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every escalation without a receiver, in the steps and in the list of escalations."""
    escalating = VerbKind(inspection, "escalating_verbs")
    escalated = StateKind(inspection, "escalated_states")
    for subject, process in processes(inspection.handbook):
        given = escalated.given_in(process)
        receivers: _Receivers | None = None
        for index, step in enumerate(process.steps):
            for number, item in given.get(index) or _escalated(step, escalating):
                receivers = receivers or _Receivers(process)
                if not receivers.receive(step, item):
                    yield Fault(subject, ("steps", index, "outputs", number), {"what": str(item)})
        if process.escalations and not _is_open(process):
            for number, entry in enumerate(process.escalations):
                if not entry.to and not entry.decision:
                    yield Fault(subject, ("escalations", number), {"what": entry.when})


def _escalated(step: Step, escalating: VerbKind) -> list[tuple[int, ObjectState]]:
    """What a step escalates when nothing gets such a state: the first thing that it gives."""
    return [(0, step.outputs[0])] if step.outputs and escalating[step.name] else []


class _Receivers:
    """Who takes what in one process, and from which steps something is escalated elsewhere."""

    def __init__(self, process: Process) -> None:
        self._performers: dict[str, frozenset[str]] = {
            step.id: frozenset(step.performers) for step in process.steps
        }
        self._takers: dict[str, set[tuple[str, frozenset[str]]]] = {}
        for step in process.steps:
            for item in step.inputs:
                taker = slug(item.state or ""), frozenset(step.performers)
                self._takers.setdefault(slug(item.object), set()).add(taker)
        self._elsewhere = {
            interface.step
            for interface in process.interfaces
            if interface.direction is Direction.OUT and interface.kind is InterfaceKind.ESCALATES
        }

    def receive(self, step: Step, item: ObjectState) -> bool:
        """Whether somebody else takes what a step escalates, here or in another process."""
        if not self._elsewhere.isdisjoint({None, step.id}):
            return True
        own, key, state = frozenset(step.performers), slug(item.object), slug(item.state or "")
        if any(
            not performers <= own and (not state or taken in {"", state})
            for taken, performers in self._takers.get(key, ())
        ):
            return True
        return any(
            slug(taken.object) == key and not behind.union(activity.performers) <= own
            for activity, behind in self._activities(step)
            for taken in activity.inputs
        )

    def _activities(self, step: Step) -> Iterator[tuple[Activity, frozenset[str]]]:
        """The activities on the ways out of a step, with who does the step they lead to."""
        for outcome in step.outcomes:
            behind = self._performers.get(outcome.next or "", frozenset())
            for activity in outcome.activities:
                yield activity, behind


def _is_open(process: Process) -> bool:
    """Whether the process declares that its escalations are still to be established."""
    return any(
        path.split(".")[0] == "escalations" and origin.origin is OriginKind.OPEN
        for path, origin in process.origins.items()
    )
