"""A role that nothing in the handbook names: no step, no matrix, no register and no text.

ISO 9001:2015, 5.3: a role exists because of what it is responsible for.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook, slug
from generator.model.organisation import Role
from generator.model.process import Stereotype
from generator.rules.inspection import Inspection
from generator.rules.known_names import names_of
from generator.rules.roles import counting_as
from generator.rules.rule import Fault, Group
from generator.rules.subjects import names_in

CODE: Final = "P102"
NAME: Final = "unused-role"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.RESPONSIBILITY
CLAUSES: Final = ("5.3",)

_STATED = ("structure", "training", "audits", "improvement", "document_rules")
"""The lists of statements about the organisation that may say what a role is for."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every role that is named nowhere.

    While a part of the handbook cannot be read nothing is reported: that part may name it.
    """
    handbook = inspection.handbook
    if handbook.unread:
        return
    same = counting_as(handbook)
    named = _named(inspection)
    used = {role for role, others in same.items() if not named.isdisjoint(others)}
    in_words = set(_in_words(handbook))
    left = [
        role
        for role in handbook.roles.values()
        if used.isdisjoint(same[role.id])
        and not role.department
        and in_words.isdisjoint(map(slug, names_of(role)))
    ]
    texts = "\n".join(_texts(inspection)).lower() if left else ""
    for role in left:
        if not any(_holds(texts, name.lower()) for name in names_of(role)):
            yield Fault(f"role:{role.id}", ("name",), {"role": role.name})


def _named(inspection: Inspection) -> set[str]:
    """Every role that is named by its id, by anything but itself and the group it is in."""
    handbook = inspection.handbook
    found = set(_in_question(handbook))
    for naming in inspection.namings:
        if isinstance(naming.entity, Role):
            found.update(_named_by(naming.entity))
        else:
            found.update(*(ids for kinds, ids in naming.identifiers.items() if "role" in kinds))
    for row in handbook.matrix.rows if handbook.matrix else ():
        found.update(row.cells)
    return found


def _named_by(role: Role) -> Iterator[str]:
    for kinds, identifier, path in names_in(role):
        if "role" in kinds and path[0] != "members" and identifier != role.id:
            yield identifier


def _in_question(handbook: Handbook) -> Iterator[str]:
    """The roles that an undecided note is about: what they are for is still to be decided."""
    for note in handbook.notes.values():
        if not note.resolution:
            for reference in note.touches:
                kind, _, identifier = reference.partition(":")
                if kind == "role":
                    yield identifier


def _in_words(handbook: Handbook) -> Iterator[str]:
    """What processes name in words instead of by id: people in a diagram, parties."""
    for process in handbook.processes.values():
        for item in process.objects:
            if item.stereotype is Stereotype.PEOPLE:
                yield slug(item.name)
        for interface in process.interfaces:
            if interface.party:
                yield slug(interface.party)


def _texts(inspection: Inspection) -> Iterable[str]:
    organisation = inspection.handbook.organisation
    yield from (passage.text for passage in inspection.passages)
    for field in _STATED:
        yield from (statement.text for statement in getattr(organisation, field))
    for meeting in organisation.consultations:
        yield from filter(None, (meeting.participants, meeting.subject))
    for department in inspection.handbook.departments.values():
        yield from (statement.text for statement in department.headcount)


def _holds(text: str, name: str) -> bool:
    """Whether a text holds a name as whole words; both in lower case."""
    start = text.find(name)
    while start != -1:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(name, start + 1)
    return False
