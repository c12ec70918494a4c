"""Where the work of a process ends, and whether the file says so."""

from generator.model.process import Process, Step
from generator.rules.ways import reached_from_start, ways


def names_end(process: Process) -> bool:
    """Whether a step or answer that the work can come to names an end."""
    return any(_names_end(process.steps[index]) for index in reached_from_start(process))


def _names_end(step: Step) -> bool:
    return bool(step.end) or any(outcome.end for outcome in step.outcomes)


def stops(process: Process) -> bool:
    """Whether the work stops somewhere; if not, it goes round for ever."""
    out = ways(process)
    return any(way.target is None for index in reached_from_start(process) for way in out[index])
