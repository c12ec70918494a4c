"""The source map does not end at the last line of the source.

What it finds: a source map whose highest line is not `last_line`.

Why it matters: every line of the source must have become something, or have been left out
for a reason.

How to fix: add the last range, or correct `last_line`.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.source_ranges import covered

CODE: Final = "D205"
NAME: Final = "source-end"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields the source map when it ends elsewhere."""
    source_map = handbook.source_map
    if source_map and (last := covered(source_map)) != source_map.last_line:
        details = {"last": str(last), "expected": str(source_map.last_line)}
        yield Fault("sourcemap", ("last_line",), details)
