"""A loop that nobody can leave."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.rules.flow.ways import Way, loops, reached, ways
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "F104"
NAME: Final = "endless-loop"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW
CLAUSES: Final = ("4.4.1", "8.5.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every endless loop once, at the way that goes back."""
    for subject, process in processes(inspection.handbook):
        out = ways(process)
        for loop in loops(_without_end(out), [_targets(ways_out) for ways_out in out]):
            names = ", ".join(f"'{process.steps[index].name}'" for index in sorted(loop))
            yield Fault(subject, _way_back(loop, out), {"names": names})


def _targets(ways_out: Sequence[Way]) -> list[int]:
    return [way.target for way in ways_out if way.target is not None]


def _without_end(out: Sequence[Sequence[Way]]) -> set[int]:
    """The steps from which no end can be reached."""
    sources: list[list[int]] = [[] for _ in out]
    for index, ways_out in enumerate(out):
        for target in _targets(ways_out):
            sources[target].append(index)
    ending = [
        index for index, ways_out in enumerate(out) if any(way.target is None for way in ways_out)
    ]
    return set(range(len(out))) - reached(ending, sources)


def _way_back(loop: set[int], out: Sequence[Sequence[Way]]) -> FieldPath:
    for index in sorted(loop, reverse=True):
        for way in out[index]:
            if way.target is not None and way.target <= index:
                return way.path
    return ("steps", min(loop))
