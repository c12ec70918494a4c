"""Lines of the source are accounted for twice.

What it finds: a range of the source map that starts before the end of an earlier one.

Why it matters: it cannot be told what became of those lines.

How to fix: correct the lines of one of the ranges.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.source_ranges import stretches

CODE: Final = "D204"
NAME: Final = "source-overlap"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every range that overlaps an earlier one."""
    for stretch in stretches(handbook.source_map) if handbook.source_map else ():
        if stretch.first < stretch.expected:
            details = {
                "first": str(stretch.first),
                "last": str(min(stretch.last, stretch.expected - 1)),
            }
            yield Fault("sourcemap", ("ranges", stretch.number, "lines"), details)
