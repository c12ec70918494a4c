"""A comment in a file that says: this finding is known, for this reason."""

import re
from dataclasses import dataclass
from datetime import date

from generator.model.finding import Position

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Ignore:
    """``# handbook: ignore[F103] until 2027-01-01: reason`` at the end of a line or above it.

    ``line`` is the line whose findings it is about. ``reason`` is empty when none is given.
    One that is not written as it should be (``is_readable`` false) suppresses nothing.
    """

    position: Position
    line: int
    codes: tuple[str, ...]
    reason: str = ""
    until: date | None = None
    is_readable: bool = True

    @property
    def has_reason(self) -> bool:
        """Whether the reason says something: two words at least."""
        return len(_WORD.findall(self.reason)) > 1

    def is_expired(self, today: date | None) -> bool:
        """Whether it no longer counts on a day; without a day it always counts."""
        return self.until is not None and today is not None and today > self.until
