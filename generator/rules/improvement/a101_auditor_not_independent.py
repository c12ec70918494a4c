"""An auditor who owns, approved or wrote what is audited, or works in the audited department.

ISO 9001:2015, 9.2.2 c: audits are objective and impartial.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.improvement.independence import conflicts
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "A101"
NAME: Final = "auditor-not-independent"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("9.2.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every auditor with a part in what is audited, once for each kind of part."""
    handbook = inspection.handbook
    for audit in handbook.audits.values():
        for found in conflicts(audit, handbook):
            role = handbook.roles.get(found.auditor)
            names = [getattr(handbook.find(item), "name", item) for item in found.audited]
            details = {
                "audit": audit.name,
                "auditor": role.name if role else found.auditor,
                "tie": found.tie.value,
                "audited": quoted(names, most=3),
            }
            yield Fault(f"audit:{audit.id}", ("auditors", found.number), details)
