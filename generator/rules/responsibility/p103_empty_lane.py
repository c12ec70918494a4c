"""A process counts a role among the people it needs, but the role has no part in any step.

In the activity diagram (UML) its lane would be empty.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook, slug
from generator.model.identifiers import RoleId
from generator.model.process import Place, Process, Stereotype
from generator.rules.inspection import Inspection
from generator.rules.roles import counting_as, deciding, doing
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "P103"
NAME: Final = "empty-lane"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every role among the supplies of a process without a part in its steps."""
    known = _by_name(inspection.handbook)
    same = counting_as(inspection.handbook)
    for subject, process in processes(inspection.handbook):
        declared = _declared(process, known)
        taking_part = _taking_part(process) if declared else set()
        for number, role in declared.items():
            if taking_part.isdisjoint(same[role]):
                details = {"role": process.objects[number].name, "process": process.name}
                yield Fault(subject, ("objects", number, "name"), details)


def _by_name(handbook: Handbook) -> dict[str, RoleId]:
    """The roles by the slugs of their names; of two equal ones a first name counts."""
    roles = handbook.roles.values()
    other = {slug(name): role.id for role in roles for name in role.also_known_as}
    return other | {slug(role.name): role.id for role in roles}


def _declared(process: Process, known: dict[str, RoleId]) -> dict[int, RoleId]:
    """The objects of a process that are people it needs, and the roles they stand for."""
    return {
        number: known[slug(item.name)]
        for number, item in enumerate(process.objects)
        if item.stereotype is Stereotype.PEOPLE
        and Place.SUPPLY in item.place
        and slug(item.name) in known
    }


def _taking_part(process: Process) -> set[RoleId]:
    """Everybody with a part in a step; the responsible roles have a rule of their own."""
    asked = {role for step in process.steps for role in step.consulted + step.informed}
    return asked.union(doing(process), deciding(process), process.responsible)
