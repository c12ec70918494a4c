"""The source map does not end at the last line of the source."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.source.source_ranges import covered

CODE: Final = "D205"
NAME: Final = "source-end"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE
CLAUSES: Final = ("7.5.3",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields the source map when it ends elsewhere."""
    source_map = inspection.handbook.source_map
    if source_map and (last := covered(source_map)) != source_map.last_line:
        details = {"last": str(last), "expected": str(source_map.last_line)}
        yield Fault("sourcemap", ("last_line",), details)
