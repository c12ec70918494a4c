"""A range of the source neither became something nor was left out for a reason."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "D206"
NAME: Final = "unexplained-range"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE
CLAUSES: Final = ("7.5.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every range without an account."""
    source_map = inspection.handbook.source_map
    for index, item in enumerate(source_map.ranges if source_map else ()):
        if not item.items and not item.left_out:
            yield Fault("sourcemap", ("ranges", index), {"lines": str(item.lines)})
