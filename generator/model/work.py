"""The work in a process: its steps, and the activities on the ways between them."""

from typing import NamedTuple

from generator.model.finding import FieldPath
from generator.model.process import Activity, Process, Step
from generator.model.remembered import remembered


class Work(NamedTuple):
    """A step, or an activity on a way out of it, and where the file says so.

    ``part`` is the activity, or else the step itself.
    """

    step: Step
    part: Step | Activity
    path: FieldPath


@remembered
def work_in(process: Process) -> tuple[Work, ...]:
    """Every step of a process, each with the activities on the ways out of it behind it."""
    found: list[Work] = []
    for index, step in enumerate(process.steps):
        here: FieldPath = ("steps", index)
        found.append(Work(step, step, here))
        for way, outcome in enumerate(step.outcomes):
            for number, activity in enumerate(outcome.activities):
                there = (*here, "decision", "outcomes", way, "activities", number)
                found.append(Work(step, activity, there))
    return tuple(found)
