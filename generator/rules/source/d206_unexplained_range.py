"""A range of the source neither became something nor was left out for a reason.

What it finds: a range of the source map without `items` and without `left_out`.

Why it matters: the account of the source would have a hole in it.

How to fix: name in `items` what the lines became, or in `left_out` why they were not used.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group

CODE: Final = "D206"
NAME: Final = "unexplained-range"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.SOURCE


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every range without an account."""
    for index, item in enumerate(handbook.source_map.ranges if handbook.source_map else ()):
        if not item.items and not item.left_out:
            yield Fault("sourcemap", ("ranges", index), {"lines": str(item.lines)})
