"""A comment in a file that says: this finding is known, for this reason."""

from dataclasses import dataclass
from datetime import date

from generator.model.finding import Position


@dataclass(frozen=True, slots=True)
class Ignore:
    """``# handbook: ignore[F103] until 2027-01-01: reason`` at the end of a line or above it.

    ``line`` is the line whose findings it is about. ``reason`` is empty when none is given.
    """

    position: Position
    line: int
    codes: tuple[str, ...]
    reason: str = ""
    until: date | None = None

    def is_expired(self, today: date | None) -> bool:
        """Whether it no longer counts on a day; without a day it always counts."""
        return self.until is not None and today is not None and today > self.until
