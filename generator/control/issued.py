"""What the main line has of a process, and how the file at hand differs from it."""

from dataclasses import dataclass

from generator.diff.change import Change
from generator.model import control
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
