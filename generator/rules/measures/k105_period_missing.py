"""An indicator that counts per unit of time and does not say which.

ISO 9001:2015, 9.1.1 c: when the monitoring and measuring is performed.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.quality import Kpi
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.measures.periods import Periods, periods_of
from generator.rules.rule import Fault, Group

CODE: Final = "K105"
NAME: Final = "period-missing"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every indicator with an unnamed period, and none or no other in ``period``."""
    periods = periods_of(inspection.language)
    for kpi in inspection.handbook.kpis.values():
        if found := _unnamed(kpi, periods):
            field, phrase = found
            yield Fault(f"kpi:{kpi.id}", (field,), {"kpi": kpi.name, "phrase": phrase})


def _unnamed(kpi: Kpi, periods: Periods) -> tuple[str, str] | None:
    """The field that promises a period, and the words in which it does."""
    if kpi.period:
        promise = periods.promised(kpi.period)
        return ("period", promise.text) if promise else None
    if is_declared_open(kpi, "period"):
        return None
    for field in ("name", "definition", "formula"):
        if (text := getattr(kpi, field)) and (promise := periods.promised(text)):
            return field, promise.text
    return None
