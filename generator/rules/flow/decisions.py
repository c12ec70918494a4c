"""The decisions of the processes in force, for the rules that look at questions and answers."""

from typing import NamedTuple

from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.process import Decision, Process, Step
from generator.model.remembered import remembered
from generator.rules.flow.in_force import processes_in_force
from generator.rules.rule import Fault


class Asked(NamedTuple):
    """One decision: the reference and the process it is in, its step, and where it stands."""

    subject: str
    process: Process
    step: Step
    decision: Decision
    path: FieldPath

    def fault(self, number: int, **details: str) -> Fault:
        """A fault of one of the answers, with the question and the answer in its details."""
        found = {"question": self.decision.question, **details}
        found["answer"] = self.decision.outcomes[number].answer
        return Fault(self.subject, (*self.path, "outcomes", number, "answer"), found)


@remembered
def decisions(handbook: Handbook) -> tuple[Asked, ...]:
    """Every decision of every process in force, in the order of the handbook."""
    return tuple(
        Asked(subject, process, step, step.decision, ("steps", index, "decision"))
        for subject, process in processes_in_force(handbook)
        for index, step in enumerate(process.steps)
        if step.decision
    )
