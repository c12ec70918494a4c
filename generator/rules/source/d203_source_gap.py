"""Lines of the source are not accounted for.

What it finds: a jump between two ranges of the source map, or before the first.

Why it matters: every line of the source must have become something, or have been left out
for a reason.

How to fix: add the range that is missing, or correct the lines.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.source_ranges import stretches

CODE: Final = "D203"
NAME: Final = "source-gap"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every range behind a gap."""
    for stretch in stretches(handbook.source_map) if handbook.source_map else ():
        if stretch.first > stretch.expected:
            details = {"first": str(stretch.expected), "last": str(stretch.first - 1)}
            yield Fault("sourcemap", ("ranges", stretch.number, "lines"), details)
