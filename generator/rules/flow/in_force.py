"""The processes that people work by: a process that is no longer in force asks for nothing."""

from collections.abc import Iterator

from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.rules.subjects import processes


def processes_in_force(handbook: Handbook) -> Iterator[tuple[str, Process]]:
    """Every process that is not obsolete, with its reference."""
    for subject, process in processes(handbook):
        if process.document.status is not Status.OBSOLETE:
            yield subject, process
