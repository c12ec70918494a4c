"""An indicator that lacks something without which nobody can measure it.

ISO 9001:2015, 9.1.1: what to measure, how, when, and when to judge the results.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.quality import MEASURABLE, Kpi
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.measures.periods import Periods, periods_of
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "K102"
NAME: Final = "incomplete-kpi"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every indicator with empty fields, all of them in one finding.

    A field that the origins call open is O201's, a period that the name asks for K105's.
    """
    periods = periods_of(inspection.language)
    for kpi in inspection.handbook.kpis.values():
        if missing := _missing(kpi, periods):
            details = {"kpi": kpi.name, "fields": quoted(missing)}
            yield Fault(f"kpi:{kpi.id}", ("name",), details)


def _missing(kpi: Kpi, periods: Periods) -> list[str]:
    return [
        field
        for field in MEASURABLE
        if getattr(kpi, field) is None
        and not is_declared_open(kpi, field)
        and not (field == "period" and periods.are_in(kpi.name))
    ]
