"""The same changes the other way round."""

from collections import Counter
from collections.abc import Iterable

from generator.diff import Change, ChangeKind

_OTHER_WAY = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


def facts(changes: Iterable[Change]) -> Counter[tuple[object, ...]]:
    """What each change says, whatever the order."""
    return Counter(
        (item.kind, item.was or item.subject, item.field, item.before, item.after, item.touches)
        for item in changes
    )


def mirrored(changes: Iterable[Change]) -> Counter[tuple[object, ...]]:
    """What each change would say if before and after changed places."""
    return Counter(
        (
            _OTHER_WAY.get(item.kind, item.kind),
            item.subject,
            item.field,
            item.after,
            item.before,
            item.touches,
        )
        for item in changes
    )
