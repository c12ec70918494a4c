"""The texts of the processes and indicators, each with its place, for the rules that read."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.process import Decision, Process, Step
from generator.model.quality import Kpi


class Passage(NamedTuple):
    """One text: what it belongs to, where in that thing, and what it says.

    ``field`` is the last word of the path (``explanation``, ``name``); ``process`` and
    ``step`` are what the text is about, None where it is about no single one.
    """

    subject: str
    path: FieldPath
    text: str
    field: str
    process: Process | None = None
    step: Step | None = None


_Text: TypeAlias = tuple[FieldPath, str, Step | None]
"""A text of a process, where it stands, and the step that it is about."""


def passages(handbook: Handbook) -> Iterator[Passage]:
    """Every text of every process and indicator, in the order of the handbook."""
    for process in handbook.processes.values():
        yield from _of_process(process)
    for kpi in handbook.kpis.values():
        yield from _of_kpi(kpi, handbook.processes.get(kpi.process))


def _of_kpi(kpi: Kpi, process: Process | None) -> Iterator[Passage]:
    for field in ("name", "definition", "formula", "target"):
        if text := getattr(kpi, field):
            yield Passage(f"kpi:{kpi.id}", (field,), text, field, process)


def _of_process(process: Process) -> Iterator[Passage]:
    subject = f"process:{process.id}"
    for path, text, step in _texts(process):
        # A number at the end of a path is a place in a list; its name stands before it.
        field = path[-1] if isinstance(path[-1], str) else path[-2]
        yield Passage(subject, path, text, str(field), process, step)


def _texts(process: Process) -> list[_Text]:
    single = {"name": process.name, "summary": process.summary, "goal": process.goal}
    found: list[_Text] = [((field,), text, None) for field, text in single.items() if text]
    found += [(("triggers", number), text, None) for number, text in enumerate(process.triggers)]
    for index, step in enumerate(process.steps):
        found += _of_step(step, ("steps", index))
    return found + _of_lists(process)


def _of_step(step: Step, here: FieldPath) -> list[_Text]:
    found: list[_Text] = [((*here, "name"), step.name, step)]
    if step.explanation:
        found.append(((*here, "explanation"), step.explanation, step))
    for number, remark in enumerate(step.remarks):
        found.append(((*here, "remarks", number), remark, step))
    if step.decision:
        found += [(path, text, step) for path, text in _of_decision(step.decision, here)]
    if step.end:
        found.append(((*here, "end"), step.end, step))
    return found


def _of_decision(decision: Decision, step: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    yield (*step, "decision", "question"), decision.question
    if decision.criterion:
        yield (*step, "decision", "criterion"), decision.criterion
    for number, outcome in enumerate(decision.outcomes):
        here: FieldPath = (*step, "decision", "outcomes", number)
        yield (*here, "answer"), outcome.answer
        if outcome.end:
            yield (*here, "end"), outcome.end
        for index, activity in enumerate(outcome.activities):
            yield (*here, "activities", index, "name"), activity.name
            if activity.explanation:
                yield (*here, "activities", index, "explanation"), activity.explanation


_LISTS = {
    "facts": ("text",),
    "time_norms": ("what", "norm"),
    "escalations": ("when", "how"),
    "interfaces": ("explanation",),
    "objects": ("explanation",),
}
"""The lists of a process whose items hold text, and in which fields."""


def _of_lists(process: Process) -> list[_Text]:
    steps: dict[str | None, Step] = {step.id: step for step in process.steps}
    return [
        ((name, number, field), text, steps.get(getattr(item, "step", None)))
        for name, fields in _LISTS.items()
        for number, item in enumerate(getattr(process, name))
        for field in fields
        if (text := getattr(item, field))
    ]
