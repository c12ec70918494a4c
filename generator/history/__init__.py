"""The history of the handbook out of git: which commit brought which version."""

from generator.history.history import Commit, History, HistoryState, IssuedVersion

__all__ = ["Commit", "History", "HistoryState", "IssuedVersion"]
