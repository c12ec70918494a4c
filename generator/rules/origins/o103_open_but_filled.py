"""A value is said to be open and is filled in all the same."""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Key, Severity
from generator.rules.inspection import Inspection
from generator.rules.origins.origin_paths import OriginPaths
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O103"
NAME: Final = "open-but-filled"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.ORIGINS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every open origin of a field with a value."""
    for subject, entity in subjects(inspection.handbook):
        paths = OriginPaths(entity)
        for path, origin in entity.origins.items():
            if origin.origin is OriginKind.OPEN and any(paths.values(path)):
                yield Fault(subject, ("origins", Key(path)), {"field": path})
