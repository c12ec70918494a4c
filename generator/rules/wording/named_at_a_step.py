"""Which roles and systems a step names in its fields, to hold its text against."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.handbook import Handbook, slug
from generator.model.organisation import Role, System, SystemKind
from generator.model.process import ObjectState, Process, Step
from generator.rules.inspection import Inspection
from generator.rules.known_names import Named, names_of
from generator.rules.passages import Passage
from generator.rules.phrases import Mention
from generator.rules.roles import deciders

_CARRIERS = frozenset({SystemKind.SERVER, SystemKind.INFRASTRUCTURE, SystemKind.COMMUNICATION})
"""What carries a system without being worked in itself."""

_TEXTS = frozenset({"explanation", "remarks", "criterion"})
"""The fields in which a step says in words how it goes."""


class InAStep(NamedTuple):
    """A role or system that the text of a step names."""

    passage: Passage
    process: Process
    step: Step
    mention: Mention[Named]


def mentions_in_steps(inspection: Inspection, kind: str) -> Iterator[InAStep]:
    """Every role or every system in the texts of the steps and their activities."""
    for passage, mention in inspection.named:
        if mention.meaning.kind != kind or passage.field not in _TEXTS:
            continue
        if passage.process and passage.step and passage.path[0] == "steps":
            found = InAStep(passage, passage.process, passage.step, mention)
            if not _is_part_of_an_object(found):
                yield found


def _is_part_of_an_object(found: InAStep) -> bool:
    """Whether the name only helps to name an object of the step: ``account for the web shop``."""
    text = found.passage.text.lower()
    start, end = found.mention.start, found.mention.start + len(found.mention.text)
    for state in (*found.step.inputs, *found.step.outputs):
        name = state.object.lower()
        at = text.find(name) if len(name) > end - start else -1
        while at >= 0:
            if at <= start and end <= at + len(name):
                return True
            at = text.find(name, at + 1)
    return False


class NamedAtAStep:
    """The roles and systems of steps, with what belongs together in the registers."""

    def __init__(self, handbook: Handbook) -> None:
        """Takes the handbook that holds the registers."""
        self._handbook = handbook
        self._family = _families(handbook.roles.values())
        self._near = _neighbours(handbook)
        self._roles = _by_name(handbook.roles.values())
        self._systems = _by_name(handbook.systems.values())
        self._beside: dict[str, dict[str, tuple[set[str], set[str]]]] = {}

    def roles(self, process: Process, step: Step) -> set[str]:
        """Every role that the step names, with the groups it is in and the members it has."""
        named: set[str] = {*step.performers, *deciders(step), *step.consulted, *step.informed}
        for activity in step.activities:
            named.update(activity.performers)
        told, names = self._told_beside(process).get(step.id, (set(), set()))
        named |= told | _called(names | _objects(step), self._roles)
        return named | {other for role in named for other in self._family.get(role, ())}

    def systems(self, process: Process, step: Step) -> set[str]:
        """Every system that the step names, with what it runs on and what carries it."""
        named: set[str] = {*step.uses, *step.performed_by}
        named.update(record.where for record in step.records if record.where)
        for activity in step.activities:
            named.update(activity.uses)
        documents = {*step.documents, *(item.document for item in step.records if item.document)}
        for document in documents & self._handbook.documents.keys():
            location = self._handbook.documents[document].location
            named.update({location} if location else ())
        _, names = self._told_beside(process).get(step.id, (set(), set()))
        named |= _called(names | _objects(step), self._systems)
        return named | {other for system in named for other in self._near.get(system, ())}

    def _told_beside(self, process: Process) -> dict[str, tuple[set[str], set[str]]]:
        """By step what stands elsewhere: who it escalates to, and the parties at its borders."""
        if process.id not in self._beside:
            found: dict[str, tuple[set[str], set[str]]] = {}
            for escalation in process.escalations:
                found.setdefault(escalation.step or "", (set(), set()))[0].update(escalation.to)
            for interface in process.interfaces:
                names = found.setdefault(interface.step or "", (set(), set()))[1]
                names |= {slug(interface.party or ""), slug(interface.object.object)}
            self._beside[process.id] = found
        return self._beside[process.id]


def _objects(step: Step) -> set[str]:
    """The slugs of what a step takes and gives, which may be a role or a system."""
    items: list[ObjectState] = [*step.inputs, *step.outputs]
    for activity in step.activities:
        items += [*activity.inputs, *activity.outputs]
    return {slug(item.object) for item in items}


def _called(names: set[str], register: dict[str, set[str]]) -> set[str]:
    return {found for name in names & register.keys() for found in register[name]}


def _by_name(entities: Iterable[Role | System]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entity in entities:
        for name in names_of(entity):
            found.setdefault(slug(name), set()).add(entity.id)
    found.pop("", None)
    return found


def _families(roles: Iterable[Role]) -> dict[str, set[str]]:
    """Groups with their members and members with their groups; two members are not one."""
    found: dict[str, set[str]] = {}
    for role in roles:
        for member in role.members:
            found.setdefault(role.id, set()).add(member)
            found.setdefault(member, set()).add(role.id)
    return found


def _neighbours(handbook: Handbook) -> dict[str, set[str]]:
    """Systems with what they run on, what runs on them, and what only carries them."""
    found: dict[str, set[str]] = {}
    for system in handbook.systems.values():
        if system.runs_on:
            found.setdefault(system.id, set()).add(system.runs_on)
            found.setdefault(system.runs_on, set()).add(system.id)
        for other in system.connected_to:
            if other in handbook.systems and handbook.systems[other].kind in _CARRIERS:
                found.setdefault(system.id, set()).add(other)
    return found
