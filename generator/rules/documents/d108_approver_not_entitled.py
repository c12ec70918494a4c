"""A role approved a process that by the approval policy may not."""

from collections.abc import Iterator
from typing import Final

from generator.control.approval import entitled, is_entitled
from generator.model.control import Status
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted
from generator.rules.subjects import processes

CODE: Final = "D108"
NAME: Final = "approver-not-entitled"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("5.3", "7.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every approval by a role that the policy does not name; it may name none.

    What is obsolete is left alone: the policy of its day is not known.
    """
    handbook = inspection.handbook
    if "organisation" in handbook.unread:
        return  # its policy is not known
    for subject, process in processes(handbook):
        document = process.document
        approved = document.approved
        if not approved or document.status is Status.OBSOLETE or approved.by not in handbook.roles:
            continue
        if not is_entitled(approved.by, process, handbook):
            roles = entitled(process, handbook.organisation)
            named = (
                handbook.roles[role].name if role in handbook.roles else role for role in roles
            )
            details = {
                "name": process.name,
                "role": handbook.roles[approved.by].name,
            } | ({"guess": quoted(named, most=5)} if roles else {})
            yield Fault(subject, ("document", "approved", "by"), details)
