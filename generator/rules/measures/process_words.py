"""What a process has to say for itself, for the rules that hold indicators and goals against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.model.base import Entity, OriginKind
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.model.process import Activity, ObjectState, Place, Process, Step
from generator.model.quality import Kpi


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


def is_declared_open(entity: Entity, field: str) -> bool:
    """Whether the origins say that a field is still to be determined, which O201 lists."""
    origin = entity.origins.get(field)
    return origin is not None and origin.origin is OriginKind.OPEN


def made(process: Process) -> Iterator[str]:
    """What the process makes: the objects it gives, their states, and its ends."""
    for part in _work(process):
        yield from _words(part.outputs)
    for step in process.steps:
        yield from _words(record.what for record in step.records)
        yield from _ends(step)
    for item in process.objects:
        if Place.OUTPUT in item.place:
            yield item.name
            yield from item.states
    for interface in process.interfaces:
        if interface.direction == "out":
            yield from _words((interface.object,))


def named(process: Process) -> Iterator[str]:
    """Everything that the process names: also its goal, triggers, use case, steps and inputs."""
    yield process.name
    use_case = (process.use_case.name, process.use_case.area) if process.use_case else ()
    yield from (text for text in (process.goal, *process.triggers, *use_case) if text)
    yield from made(process)
    for part in _work(process):
        yield part.name
        yield from _words(part.inputs)
    for step in process.steps:
        if step.decision:
            yield step.decision.question
    for item in process.objects:
        yield item.name
        yield from item.states
    for interface in process.interfaces:
        yield from _words((interface.object,))
    for norm in process.time_norms:
        yield norm.what


def _work(process: Process) -> Iterator[Step | Activity]:
    for step in process.steps:
        yield step
        for outcome in step.decision.outcomes if step.decision else ():
            yield from outcome.activities


def _ends(step: Step) -> Iterator[str]:
    if step.end:
        yield step.end
    for outcome in step.decision.outcomes if step.decision else ():
        if outcome.end:
            yield outcome.end


def _words(items: Iterable[ObjectState]) -> Iterator[str]:
    for item in items:
        yield item.object
        if item.state:
            yield item.state
