"""A bottleneck of which nobody said what it lies in, or how much it matters.

ISO 9001:2015, 9.1.3 and 10.2.1: problems are evaluated before something is done about them.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.declared_open import left_empty
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "K305"
NAME: Final = "bottleneck-without-judgement"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.3", "10.2.1")

_JUDGEMENT: Final = ("kind", "priority")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every bottleneck without a kind or a priority; what is declared open is O201's."""
    for bottleneck in inspection.handbook.bottlenecks.values():
        missing = left_empty(bottleneck, _JUDGEMENT)
        if missing:
            details = {"bottleneck": bottleneck.id, "fields": quoted(missing)}
            yield Fault(f"bottleneck:{bottleneck.id}", ("text",), details)
