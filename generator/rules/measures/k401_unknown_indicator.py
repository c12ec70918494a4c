"""A table of measurements with the name of an indicator that does not exist.

ISO 9001:2015, 9.1.1 a: what is measured has been determined.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.rules.inspection import Inspection
from generator.rules.references.known import known
from generator.rules.rule import Fault, Group

CODE: Final = "K401"
NAME: Final = "unknown-indicator"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every table of measurements that no indicator goes with."""
    handbook = inspection.handbook
    for identifier in handbook.measurements:
        if not known(handbook, ("kpi",), identifier):
            guess = nearest(identifier, tuple(handbook.kpis))
            yield Fault(f"measurement:{identifier}", (), {"kpi": identifier} | guess)
