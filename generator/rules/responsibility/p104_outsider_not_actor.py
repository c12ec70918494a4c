"""Somebody from outside does a step, but the use case of the process does not know the actor.

UML: whoever takes part in a use case from outside its boundary is an actor of it.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.roles import counting_as, doing, outsiders, performers
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "P104"
NAME: Final = "outsider-not-actor"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("4.4.1", "8.4.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every outside role that does a step and is no actor, at its first step."""
    handbook = inspection.handbook
    same = counting_as(handbook)
    outside = outsiders(handbook)
    for subject, process in processes(handbook):
        if process.use_case is None:
            continue
        actors = {role for actor in process.use_case.actors for role in same.get(actor, {actor})}
        missing = set(doing(process) & outside - actors)
        for role, step, path in performers(process) if missing else ():
            if role in missing:
                missing.remove(role)
                details = {"role": handbook.roles[role].name, "id": role, "step": step}
                yield Fault(subject, path, details)
