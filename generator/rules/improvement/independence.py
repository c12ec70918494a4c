"""Whether who audits has a part in what is audited.

ISO 9001:2015, 9.2.2 c: auditors are chosen so that the audit is objective and impartial. Nobody
audits what they own, approved, wrote or do themselves, or the department that they work in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.model.audit import Audit
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.organisation import RegisteredDocument
from generator.model.process import Process
from generator.rules.roles import counting_as


class Tie(StrEnum):
    """What an auditor has to do with what is audited."""

    OWNER = "owner"
    APPROVER = "approver"
    AUTHOR = "author"
    DOER = "doer"
    COLLEAGUE = "colleague"


_STRENGTH = tuple(Tie)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One auditor, by the number in the list, who has the same tie to some of what is audited."""

    number: int
    auditor: RoleId
    tie: Tie
    audited: tuple[str, ...]


def conflicts(audit: Audit, handbook: Handbook) -> Iterator[Conflict]:
    """Every part that an auditor has in what is audited, the strongest one for each thing.

    A role counts as its members and as the groups it is in.
    """
    ties = [tie for subject in audit.subjects for tie in _ties(subject, handbook)]
    same = counting_as(handbook) if ties else {}
    for number, auditor in enumerate(audit.auditors):
        own = same.get(auditor, frozenset({auditor}))
        strongest: dict[str, Tie] = {}
        for tie, role, about in sorted(ties, key=lambda item: _STRENGTH.index(item[0])):
            if role in own:
                strongest.setdefault(about, tie)
        for tie in _STRENGTH:
            audited = tuple(about for about, found in strongest.items() if found is tie)
            if audited:
                yield Conflict(number, auditor, tie, audited)


def _ties(subject: str, handbook: Handbook) -> Iterator[tuple[Tie, RoleId, str]]:
    """The roles that have a part in a subject of an audit, and in what of it."""
    kind, _, rest = subject.partition(":")
    processes = tuple(_processes(kind, rest.partition("#")[0], handbook))
    for process in processes:
        for tie, whose in _of_process(process):
            if tie is not Tie.DOER or kind != "organisation":  # everybody does a part of the whole
                yield tie, whose, f"process:{process.id}"
    if processes or kind == "organisation":
        for author in handbook.organisation.authors:
            yield Tie.AUTHOR, author, subject
    found = handbook.find(subject)
    if isinstance(found, RegisteredDocument) and found.owner:
        yield Tie.OWNER, found.owner, subject
    if kind == "department":
        for role in handbook.roles.values():
            if role.department == rest:
                yield Tie.COLLEAGUE, role.id, subject


def _of_process(process: Process) -> Iterator[tuple[Tie, RoleId]]:
    if process.owner:
        yield Tie.OWNER, process.owner
    if process.document.approved:
        yield Tie.APPROVER, process.document.approved.by
    for performer in dict.fromkeys(role for step in process.steps for role in step.performers):
        yield Tie.DOER, performer


def _processes(kind: str, identifier: str, handbook: Handbook) -> Iterator[Process]:
    """The processes that an audit of a subject looks at: itself, those of a group, or all."""
    for process in handbook.processes.values():
        whole = kind == "organisation"
        if whole or (kind, identifier) in {("process", process.id), ("group", process.group)}:
            yield process
