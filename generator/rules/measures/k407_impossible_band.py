"""A target in numbers without a number, or in which no value fits.

ISO 9001:2015, 9.1.1 and 9.1.3: results are held against what is planned.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.measurement import Band
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K407"
NAME: Final = "impossible-band"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1", "9.1.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every band without bounds, or with a low bound above the high one."""
    for identifier, kpi in inspection.handbook.kpis.items():
        if kpi.band and (found := _fault(kpi.band)):
            what, path = found
            yield Fault(f"kpi:{identifier}", path, {"kpi": kpi.name, "bandfault": what})


def _fault(band: Band) -> tuple[str, FieldPath] | None:
    if band.low is None and band.high is None:
        return "empty", ("band",)
    if band.low is not None and band.high is not None and band.low > band.high:
        return "crossed", ("band", "low")
    return None
