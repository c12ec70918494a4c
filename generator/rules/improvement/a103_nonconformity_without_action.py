"""A nonconformity that an audit found and against which nothing was set in motion.

ISO 9001:2015, 9.2.2 e: correction and corrective action follow without undue delay; 10.2.1.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.follow_up import follow_up
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A103"
NAME: Final = "nonconformity-without-action"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("9.2.2", "10.2.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every such finding that no action and no accepted improvement is because of."""
    follow = follow_up(inspection.handbook)
    for finding in inspection.handbook.audit_findings.values():
        reference = f"auditfinding:{finding.id}"
        if finding.grade.is_nonconformity and not follow.is_answered(reference):
            yield Fault(reference, ("grade",), {"finding": finding.id})
