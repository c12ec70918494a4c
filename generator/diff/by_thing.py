"""Changes thing by thing: those of the steps of a process are with their process."""

from collections.abc import Iterable, Mapping

from generator.diff.change import Change


def by_thing(changes: Iterable[Change]) -> Mapping[str, tuple[Change, ...]]:
    """The changes of each thing by its reference, in the order in which they were found."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.subject.partition("#")[0], []).append(change)
    return {subject: tuple(listed) for subject, listed in found.items()}


def earlier_subject(subject: str, changes: Iterable[Change]) -> str:
    """The reference of a thing before, which may be another one.

    Args:
        subject: its reference now.
        changes: what changed in it.
    """
    was = next((change.was for change in changes if change.was), "")
    return was.partition("#")[0] or subject
