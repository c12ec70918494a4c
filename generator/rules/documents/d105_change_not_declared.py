"""The text of a process changed, and no line of the change log says what kind of change it is."""

from collections.abc import Iterator
from typing import Final

from generator.control.raising import lack_of
from generator.model.finding import Severity
from generator.rules.documents.d103_version_not_raised import reasons
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D105"
NAME: Final = "change-not-declared"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process with another text than was issued and no word about it in its log."""
    organisation = inspection.handbook.organisation
    for subject, process in processes(inspection.handbook):
        issued = inspection.issued.get(process.id)
        lack = lack_of(process, issued, organisation) if issued else None
        if issued and lack and lack.case is None:
            details = {
                "process": process.id,
                "issued": issued.version,
                "version": lack.version,
                "reasons": reasons(lack.need.reasons, inspection.language),
            }
            yield Fault(subject, ("changes",), details)
