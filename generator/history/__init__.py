"""The history of the handbook out of git: which commit brought which version."""

from generator.history.history import Commit, History, HistoryState, IssuedVersion
from generator.history.read import read_history

__all__ = ["Commit", "History", "HistoryState", "IssuedVersion", "read_history"]
