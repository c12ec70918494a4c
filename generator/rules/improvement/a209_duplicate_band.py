"""Two bands of risks that begin at the same level, so that one of them never holds.

ISO 9001:2015, 6.1.2: actions are in proportion to what may happen.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A209"
NAME: Final = "duplicate-band"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("6.1.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every band that begins where an earlier one in the file does."""
    scale = inspection.handbook.risk_scale
    first: dict[int, str] = {}
    for number, band in enumerate(scale.bands if scale else ()):
        if other := first.get(band.least):
            details = {"band": band.name, "other": other, "least": str(band.least)}
            yield Fault("riskscale", ("bands", number, "least"), details)
        first.setdefault(band.least, band.name)
