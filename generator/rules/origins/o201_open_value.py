"""A value that is still to be determined.

What it finds: a field that the origins call open, and an empty field that the organisation
will have to fill in some day, such as the owner of a process or the target of an indicator.

Why it matters: it is the list of what is left to establish. It is never an error.

How to fix: nothing needs to be done; fill the field in when it has been decided.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.base import Entity, OriginKind
from generator.model.finding import FieldPath, Key, Severity
from generator.model.handbook import Handbook
from generator.model.organisation import RegisteredDocument, System
from generator.model.process import Process
from generator.model.quality import MEASURABLE, Kpi
from generator.rules.origin_paths import OriginPaths
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O201"
NAME: Final = "open-value"
SEVERITY: Final = Severity.INFO
GROUP: Final = Group.ORIGINS

TO_DETERMINE: Final[Mapping[type[Entity], tuple[str, ...]]] = {
    Process: ("goal", "owner", "document.approved", "document.next_review"),
    Kpi: MEASURABLE,
    System: ("purpose", "maintained_by"),
    RegisteredDocument: ("owner", "location"),
}
"""The fields that every item of a type needs sooner or later."""


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every value that is open."""
    for subject, entity in subjects(handbook):
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
