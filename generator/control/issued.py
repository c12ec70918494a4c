"""What the main line has of a process, and how the file at hand differs from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.diff import Change, compare
from generator.model import control
from generator.model.handbook import Handbook
from generator.model.identifiers import Version


@dataclass(frozen=True, slots=True)
class Issued:
    """A process as the main line last issued it.

    The main line is the branch that is published. A version counts from the commit on it
    that brought the version; on another branch the main line ends where that branch left it.
    """

    version: Version
    """The version that the main line carries."""
    log: tuple[control.Change, ...] = ()
    """The change log in the commit that brought that version."""
    changes: tuple[Change, ...] = ()
    """What the process at hand says otherwise than that commit does."""


def about(process: str, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes of one process and its steps, by its identifier as it is now."""
    subject = f"process:{process}"
    return tuple(change for change in changes if change.subject.partition("#")[0] == subject)


def issued_of(before: Handbook, now: Handbook) -> Mapping[str, Issued]:
    """What was issued of each process, when all of it is in one earlier handbook.

    Args:
        before: the handbook as it was issued.
        now: the handbook at hand.

    Returns:
        By identifier; a process that is new, or has another identifier now, is not in it.
    """
    changes = compare(before, now)
    return {
        name: Issued(found.document.version, found.changes, about(name, changes))
        for name in now.processes
        if (found := before.processes.get(name))
    }
