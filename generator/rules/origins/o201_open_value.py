"""A value that is still to be determined."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.base import Entity, OriginKind
from generator.model.finding import FieldPath, Key, Severity
from generator.model.organisation import RegisteredDocument, System
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.origins.origin_paths import OriginPaths
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O201"
NAME: Final = "open-value"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.ORIGINS
CLAUSES: Final = ("4.4.1", "7.5.2")

TO_DETERMINE: Final[Mapping[type[Entity], tuple[str, ...]]] = {
    Process: ("document.approved", "document.next_review"),
    System: ("purpose", "maintained_by"),
    RegisteredDocument: ("owner", "location"),
}
"""The fields that every item of a type needs sooner or later, and no other rule asks for."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every value that is open."""
    for subject, entity in subjects(inspection.handbook):
        for path, place in _open_fields(entity).items():
            yield Fault(subject, place, {"field": path})


def _open_fields(entity: Entity) -> dict[str, FieldPath]:
    said: dict[str, FieldPath] = {
        path: ("origins", Key(path))
        for path, origin in entity.origins.items()
        if origin.origin is OriginKind.OPEN and path != "*"
    }
    paths = OriginPaths(entity)
    empty: dict[str, FieldPath] = {
        path: tuple(path.split("."))
        for path in TO_DETERMINE.get(type(entity), ())
        if not any(paths.values(path))
    }
    return said | empty
