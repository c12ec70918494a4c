"""Who approved a process also wrote it, or does not have the role that approved it.

Separation of duties: ISO 9001:2015, 7.5.2 asks that documents are reviewed and approved, which
says little when it is by who wrote them. People are compared as git knows them, and not named.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D109"
NAME: Final = "approver-is-author"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every such approval; without the history of git nothing is known of any."""
    for subject, process in processes(inspection.handbook):
        found = inspection.approvals.get(process.id)
        if process.document.approved is None or found is None:
            continue
        role = inspection.handbook.roles.get(found.by)
        reason = "author" if found.is_author else "role" if found.has_role is False else ""
        if reason:
            name = role.name if role else str(found.by)
            details = {"process": process.name, "role": name, "approver": reason}
            yield Fault(subject, ("document", "approved"), details)
