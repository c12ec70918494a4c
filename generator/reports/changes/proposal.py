"""A proposal to change the handbook, as one value that its comment is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.control.suspect import Suspect
from generator.load.in_place import LinesToWrite
from generator.model.finding import Finding
from generator.model.identifiers import RoleId
from generator.reports.changes.compared import Compared


@dataclass(frozen=True, slots=True)
class Write:
    """The lines that would give a process the version and the change-log line it lacks."""

    subject: str
    """The process, as a reference."""
    lines: tuple[LinesToWrite, ...]
    is_declared: bool = True
    """Whether the changes or the author say what kind of change it is."""


@dataclass(frozen=True, slots=True)
class PreviewPart:
    """Something on the preview's page of the proposal."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Proposal:
    """What a proposal changes, what it still lacks, and what it brings.

    ``suspects`` are the references to confirm because of it. ``page`` is the address, below
    the preview, of its own page. ``diagrams`` are those that look different; None when they
    could not be made because of errors on one of the two sides.
    """

    compared: Compared
    writes: tuple[Write, ...] = ()
    new: tuple[Finding, ...] = ()
    solved: tuple[Finding, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    diagrams: tuple[PreviewPart, ...] | None = ()
    page: str = ""
    accounts: Mapping[RoleId, tuple[str, ...]] = field(default_factory=dict)
