"""What a process has to say for itself, for the rules that hold indicators and goals against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.model.process import Direction, ObjectState, Place, Process
from generator.model.quality import Kpi
from generator.model.work import work_in


def kpis_by_process(handbook: Handbook) -> Mapping[ProcessId, list[Kpi]]:
    """The indicators of every process that has any, in the order of the files."""
    found: dict[ProcessId, list[Kpi]] = defaultdict(list)
    for kpi in handbook.kpis.values():
        found[kpi.process].append(kpi)
    return found


def texts_of(kpi: Kpi) -> Iterator[str]:
    """What an indicator says it measures."""
    yield kpi.name
    yield from (text for text in (kpi.definition, kpi.formula) if text)


def made(process: Process) -> set[str]:
    """What the process makes: the objects it gives, their states, and its ends."""
    given = [item for _, part, _ in work_in(process) for item in part.outputs]
    given += [record.what for step in process.steps for record in step.records]
    given += [one.object for one in process.interfaces if one.direction is Direction.OUT]
    found = _words(given)
    found.update(step.end for step in process.steps if step.end)
    found.update(one.end for step in process.steps for one in step.outcomes if one.end)
    for item in process.objects:
        if Place.OUTPUT in item.place:
            found.update((item.name, *item.states))
    return found


def named(process: Process) -> set[str]:
    """Everything that the process names: also its goal, triggers, use case, steps and inputs."""
    use_case = (process.use_case.name, process.use_case.area) if process.use_case else ()
    found = made(process) | _words(one.object for one in process.interfaces)
    found.update(text for text in (process.name, process.goal, *use_case) if text)
    for _, part, _ in work_in(process):
        found |= _words(part.inputs) | {part.name}
    for item in process.objects:
        found.update((item.name, *item.states))
    found.update(step.decision.question for step in process.steps if step.decision)
    found.update(process.triggers, (norm.what for norm in process.time_norms))
    return found


def _words(items: Iterable[ObjectState]) -> set[str]:
    return {text for item in items for text in (item.object, item.state) if text}
