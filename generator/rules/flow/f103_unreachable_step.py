"""A step that the work never comes to.

What it finds: a step that no way from the first step leads to.

Why it matters: it is either dead text, or a `next` that should lead to it is missing.

How to fix: let a step or an answer lead to it with `next`, or take the step out.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.flow import reached, ways
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "F103"
NAME: Final = "unreachable-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every step that cannot be reached."""
    for subject, process in processes(handbook):
        targets = [[way.target for way in out if way.target is not None] for out in ways(process)]
        found = reached([0], targets)
        for index, step in enumerate(process.steps):
            if index not in found:
                yield Fault(subject, ("steps", index), {"name": step.name})
