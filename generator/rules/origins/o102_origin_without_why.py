"""A derived value does not say what it was derived from."""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Key, Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O102"
NAME: Final = "origin-without-why"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.ORIGINS
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every derived origin without a reason."""
    for subject, entity in subjects(inspection.handbook):
        for path, origin in entity.origins.items():
            if origin.origin is OriginKind.DERIVED and not origin.why:
                yield Fault(subject, ("origins", Key(path)), {"field": path})
