"""What the rules see of a problem that people reported."""

from collections.abc import Iterator, Mapping

from generator.model.finding import Finding
from generator.model.handbook import Handbook
from generator.model.quality import Bottleneck
from generator.rules.inspection import Inspection

_ABOUT_ALL = ("matrix", "organisation")
"""What speaks of every process."""


class Sights:
    """What all rules saw, suppressed or not, by code and by what it is about."""

    def __init__(self, inspection: Inspection) -> None:
        """Takes the findings."""
        self._handbook = inspection.handbook
        self._kpis: dict[str, list[str]] = {}
        for kpi in inspection.handbook.kpis.values():
            self._kpis.setdefault(kpi.process, []).append(f"kpi:{kpi.id}")
        self._by_subject: dict[tuple[str, str], list[Finding]] = {}
        suppressed = [finding for finding, _ in inspection.suppressed]
        for finding in (*inspection.found, *suppressed):
            subject = finding.subject.partition("#")[0]
            self._by_subject.setdefault((finding.code, subject), []).append(finding)

    def is_seen(self, problem: Bottleneck, code: str) -> bool:
        """Whether a rule sees something where people reported a problem.

        That is in the process, in an indicator of it, in a role or system that the problem
        names, or in what is about all processes. A finding about one step counts when the
        problem names no steps, or when it is about one of them or mentions one by name.
        """
        names = _names_of_steps(problem, self._handbook)
        return any(
            not names or _concerns(finding, names)
            for subject in self._subjects(problem)
            for finding in self._by_subject.get((code, subject), ())
        )

    def _subjects(self, problem: Bottleneck) -> Iterator[str]:
        yield f"process:{problem.process}"
        yield from self._kpis.get(problem.process, ())
        yield from (f"role:{role}" for role in problem.roles)
        yield from (f"system:{system}" for system in problem.systems)
        yield from _ABOUT_ALL


def _names_of_steps(problem: Bottleneck, handbook: Handbook) -> Mapping[str, str]:
    """The steps that a problem names, by identifier."""
    process = handbook.processes.get(problem.process)
    steps = process.steps if process and problem.steps else ()
    return {step.id: step.name for step in steps if step.id in problem.steps}


def _concerns(finding: Finding, names: Mapping[str, str]) -> bool:
    step = finding.subject.partition("#")[2]
    if not step or step in names:
        return True
    told = finding.details.values()
    return any(name == text or f"'{name}'" in text for name in names.values() for text in told)
