"""An origin is given for something that is not there."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.model.guess import nearest
from generator.rules.inspection import Inspection
from generator.rules.origins.origin_paths import OriginPaths
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O101"
NAME: Final = "unknown-field"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.ORIGINS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every origin of nothing."""
    for subject, entity in subjects(inspection.handbook):
        paths = OriginPaths(entity)
        for path in entity.origins:
            if path != "*" and not paths.values(path):
                details = {"field": path} | nearest(path, tuple(type(entity).model_fields))
                yield Fault(subject, ("origins", Key(path)), details)
