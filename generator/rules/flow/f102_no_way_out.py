"""An answer of a decision leads nowhere.

What it finds: an answer with neither `next` nor `end`, and a decision without answers.

Why it matters: whoever gets that answer does not know what to do.

How to fix: add `next` with the `id` of a step, or `end` with the result.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "F102"
NAME: Final = "no-way-out"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.FLOW


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every answer that leads nowhere, and every decision without answers."""
    for subject, process in processes(handbook):
        for index, step in enumerate(process.steps):
            if step.decision is None:
                continue
            path = ("steps", index, "decision", "outcomes")
            if not step.decision.outcomes:
                yield Fault(subject, (*path[:-1], Key("outcomes")), {"name": step.name})
            for number, outcome in enumerate(step.decision.outcomes):
                if not outcome.next and not outcome.end:
                    yield Fault(subject, (*path, number), {"name": outcome.answer})
