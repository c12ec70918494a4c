"""Two steps of one process have the same identifier.

What it finds: a step whose `id` an earlier step of the process already has.

Why it matters: a link or a `next` to that identifier could mean either of them.

How to fix: give one of the steps another `id`.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "R201"
NAME: Final = "duplicate-step"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every step with the identifier of an earlier one."""
    for subject, process in processes(handbook):
        seen: dict[str, str] = {}
        for index, step in enumerate(process.steps):
            if step.id in seen:
                details = {"id": str(step.id), "first": seen[step.id], "name": step.name}
                yield Fault(subject, ("steps", index, "id"), details)
            seen.setdefault(step.id, step.name)
