"""The role that approves something is the only one that made it.

ISO 9001:2015, 8.6: who authorises a release can be traced; four eyes see more than two.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import slug
from generator.model.identifiers import RoleId
from generator.model.process import ObjectState, Process, Step
from generator.rules.inspection import Inspection
from generator.rules.phrases import word_set
from generator.rules.roles import outsiders
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "P111"
NAME: Final = "same-role-approves"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("5.3", "8.5.1", "8.6")

_Thing = tuple[str, str | None]
"""An object and its state as slugs; None stands for any state."""


@dataclass(slots=True)
class _Makers:
    """Who makes a thing in a process: all roles, and the first two steps."""

    roles: set[RoleId | None] = field(default_factory=set)
    steps: list[int] = field(default_factory=list)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every approving step that only the maker of its inputs does."""
    outside = outsiders(inspection.handbook)
    approving = frozenset(inspection.words("approving"))
    for subject, process in processes(inspection.handbook):
        found = [
            index
            for index, step in enumerate(process.steps)
            if not approving.isdisjoint(word_set(step.name))
        ]
        makers = _makers(process) if found else {}
        for index in found:
            role, path = _approver(process.steps[index])
            made = _made_by(role, index, process, makers) if role else None
            if role and made and role not in outside:
                known = inspection.handbook.roles.get(role)
                details = {
                    "role": known.name if known else role,
                    "step": process.steps[index].name,
                    "made": made,
                }
                yield Fault(subject, ("steps", index, *path), details)


def _makers(process: Process) -> dict[_Thing, _Makers]:
    """Who makes each thing of a process, in its state and in any state."""
    found: dict[_Thing, _Makers] = {}
    for index, step in enumerate(process.steps):
        for item in step.outputs:
            for thing in {_thing(item), (slug(item.object), None)}:
                makers = found.setdefault(thing, _Makers())
                makers.roles.update(step.performers or (None,))
                if len(makers.steps) < 2 and index not in makers.steps:
                    makers.steps.append(index)
    return found


def _thing(item: ObjectState) -> _Thing:
    return slug(item.object), slug(item.state) if item.state else None


def _approver(step: Step) -> tuple[RoleId | None, FieldPath]:
    """The one role that approves, and where: who decides, or else who does the step."""
    fields: Mapping[FieldPath, tuple[RoleId, ...]] = {
        ("decision", "decided_by"): step.decision.decided_by if step.decision else (),
        ("decided_by",): step.decided_by,
        ("roles" if step.roles else "any_of",): step.performers,
    }
    for path, roles in fields.items():
        if roles:
            return (roles[0], (*path, 0)) if len(set(roles)) == 1 else (None, ())
    return None, ()


def _made_by(
    role: RoleId, approving: int, process: Process, makers: Mapping[_Thing, _Makers]
) -> str | None:
    """The step that made what is approved, when this role made all of it alone."""
    inputs = map(_thing, process.steps[approving].inputs)
    known = [makers[thing] for thing in inputs if thing in makers]
    steps = [step for item in known for step in item.steps if step != approving]
    if steps and all(item.roles == {role} for item in known):
        return process.steps[steps[0]].name
    return None
