"""A step needs an object that no step, process or outside party makes (ISO 9001, 4.4.1 a)."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook, slug
from generator.rules.inspection import Inspection
from generator.rules.objects.boundary import coming_in
from generator.rules.rule import Fault, Group

CODE: Final = "B101"
NAME: Final = "input-without-source"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every object without a source once for each process that needs it."""
    registered = _registered(inspection.handbook)
    for item in inspection.objects.values():
        if item.id in registered or any(use.gives for use in item.uses):
            continue
        first_in = {use.process.id: use for use in reversed(item.uses)}
        for use in reversed(first_in.values()):
            if item.id not in coming_in(use.process):
                details = {"object": use.item.object, "name": use.work.name}
                yield Fault(f"process:{use.process.id}", use.path, details)


def _registered(handbook: Handbook) -> set[str]:
    """What is there without anyone making it: documents, and systems under other names."""
    names = [document.name for document in handbook.documents.values()]
    names += [name for system in handbook.systems.values() for name in system.also_known_as]
    names += [name for role in handbook.roles.values() for name in role.also_known_as]
    return set(map(slug, names))
