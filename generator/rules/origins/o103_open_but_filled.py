"""A value is said to be open and is filled in all the same.

What it finds: an origin `open` for a field that has a value.

Why it matters: the page would say "to be determined" about something it shows.

How to fix: empty the field, or give its value another origin.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Key, Severity
from generator.model.handbook import Handbook
from generator.rules.origin_paths import OriginPaths
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O103"
NAME: Final = "open-but-filled"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.ORIGINS


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every open origin of a field with a value."""
    for subject, entity in subjects(handbook):
        paths = OriginPaths(entity)
        for path, origin in entity.origins.items():
            if origin.origin is OriginKind.OPEN and any(paths.values(path)):
                yield Fault(subject, ("origins", Key(path)), {"field": path})
