"""Who does what in a process, and which roles count as each other."""

from collections.abc import Iterator, Mapping

from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.organisation import Role
from generator.model.process import Activity, Process, Step


def performers(process: Process) -> Iterator[tuple[RoleId, str, FieldPath]]:
    """Every role that does a step or the work on the way from one.

    Yields:
        The role, the name of the step or the work, and where the file names the role.
    """
    for index, step in enumerate(process.steps):
        yield from _performers(step, ("steps", index))
        for number, outcome in enumerate(step.decision.outcomes if step.decision else ()):
            path: FieldPath = ("steps", index, "decision", "outcomes", number, "activities")
            for place, activity in enumerate(outcome.activities):
                yield from _performers(activity, (*path, place))


def _performers(part: Step | Activity, path: FieldPath) -> Iterator[tuple[RoleId, str, FieldPath]]:
    for field in ("roles", "any_of"):
        for number, role in enumerate(getattr(part, field)):
            yield role, part.name, (*path, field, number)


def deciders(process: Process) -> Iterator[tuple[RoleId, str]]:
    """Every role that decides in a step, with the name of the step."""
    for step in process.steps:
        decided_by = step.decided_by + (step.decision.decided_by if step.decision else ())
        for role in decided_by:
            yield role, step.name


def doing(process: Process) -> set[RoleId]:
    """The roles that do something in a process: a step, or work on the way from one."""
    found: set[RoleId] = set()
    for step in process.steps:
        found.update(step.roles, step.any_of)
        for outcome in step.decision.outcomes if step.decision else ():
            for activity in outcome.activities:
                found.update(activity.roles, activity.any_of)
    return found


def deciding(process: Process) -> set[RoleId]:
    """The roles that decide in some step of a process."""
    found: set[RoleId] = set()
    for step in process.steps:
        found.update(step.decided_by, step.decision.decided_by if step.decision else ())
    return found


def counting_as(handbook: Handbook) -> Mapping[RoleId, frozenset[RoleId]]:
    """The roles whose work counts as a role's own, for every role of the handbook.

    These are the role itself, its members and the groups that it is a member of: what is
    said of System Engineers is said of the junior one too, and the other way round. Two
    members of one group do not count as each other.
    """
    members = {
        role.id: _within(role, handbook.roles) if role.members else {role.id}
        for role in handbook.roles.values()
    }
    found = {role: set(inside) for role, inside in members.items()}
    for role, inside in members.items():
        for member in inside:
            found.setdefault(member, {member}).add(role)
    return {role: frozenset(others) for role, others in found.items()}


def _within(group: Role, roles: Mapping[RoleId, Role]) -> set[RoleId]:
    """A role with its members and their members."""
    found = {group.id}
    pending = [group]
    while pending:
        for member in pending.pop().members:
            if member not in found:
                found.add(member)
                if member in roles:
                    pending.append(roles[member])
    return found


def outsiders(handbook: Handbook) -> frozenset[RoleId]:
    """The roles outside the organisation."""
    return frozenset(role.id for role in handbook.roles.values() if role.external)
