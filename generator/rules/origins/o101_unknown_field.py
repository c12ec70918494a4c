"""An origin is given for something that is not there.

What it finds: a key of `origins` that names no field of the item, or no step or part in it.

Why it matters: the value that is meant would be shown as if the source said it.

How to fix: use the name of the field, such as `goal` or `steps.ticket-sluiten.roles`.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Key, Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.rules.origin_paths import OriginPaths
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O101"
NAME: Final = "unknown-field"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.ORIGINS


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every origin of nothing."""
    for subject, entity in subjects(handbook):
        paths = OriginPaths(entity)
        for path in entity.origins:
            if path != "*" and not paths.values(path):
                details = {"field": path} | nearest(path, tuple(type(entity).model_fields))
                yield Fault(subject, ("origins", Key(path)), details)
