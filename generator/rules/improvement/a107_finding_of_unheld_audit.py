"""A finding of an audit that was not held.

ISO 9001:2015, 9.2.2 f: the audits that were held and what they found are kept as evidence.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A107"
NAME: Final = "finding-of-unheld-audit"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("9.2.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every finding of an audit without the day it was held; an open day may be any."""
    for finding in inspection.handbook.audit_findings.values():
        audit = inspection.handbook.audits.get(finding.audit)
        if audit and audit.held is None and not is_declared_open(audit, "held"):
            details = {"finding": finding.id, "audit": audit.name}
            yield Fault(f"auditfinding:{finding.id}", ("audit",), details)
