"""The decisions of the processes in force, for the rules that look at questions and answers."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.process import Decision, Process, Step
from generator.rules.flow.in_force import processes_in_force


class Asked(NamedTuple):
    """One decision: the reference and the process it is in, its step, and where it stands."""

    subject: str
    process: Process
    step: Step
    decision: Decision
    path: FieldPath


def decisions(handbook: Handbook) -> Iterator[Asked]:
    """Every decision of every process in force, in the order of the handbook."""
    for subject, process in processes_in_force(handbook):
        for index, step in enumerate(process.steps):
            if step.decision:
                path = ("steps", index, "decision")
                yield Asked(subject, process, step, step.decision, path)
