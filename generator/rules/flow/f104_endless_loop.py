"""A loop that nobody can leave."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted
from generator.rules.subjects import processes
from generator.rules.ways import Way, backwards, has_loose_ends, loops, reached, steps_behind, ways

CODE: Final = "F104"
NAME: Final = "endless-loop"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every endless loop once, at the way that goes back, when every way is clear."""
    for subject, process in processes(inspection.handbook):
        if has_loose_ends(process):
            continue
        for loop in loops(_without_end(process), steps_behind(process)):
            names = quoted(process.steps[index].name for index in sorted(loop))
            yield Fault(subject, _way_back(loop, ways(process)), {"names": names})


def _without_end(process: Process) -> set[int]:
    """The steps from which no end can be reached."""
    out, behind = ways(process), steps_behind(process)
    ending = [index for index in range(len(out)) if len(behind[index]) < len(out[index])]
    return set(range(len(out))) - reached(ending, backwards(behind))


def _way_back(loop: set[int], out: Sequence[Sequence[Way]]) -> FieldPath:
    for index in sorted(loop, reverse=True):
        for way in out[index]:
            if way.target is not None and way.target <= index:
                return way.path
    return ("steps", min(loop))
