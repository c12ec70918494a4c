"""Which roles nobody can take the place of (ISO 9001:2015, 7.1.2: the persons needed are there)."""

from collections.abc import Mapping

from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.organisation import RoleKind
from generator.model.process import Process, Step
from generator.model.remembered import remembered


@remembered
def irreplaceable(handbook: Handbook) -> frozenset[RoleId]:
    """The roles inside the organisation that are one function and have no deputy."""
    return frozenset(
        role.id
        for role in handbook.roles.values()
        if not (role.external or role.deputy or role.members or role.kind is RoleKind.PARTY)
    )


def alone(step: Step) -> RoleId | None:
    """The role that does a step without any other role or system, if one does."""
    if step.any_of or step.performed_by or len(set(step.roles)) != 1:
        return None
    return step.roles[0]


def alone_in(process: Process, handbook: Handbook) -> Mapping[RoleId, tuple[Step, ...]]:
    """The roles that nobody can replace in a process, with the steps that only they do."""
    found: dict[RoleId, list[Step]] = {}
    for step in process.steps:
        role = alone(step)
        if role is not None and role in irreplaceable(handbook):
            found.setdefault(role, []).append(step)
    return {role: tuple(steps) for role, steps in found.items()}
