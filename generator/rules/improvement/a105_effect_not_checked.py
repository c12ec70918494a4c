"""An action or an improvement that is done, and of which nobody will look whether it helped.

ISO 9001:2015, 10.2.1 d: the effectiveness of any corrective action taken is reviewed; 10.3.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.follow_up import State, answering, state_of_answer
from generator.model.audit import EffectCheck
from generator.model.finding import Severity
from generator.rules.declared_open import is_declared_open
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A105"
NAME: Final = "effect-not-checked"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("10.2.1", "10.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields everything that waits for a look at its effect on a day that nobody named."""
    for reference, item in answering(inspection.handbook):
        if state_of_answer(item) is not State.WAITING or _is_planned(item.effect):
            continue
        if not is_declared_open(item, "effect"):
            kind, _, line = reference.partition(":")
            yield Fault(reference, ("done",), {"kind": kind, "line": line})


def _is_planned(effect: EffectCheck | None) -> bool:
    """Whether there is a day on which somebody will look; who has looked has to say what came."""
    return effect is not None and effect.done is None and effect.due is not None
