"""Who does what in a process, and which roles count as each other."""

from collections.abc import Iterator, Mapping

from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.organisation import Role
from generator.model.process import Process, Step
from generator.model.remembered import remembered
from generator.model.work import work_in


def performers(process: Process) -> Iterator[tuple[RoleId, str, FieldPath]]:
    """Every role that does a step or the work on the way from one.

    Yields:
        The role, the name of the step or the work, and where the file names the role.
    """
    for _, part, path in work_in(process):
        for field in ("roles", "any_of"):
            for number, role in enumerate(getattr(part, field)):
                yield role, part.name, (*path, field, number)


def deciders(step: Step) -> tuple[RoleId, ...]:
    """Every role that decides in a step."""
    return step.decided_by + (step.decision.decided_by if step.decision else ())


@remembered
def doing(process: Process) -> frozenset[RoleId]:
    """The roles that do something in a process: a step, or work on the way from one."""
    return frozenset({role for _, part, _ in work_in(process) for role in part.performers})


@remembered
def deciding(process: Process) -> frozenset[RoleId]:
    """The roles that decide in some step of a process."""
    return frozenset({role for step in process.steps for role in deciders(step)})


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
