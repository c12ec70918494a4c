"""Bands of risks of which the lowest begins above the lowest level that there can be.

ISO 9001:2015, 6.1.2: actions are in proportion to what may happen.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.risk_level import lowest_level
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A202"
NAME: Final = "levels-without-band"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("6.1.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields the lowest band when there are levels below it."""
    scale = inspection.handbook.risk_scale
    if scale is None or not scale.bands:
        return
    number, band = min(enumerate(scale.bands), key=lambda item: item[1].least)
    lowest = lowest_level(scale)
    if band.least > lowest:
        details = {"band": band.name, "least": str(band.least), "lowest": str(lowest)}
        yield Fault("riskscale", ("bands", number, "least"), details)
