"""A derived value does not say what it was derived from.

What it finds: an origin `derived` without a `why`.

Why it matters: the organisation must be able to judge what the source did not say.

How to fix: write `{origin: derived, why: ...}` with the reason.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.base import OriginKind
from generator.model.finding import Key, Severity
from generator.model.handbook import Handbook
from generator.rules.rule import Fault, Group
from generator.rules.subjects import subjects

CODE: Final = "O102"
NAME: Final = "origin-without-why"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.ORIGINS


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every derived origin without a reason."""
    for subject, entity in subjects(handbook):
        for path, origin in entity.origins.items():
            if origin.origin is OriginKind.DERIVED and not origin.why:
                yield Fault(subject, ("origins", Key(path)), {"field": path})
