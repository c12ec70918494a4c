"""The process approach, process by process: ISO 9001:2015, 4.4.1 a to h, from the model alone.

Each answer counts what is there. It is never a yes while a part of it is a proposal or open:
what was suggested is not yet how the organisation works.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.evaluation.by_process import by_process
from generator.evaluation.replaceable import alone_in
from generator.model.base import Entity, OriginKind
from generator.model.handbook import Handbook
from generator.model.process import Decision, Direction, Place, Process, Step
from generator.model.quality import MEASURABLE

LETTERS = tuple("abcdefgh")
"""The parts of 4.4.1."""


class Answer(StrEnum):
    """Whether a process has what a part of the clause asks."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, and of how many; ``counts`` when the answer needs it."""

    what: str
    count: int
    of: int | None = None
    counts: bool = True

    @property
    def is_enough(self) -> bool:
        """Whether there are any, and as many as there should be."""
        return not self.counts or (self.count > 0 and self.count >= (self.of or 0))


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer for one process and one part of the clause, and what it rests on."""

    letter: str
    found: tuple[Count, ...]
    proposals: int = 0
    """How many of the values are proposals."""
    open: int = 0
    """How many are said to be open."""

    @property
    def answer(self) -> Answer:
        """Yes only when everything is there and nothing of it is a proposal or open."""
        if not any(item.count for item in self.found if item.counts):
            return Answer.NO
        rests = self.proposals or self.open
        enough = all(item.is_enough for item in self.found)
        return Answer.YES if enough and not rests else Answer.PARTLY


@dataclass(frozen=True, slots=True)
class Row:
    """One process and its eight answers."""

    process: Process
    cells: tuple[Cell, ...]


def grid(handbook: Handbook) -> tuple[Row, ...]:
    """The answers for every process, in the order of the handbook."""
    return tuple(
        Row(process, tuple(make(process, handbook) for make in _CELLS))
        for process in handbook.processes.values()
    )


def _inputs_and_outputs(process: Process, _: Handbook) -> Cell:
    counts = (
        Count("inputs", len(_crossing(process, Place.INPUT, Direction.IN))),
        Count("outputs", len(_crossing(process, Place.OUTPUT, Direction.OUT))),
    )
    return _cell("a", counts, process, ("objects",), ("inputs", "outputs"))


def _crossing(process: Process, place: Place, direction: Direction) -> set[str]:
    """The objects that go in, or out, at the boundary of the process."""
    return {item.name for item in process.objects if place in item.place} | {
        item.object.object for item in process.interfaces if item.direction is direction
    }


def _sequence(process: Process, _: Handbook) -> Cell:
    counts = (Count("steps", len(process.steps)), Count("interfaces", len(process.interfaces)))
    return _cell("b", counts, process, ("interfaces",), ("next", "end"))


def _criteria(process: Process, handbook: Handbook) -> Cell:
    decisions = _decisions(process)
    kpis = handbook.kpis_of(process.id)
    documents = {document for step in process.steps for document in step.documents}
    there = [one for one in documents if getattr(handbook.documents.get(one), "exists", None)]
    norms = process.time_norms
    counts = (
        *_of("criteria", sum(bool(item.criterion) for _, item in decisions), len(decisions)),
        *_of("documents", len(there), len(documents)),
        *_of("norms", sum(bool(item.norm) for item in norms), len(norms)),
        Count("kpis", sum(kpi.is_complete for kpi in kpis), len(kpis)),
    )
    cell = _cell("c", counts, process, ("time_norms",), ("decision", "documents"))
    return _with(cell, kpis, MEASURABLE)


def _resources(process: Process, handbook: Handbook) -> Cell:
    systems = {one for step in process.steps for one in (*step.uses, *step.performed_by)}
    supplies = {item.name for item in process.objects if Place.SUPPLY in item.place}
    roles = {one for step in process.steps for one in step.performers}
    own = {one for one in roles if (role := handbook.roles.get(one)) and not role.external}
    replaced = own.difference(alone_in(process, handbook))
    counts = (
        Count("systems", len(systems)),
        Count("supplies", len(supplies), counts=False),
        Count("roles", len(own)),
        *_of("deputies", len(replaced), len(own)),
    )
    return _cell("d", counts, process, ("objects",), ("uses", "performed_by", "roles", "any_of"))


def _responsibilities(process: Process, _: Handbook) -> Cell:
    steps, decisions = process.steps, _decisions(process)
    done = sum(bool(step.performers or step.performed_by) for step in steps)
    decided = sum(bool(step.decided_by or item.decided_by) for step, item in decisions)
    counts = (
        Count("owner", int(process.owner is not None), 1),
        Count("performers", done, len(steps)),
        *_of("deciders", decided, len(decisions)),
    )
    fields = ("roles", "any_of", "performed_by", "decided_by", "decision")
    return _cell("e", counts, process, ("owner", "responsible"), fields)


def _risks(process: Process, handbook: Handbook) -> Cell:
    risks = by_process(handbook)[process.id].risks
    counts = (
        Count("risks", len(risks)),
        *_of("rated", sum(item.rating is not None for item in risks), len(risks)),
        *_of("treated", sum(item.treatment is not None for item in risks), len(risks)),
    )
    return _with(Cell("f", counts), risks, ("name", "rating", "treatment"))


def _evaluation(process: Process, handbook: Handbook) -> Cell:
    kpis = handbook.kpis_of(process.id)
    series = [found for kpi in kpis if (found := handbook.measurements.get(kpi.id))]
    measured = [item for item in series if item.values]
    periods = sum(len(item.values) for item in measured)
    counts = (
        Count("measured", len(measured), len(kpis)),
        Count("periods", periods, counts=False),
    )
    return _with(Cell("g", counts), measured, ("values",))


def _improvement(process: Process, handbook: Handbook) -> Cell:
    """Improvements and actions against what came to light in the process."""
    bottlenecks = handbook.bottlenecks_of(process.id)
    answers = by_process(handbook)[process.id].answers
    counts = (
        Count("bottlenecks", len(bottlenecks), counts=False),
        Count("improvements", len(answers)),
        *_of("done", sum(item.done is not None for item in answers), len(answers)),
    )
    return _with(Cell("h", counts), answers, ("because", "done"))


_CELLS: tuple[Callable[[Process, Handbook], Cell], ...] = (
    _inputs_and_outputs,
    _sequence,
    _criteria,
    _resources,
    _responsibilities,
    _risks,
    _evaluation,
    _improvement,
)


def _decisions(process: Process) -> list[tuple[Step, Decision]]:
    return [(step, step.decision) for step in process.steps if step.decision]


def _of(what: str, count: int, total: int) -> tuple[Count, ...]:
    """A count of what there should be of each; nothing when there is nothing to have it."""
    return (Count(what, count, total),) if total else ()


def _cell(
    letter: str,
    counts: tuple[Count, ...],
    process: Process,
    fields: tuple[str, ...],
    of_steps: tuple[str, ...],
) -> Cell:
    """A cell, with how many of the fields it rests on are proposed or open by their origins."""
    kinds = [
        origin.origin
        for path, origin in process.origins.items()
        if _rests_on(path.split("."), fields, of_steps)
    ]
    return Cell(letter, counts, kinds.count(OriginKind.PROPOSAL), kinds.count(OriginKind.OPEN))


def _rests_on(path: list[str], fields: tuple[str, ...], of_steps: tuple[str, ...]) -> bool:
    if path[0] == "steps":
        return len(path) < 3 or path[2] in of_steps
    return path[0] in ("*", *fields)


def _with(cell: Cell, entities: Iterable[Entity], fields: tuple[str, ...]) -> Cell:
    """The cell with the entities of which any of the fields is proposed or open."""
    kinds = [{item.origin(field).origin for field in fields} for item in entities]
    proposals = sum(OriginKind.PROPOSAL in found for found in kinds)
    left = sum(OriginKind.OPEN in found for found in kinds)
    return Cell(cell.letter, cell.found, cell.proposals + proposals, cell.open + left)
