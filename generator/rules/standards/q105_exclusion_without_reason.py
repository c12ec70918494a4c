"""A clause is said not to apply without a reason.

ISO 9001:2015, 4.3: a requirement that does not apply has a justification.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Severity
from generator.model.standard import Coverage
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "Q105"
NAME: Final = "exclusion-without-reason"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("4.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every exclusion that is open, or says no more than that it is one."""
    empty = frozenset(inspection.words("no-reason"))
    for coverage in inspection.handbook.coverages.values():
        if coverage.excluded and not _has_reason(coverage, empty):
            details = {"clause": coverage.clause.partition("#")[2], "text": coverage.excluded}
            yield Fault(f"coverage:{coverage.id}", ("excluded",), details)


def _has_reason(coverage: Coverage, empty: frozenset[str]) -> bool:
    words = re.findall(r"[\w.]+", (coverage.excluded or "").lower())
    is_open = coverage.origin("excluded").origin is OriginKind.OPEN
    return not is_open and any(word.strip(".") not in empty for word in words)
