"""An audit of which nobody said who does it.

ISO 9001:2015, 9.2.2 a and c: the programme names the responsibilities, and auditors are chosen.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A102"
NAME: Final = "audit-without-auditor"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("9.2.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every audit without an auditor; what is declared open is O201's."""
    for audit in inspection.handbook.audits.values():
        if not audit.auditors and not is_declared_open(audit, "auditors"):
            yield Fault(f"audit:{audit.id}", ("name",), {"audit": audit.name})
