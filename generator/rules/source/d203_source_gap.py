"""Lines of the source are not accounted for."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.source.source_ranges import stretches

CODE: Final = "D203"
NAME: Final = "source-gap"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE
CLAUSES: Final = ("7.5.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every range behind a gap."""
    for stretch in stretches(inspection.handbook.source_map):
        if stretch.first > stretch.expected:
            details = {"first": str(stretch.expected), "last": str(stretch.first - 1)}
            yield Fault("sourcemap", ("ranges", stretch.number, "lines"), details)
