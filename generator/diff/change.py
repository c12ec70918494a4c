"""A change: what is different between two handbooks, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from generator.model.finding import FieldPath


class Nature(StrEnum):
    """What a change changes, which is what a version policy asks first."""

    STRUCTURE = "structure"
    """What is done, by whom, with what, in which order: this decides itself."""
    TEXT = "text"
    """How something is said; what it touches tells whether that may be more than language."""
    CONTROL = "control"
    """The control record and the change log of the document itself."""
    ORIGIN = "origin"
    """Where in the source something comes from, and on what ground."""


MEANING = (Nature.STRUCTURE, Nature.TEXT)
"""What changes what a thing says; the others are about the document and its source."""


class ChangeKind(StrEnum):
    """What happened, in the words of the people who do the work."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    REWORDED = "reworded"
    RESPONSIBLE = "responsible"
    FLOW = "flow"
    TARGET = "target"
    STATE = "state"
    FIELD = "field"
    CONTROL = "control"
    ORIGIN = "origin"

    @property
    def nature(self) -> Nature:
        """Whether it is structure, text, document control or origin."""
        return NATURES[self]


NATURES: Mapping[ChangeKind, Nature] = MappingProxyType(
    {
        ChangeKind.ADDED: Nature.STRUCTURE,
        ChangeKind.REMOVED: Nature.STRUCTURE,
        ChangeKind.MOVED: Nature.STRUCTURE,
        ChangeKind.RENAMED: Nature.TEXT,
        ChangeKind.REWORDED: Nature.TEXT,
        ChangeKind.RESPONSIBLE: Nature.STRUCTURE,
        ChangeKind.FLOW: Nature.STRUCTURE,
        ChangeKind.TARGET: Nature.STRUCTURE,
        ChangeKind.STATE: Nature.STRUCTURE,
        ChangeKind.FIELD: Nature.STRUCTURE,
        ChangeKind.CONTROL: Nature.CONTROL,
        ChangeKind.ORIGIN: Nature.ORIGIN,
    }
)
"""What each kind of change changes."""


ABOUT_THE_DOCUMENT = (ChangeKind.CONTROL, ChangeKind.ORIGIN)
"""What says nothing of the work itself: who approved what, and where it comes from."""


class Touch(StrEnum):
    """A thing in a text that seldom changes without the meaning changing with it."""

    NUMBER = "number"
    TIME = "time"
    NEGATION = "negation"
    MODAL = "modal"
    ROLE = "role"
    SYSTEM = "system"
    STATE = "state"


class Item(NamedTuple):
    """One of the things that a field holds, on the way to what changed: an outcome, a fact."""

    field: str
    """The field that holds it, as ``Type.key``."""
    name: str
    """What it is called, in words."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two handbooks."""

    kind: ChangeKind
    subject: str
    """What it is about: ``process:x``, ``process:x#step``, ``role:y``, ``matrix``."""
    name: str
    """What the subject is called."""
    path: FieldPath = ()
    """The way to the value inside the subject, in the handbook afterwards; in the one before,
    and inside ``was``, when nothing of it is left: ``after`` is empty."""
    field: str = ""
    """The field that changed, as ``Type.key``; empty when it is the subject as a whole."""
    before: str = ""
    """What it was, in words; empty when there was nothing."""
    after: str = ""
    """What it is, in words; empty when there is nothing any more."""
    trail: tuple[Item, ...] = ()
    """What the value is in, inside the subject: the decision's outcome, the row of the matrix."""
    was: str = ""
    """The subject's reference before, when it has another one now."""
    follows: str = ""
    """For a step that is new: the step that it comes after; empty when it is the first."""
    touches: frozenset[Touch] = frozenset()
    """For a change of text: what is different in it that seldom is without meaning."""
