"""A step solves or changes something and nothing is recorded of it (ISO 9001, 8.5.6 and 10.2.2)."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.model.organisation import DocumentKind, SystemKind
from generator.model.process import Process, Step
from generator.rules.evidence.verbs import States, Verbs
from generator.rules.flow.ways import reached, ways
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "E102"
NAME: Final = "unrecorded-work"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.EVIDENCE
CLAUSES: Final = ("8.5.6", "10.2.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step with work of which neither it nor a later step keeps a record."""
    changing = Verbs(inspection, "changing_verbs")
    changed = States(inspection, "changed_states")
    recording = Verbs(inspection, "recording_verbs")
    for subject, process in processes(inspection.handbook):
        recorded: set[int] | None = None
        for index, step in enumerate(process.steps):
            if changing[step.name] or changed.given_by(step):
                if recorded is None:
                    recorded = _recorded(inspection.handbook, process, recording)
                if index not in recorded:
                    yield Fault(subject, ("steps", index, "name"), {"name": step.name})


def _recorded(handbook: Handbook, process: Process, recording: Verbs) -> set[int]:
    """The steps that record the work, and those with such a step on a way behind them."""
    sources: list[list[int]] = [[] for _ in process.steps]
    for index, out in enumerate(ways(process)):
        for way in out:
            if way.target is not None:
                sources[way.target].append(index)
    starts = [
        index
        for index, step in enumerate(process.steps)
        if recording[step.name] or _records(handbook, step)
    ]
    return reached(starts, sources)


def _records(handbook: Handbook, step: Step) -> bool:
    """Whether a step says what is recorded, or works in a system or document that keeps it."""
    if step.records:
        return True
    outcomes = step.decision.outcomes if step.decision else ()
    used = [*step.uses, *step.performed_by]
    used += [key for out in outcomes for activity in out.activities for key in activity.uses]
    systems = (handbook.systems.get(key) for key in used)
    documents = (handbook.documents.get(key) for key in step.documents)
    return any(one and one.kind is SystemKind.INFORMATION_SYSTEM for one in systems) or any(
        one and one.kind is DocumentKind.RECORD for one in documents
    )
