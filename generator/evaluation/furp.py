"""A process seen from four sides: functional, usability, reliability and performance.

FURP (Grady and Caswell, "Software Metrics", 1987), asked of a process: what is it for, how is it
carried out, how dependable is that, and how accurately does it go. ISO 9001:2015, 4.4.1: what is
determined of a process. All of it is computed from the model; only what is missing is judged.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from generator.evaluation.replaceable import alone_in
from generator.model.base import OriginKind
from generator.model.handbook import Handbook
from generator.model.identifiers import DocumentId, RoleId, SystemId
from generator.model.process import BusinessObject, Place, Process, Step, Stereotype, TimeNorm
from generator.model.quality import Kpi
from generator.model.work import work_in

Key = TypeVar("Key", bound=str)


class Aspect(StrEnum):
    """The four sides, in the order of the letters."""

    FUNCTIONAL = "functional"
    USABILITY = "usability"
    RELIABILITY = "reliability"
    PERFORMANCE = "performance"


Checks = Mapping[str, bool]
"""What a side asks for, and whether the handbook has it; what does not apply is left out."""


@dataclass(frozen=True, slots=True)
class Functional:
    """What the process is for."""

    process: Process
    results: tuple[BusinessObject, ...]

    @property
    def checks(self) -> Checks:
        """The goal, for whom, what starts it, what it yields (4.4.1 a)."""
        return {
            "goal": bool(self.process.goal),
            "customers": bool(self.process.customers),
            "triggers": bool(self.process.triggers),
            "results": bool(self.results),
        }


@dataclass(frozen=True, slots=True)
class Usability:
    """How the process is carried out: by whom, with what, and how well that is explained."""

    roles: tuple[RoleId, ...]
    systems: tuple[SystemId, ...]
    documents: tuple[DocumentId, ...]
    nobody: tuple[Step, ...]
    unexplained: tuple[Step, ...]

    @property
    def checks(self) -> Checks:
        """Who does each step, with which means, and what is meant (4.4.1 d and e)."""
        return {
            "performers": not self.nobody,
            "means": bool(self.systems or self.documents),
            "explanations": not self.unexplained,
        }


@dataclass(frozen=True, slots=True)
class Reliability:
    """How dependable the process is: what holds it on course and what it hangs on.

    ``alone`` are the roles that have no deputy with the steps that only they do, ``needed``
    the systems in the order of how many steps need them.
    """

    decisions: tuple[Step, ...]
    without_criterion: tuple[Step, ...]
    ways_back: tuple[tuple[Step, Step], ...]
    recording: tuple[Step, ...]
    escalates: bool
    alone: Mapping[RoleId, tuple[Step, ...]]
    needed: Mapping[SystemId, tuple[Step, ...]]

    @property
    def checks(self) -> Checks:
        """Criteria, records, escalation and deputies (4.4.1 c and f, 4.4.2 b)."""
        criteria = {"criteria": not self.without_criterion} if self.decisions else {}
        return criteria | {
            "records": bool(self.recording),
            "escalations": self.escalates,
            "deputies": not self.alone,
        }


@dataclass(frozen=True, slots=True)
class Performance:
    """How accurately the process goes: time limits, indicators and what was measured."""

    norms: tuple[TimeNorm, ...]
    kpis: tuple[Kpi, ...]
    complete: tuple[Kpi, ...]
    measured: tuple[Kpi, ...]

    @property
    def checks(self) -> Checks:
        """Time limits and indicators that can be and are measured (4.4.1 c, 9.1.1)."""
        found = {
            "norms": bool(self.norms) and all(item.norm for item in self.norms),
            "kpis": bool(self.kpis),
        }
        if self.kpis:
            found["complete"] = len(self.complete) == len(self.kpis)
            found["measured"] = len(self.measured) == len(self.kpis)
        return found


@dataclass(frozen=True, slots=True)
class Furp:
    """One process from its four sides."""

    process: Process
    functional: Functional
    usability: Usability
    reliability: Reliability
    performance: Performance

    @property
    def checks(self) -> Mapping[Aspect, Checks]:
        """What each side asks for, and whether it is there."""
        return {aspect: getattr(self, aspect.value).checks for aspect in Aspect}

    def proposed(self, aspect: Aspect) -> tuple[str, ...]:
        """What is there on a side, but only as a proposal."""
        return tuple(
            name
            for name, is_known in self.checks[aspect].items()
            if is_known and name in _FIELDS and self._is_proposal(_FIELDS[name])
        )

    def _is_proposal(self, field: str) -> bool:
        return self.process.origin(field).origin is OriginKind.PROPOSAL


_FIELDS = {
    "goal": "goal",
    "customers": "customers",
    "triggers": "triggers",
    "results": "objects",
    "escalations": "escalations",
    "norms": "time_norms",
}
"""The field of a process behind what a side asks for, where it is one field."""


def furp_of(process: Process, handbook: Handbook) -> Furp:
    """One process of a handbook from its four sides."""
    return Furp(
        process,
        Functional(process, tuple(_results(process))),
        _usability(process),
        _reliability(process, handbook),
        _performance(process, handbook),
    )


def _results(process: Process) -> Iterator[BusinessObject]:
    """What the process yields; people who leave it are no result."""
    for item in process.objects:
        if Place.OUTPUT in item.place and item.stereotype is not Stereotype.PEOPLE:
            yield item


def _usability(process: Process) -> Usability:
    work = [item.part for item in work_in(process)]
    steps = process.steps
    systems = [system for part in work for system in part.uses]
    systems += [system for step in steps for system in step.performed_by]
    documents = [document for step in steps for document in step.documents]
    documents += [item.document for step in steps for item in step.records if item.document]
    return Usability(
        roles=tuple(dict.fromkeys(role for part in work for role in part.performers)),
        systems=tuple(dict.fromkeys(systems)),
        documents=tuple(dict.fromkeys(documents)),
        nobody=tuple(step for step in steps if not (step.performers or step.performed_by)),
        unexplained=tuple(step for step in steps if not step.explanation),
    )


def _reliability(process: Process, handbook: Handbook) -> Reliability:
    decisions = [(step, step.decision) for step in process.steps if step.decision]
    return Reliability(
        decisions=tuple(step for step, _ in decisions),
        without_criterion=tuple(step for step, decision in decisions if not decision.criterion),
        ways_back=tuple(_ways_back(process)),
        recording=tuple(step for step in process.steps if step.records),
        escalates=bool(process.escalations) and all(item.to for item in process.escalations),
        alone=alone_in(process, handbook),
        needed=_most_first(
            _by_key((key, step) for step in process.steps for key in step.uses + step.performed_by)
        ),
    )


def _ways_back(process: Process) -> Iterator[tuple[Step, Step]]:
    """Every step from which the work may go back, with the step to which it does."""
    place = {step.id: number for number, step in reversed(list(enumerate(process.steps)))}
    for number, step in enumerate(process.steps):
        targets = [outcome.next for outcome in step.outcomes] + [step.next]
        for target in dict.fromkeys(targets):
            if target is not None and place.get(target, number + 1) <= number:
                yield step, process.steps[place[target]]


def _performance(process: Process, handbook: Handbook) -> Performance:
    kpis = handbook.kpis_of(process.id)
    series = handbook.measurements
    return Performance(
        norms=process.time_norms,
        kpis=kpis,
        complete=tuple(kpi for kpi in kpis if kpi.is_complete),
        measured=tuple(kpi for kpi in kpis if kpi.id in series and series[kpi.id].values),
    )


def _by_key(pairs: Iterable[tuple[Key, Step]]) -> dict[Key, tuple[Step, ...]]:
    found: dict[Key, dict[str, Step]] = {}
    for key, step in pairs:
        found.setdefault(key, {})[step.id] = step
    return {key: tuple(steps.values()) for key, steps in found.items()}


def _most_first(steps: Mapping[Key, tuple[Step, ...]]) -> dict[Key, tuple[Step, ...]]:
    return dict(sorted(steps.items(), key=lambda item: -len(item[1])))
