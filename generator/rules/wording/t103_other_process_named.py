"""A text names a process with which its own process has nothing to do: mostly copied text."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook, slug
from generator.model.process import Process
from generator.model.work import work_in
from generator.rules.inspection import Inspection
from generator.rules.passages import Passage
from generator.rules.phrases import words_of
from generator.rules.rule import Fault, Group

CODE: Final = "T103"
NAME: Final = "other-process-named"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.WORDING
CLAUSES: Final = ("4.4.1", "7.5.2")

_LINKS = frozenset({"end"})
"""Fields in which the name of a process is a link itself: where the work goes on."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every text that names a process without any tie to its own, once a text."""
    tied = _ties(inspection.handbook)
    said = list(_named(inspection))
    for passage, own, other in said:
        if passage.field in _LINKS:
            tied.setdefault(own.id, set()).add(other.id)
    names = {own.id: _own_names(own) for _, own, _ in said}
    told = set()
    for passage, own, other in said:
        key = passage.subject, passage.path, other.id
        untied = other.id not in tied.get(own.id, ()) and slug(other.name) not in names[own.id]
        if untied and key not in told:
            told.add(key)
            yield Fault(passage.subject, passage.path, {"other": other.name, "name": own.name})


def _ties(handbook: Handbook) -> dict[str, set[str]]:
    """By process the processes that it hands something to, or gets something from."""
    found: dict[str, set[str]] = {}
    for process in handbook.processes.values():
        for interface in process.interfaces:
            if interface.process:
                found.setdefault(process.id, set()).add(interface.process)
                found.setdefault(interface.process, set()).add(process.id)
    return found


def _named(inspection: Inspection) -> Iterator[tuple[Passage, Process, Process]]:
    """Every text that names another process, its own process and that other one.

    A name of one word (``Sales``) is too often an ordinary word.
    """
    for passage, mention in inspection.named:
        if mention.meaning.kind == "process" and len(words_of(mention.text)) > 1:
            other = inspection.handbook.entities["process"].get(mention.meaning.id)
            if passage.process and isinstance(other, Process) and other is not passage.process:
                yield passage, passage.process, other


def _own_names(process: Process) -> set[str]:
    """What the process calls itself and its steps, which may be the name of another one."""
    return {slug(process.name), *(slug(part.name) for _, part, _ in work_in(process))}
