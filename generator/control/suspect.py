"""Suspect links: what refers to something whose meaning changed has to be confirmed."""

from dataclasses import dataclass

from generator.diff.change import Change
from generator.model.identifiers import Fingerprint


@dataclass(frozen=True, slots=True)
class Suspect:
    """A thing that refers to another whose meaning changed since the thing was last edited.

    The term is that of requirements management (Doorstop's *suspect link*).
    """

    subject: str
    """What refers, as a reference: ``process:x``."""
    target: str
    """What changed, as a reference: ``role:y``."""
    meaning: Fingerprint
    """The meaning that the target has now, which a review confirms."""
    changes: tuple[Change, ...] = ()
    """What changed in the target since the subject was last edited or confirmed."""
