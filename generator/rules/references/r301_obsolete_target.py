"""Something in force names a document or a process that no longer is.

ISO 9001:2015, 7.5.3.2: the unintended use of obsolete documents is prevented.
"""

from collections.abc import Container, Iterator, Mapping
from functools import partial
from typing import Final

from generator.model.base import Entity
from generator.model.control import Status
from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.model.identifiers import DocumentId
from generator.model.organisation import RegisteredDocument
from generator.model.process import Process
from generator.model.quality import Bottleneck, Kpi, SourceMap, SourceNote
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import Kinds

CODE: Final = "R301"
NAME: Final = "obsolete-target"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.REFERENCES
CLAUSES: Final = ("7.5.3",)

_ABOUT_THE_PAST = (Bottleneck, SourceMap, SourceNote)
"""What tells how things were, and may name what is no longer in force."""
_GIVEN_BY_PATH = (Kpi,)
"""Its process is the name of its file: the file goes when the process does."""
_HISTORY = "replaced_by"
"""What came after an obsolete document may itself be obsolete by now."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every place where something obsolete is named as if it were in force."""
    obsolete = _obsolete(inspection.handbook)
    if not obsolete:
        return
    for naming in inspection.namings:
        if not _is_in_force(naming.entity):
            continue
        for kinds, identifier, path in naming.places(partial(_among, obsolete)):
            for kind in kinds:
                details = obsolete.get((kind, identifier))
                if details and path[-1] != _HISTORY:
                    yield Fault(naming.subject, path, details)


def _among(obsolete: Container[tuple[str, str]], kinds: Kinds, identifiers: set[str]) -> set[str]:
    return {one for one in identifiers if any((kind, one) in obsolete for kind in kinds)}


def _is_in_force(entity: Entity) -> bool:
    if isinstance(entity, Process):
        return entity.document.status is not Status.OBSOLETE
    if isinstance(entity, RegisteredDocument):
        return not entity.obsolete
    return not isinstance(entity, _ABOUT_THE_PAST + _GIVEN_BY_PATH)


def _obsolete(handbook: Handbook) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """What is no longer in force, by kind and identifier, with what a finding says about it."""
    found: dict[tuple[str, str], Mapping[str, str]] = {}
    successors = _successors(handbook.documents)
    for identifier, successor in successors.items():
        details = {"kind": "document", "name": handbook.documents[identifier].name}
        found["document", identifier] = details | ({"guess": successor} if successor else {})
    for process in handbook.processes.values():
        if process.document.status is Status.OBSOLETE:
            found["process", process.id] = {"kind": "process", "name": process.name}
    return found


def _successors(
    documents: Mapping[DocumentId, RegisteredDocument],
) -> dict[DocumentId, DocumentId | None]:
    """For every obsolete document the one in force that came after it, if there is one."""
    found: dict[DocumentId, DocumentId | None] = {}
    for document in documents.values():
        chain: dict[DocumentId, None] = {}
        current: DocumentId | None = document.id
        while current and current not in chain and current not in found:
            if current not in documents or not documents[current].obsolete:
                break
            chain[current] = None
            current = documents[current].replaced_by
        last = found.get(current, current) if current and current not in chain else None
        found.update(dict.fromkeys(chain, last if last in documents else None))
    return found
