"""The history of the handbook out of git: which commit brought which version.

These are the values; ``generator.history.read`` reads them, and only who has git needs it.
"""

from generator.history.history import Commit, History, HistoryState, IssuedVersion

__all__ = ["Commit", "History", "HistoryState", "IssuedVersion"]
