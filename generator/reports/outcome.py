"""What a run has to tell, as one value that every report is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from generator.model.finding import Finding, Severity


class Sources(Protocol):
    """The texts of the files that findings are about; a mapping of file to text is one."""

    def get(self, file: str, /) -> str | None:
        """The text of a file, or None when there is none to show."""


class Status(StrEnum):
    """How a finding counts: against the run, or not because it is known or suppressed."""

    NEW = "new"
    KNOWN = "known"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why somebody lets a finding be, and until which day (ISO 8601)."""

    reason: str
    until: str | None = None


class Entry(NamedTuple):
    """One finding with how it counts; ``suppression`` only when it is suppressed."""

    finding: Finding
    status: Status
    suppression: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run has to tell.

    ``findings`` count against the run; ``known`` were already there in ``base``, a name for
    what the run was compared with; ``suppressed`` were let be by somebody.
    """

    findings: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    suppressed: tuple[tuple[Finding, Suppression], ...] = ()
    base: str | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Every finding, whatever its status, in order of place."""
        return tuple(sorted(self._entries(), key=lambda entry: entry.finding.order()))

    def _entries(self) -> Iterator[Entry]:
        yield from (Entry(finding, Status.NEW) for finding in self.findings)
        yield from (Entry(finding, Status.KNOWN) for finding in self.known)
        for finding, suppression in self.suppressed:
            yield Entry(finding, Status.SUPPRESSED, suppression)


def shown(findings: tuple[Finding, ...], *, everything: bool) -> tuple[Finding, ...]:
    """The findings to show: without those that are only for information, unless asked."""
    return tuple(item for item in findings if everything or item.severity is not Severity.INFO)
