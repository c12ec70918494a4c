"""A step solves or changes something and nothing is recorded of it (ISO 9001, 8.5.6 and 10.2.2)."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.model.organisation import DocumentKind, SystemKind
from generator.model.process import Process, Step
from generator.rules.evidence.word_kinds import StateKind, VerbKind
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes
from generator.rules.ways import backwards, reached, steps_behind

CODE: Final = "E102"
NAME: Final = "unrecorded-work"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.EVIDENCE
CLAUSES: Final = ("8.5.6", "10.2.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step with work of which neither it nor a later step keeps a record."""
    changing = VerbKind(inspection, "changing_verbs")
    changed = StateKind(inspection, "changed_states")
    recording = VerbKind(inspection, "recording_verbs")
    for subject, process in processes(inspection.handbook):
        given = changed.given_in(process)
        recorded: set[int] | None = None
        for index, step in enumerate(process.steps):
            if changing[step.name] or index in given:
                if recorded is None:
                    recorded = _recorded(inspection.handbook, process, recording)
                if index not in recorded:
                    yield Fault(subject, ("steps", index, "name"), {"name": step.name})


def _recorded(handbook: Handbook, process: Process, recording: VerbKind) -> set[int]:
    """The steps that record the work, and those with such a step on a way behind them."""
    starts = [
        index
        for index, step in enumerate(process.steps)
        if recording[step.name] or _records(handbook, step)
    ]
    return reached(starts, backwards(steps_behind(process)))


def _records(handbook: Handbook, step: Step) -> bool:
    """Whether a step says what is recorded, or works in a system or document that keeps it."""
    if step.records:
        return True
    used = [*step.uses, *step.performed_by]
    used += [key for activity in step.activities for key in activity.uses]
    systems = (handbook.systems.get(key) for key in used)
    documents = (handbook.documents.get(key) for key in step.documents)
    return any(one and one.kind is SystemKind.INFORMATION_SYSTEM for one in systems) or any(
        one and one.kind is DocumentKind.RECORD for one in documents
    )
