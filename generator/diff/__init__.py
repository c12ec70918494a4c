"""Two handbooks compared: what changed, as typed values in the words of the handbook."""

from generator.diff.change import Change, ChangeKind, Nature, Touch
from generator.diff.compare import compare
from generator.diff.told import told
from generator.diff.touches import touches

__all__ = ["Change", "ChangeKind", "Nature", "Touch", "compare", "told", "touches"]
