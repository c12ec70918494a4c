"""A change log that does not begin with a first version, or is not in order of date."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.control.log import in_time
from generator.model.control import Change, ChangeKind
from generator.model.finding import Severity
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D111"
NAME: Final = "log-out-of-order"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every line that stands where it cannot stand: once a line."""
    for subject, process in processes(inspection.handbook):
        for line in dict.fromkeys(_misplaced(process)):
            details = {"version": line.version, "date": line.date.isoformat()}
            yield Fault(subject, ("changes", process.changes.index(line)), details)


def _misplaced(process: Process) -> Iterator[Change]:
    log = in_time(process.changes)
    for at, line in enumerate(log):
        if (at == 0) is not (line.kind is ChangeKind.FIRST):
            yield line
    for before, line in pairwise(log):
        if line.date < before.date:
            yield line
