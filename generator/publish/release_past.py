"""The past of a handbook as it was when it was released: nothing that came later."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.history import Commit, History
from generator.load.git import NoVersionError, output
from generator.load.release_commit import day_of
from generator.model.control import Release
from generator.publish.standing import present_names


def past_of(release: Release, history: History, root: Path) -> History:
    """What a page of a release may tell of the past.

    A version counts when its commit is the released one or came before it. A process that got
    another name since then is found under both.

    Args:
        release: the release.
        history: the past as it is known today.
        root: the repository.
    """
    before = _before(release, root)
    versions = {
        str(name): kept
        for name, found in history.versions.items()
        if (kept := tuple(item for item in found if item.commit.sha in before))
    }
    names = present_names(history).items()
    renamed = {was: versions[now] for was, now in names if now in versions and was not in versions}
    head = Commit(release.commit, _day(release, root))
    return replace(History(state=history.state), head=head, versions={**versions, **renamed})


def _day(release: Release, root: Path) -> date:
    try:
        return day_of(root, release.commit)
    except NoVersionError:
        return release.date


def _before(release: Release, root: Path) -> frozenset[str]:
    """A released commit and everything before it; nothing when it is not here."""
    try:
        found = output(root, "rev-list", "--end-of-options", release.commit)
    except NoVersionError:
        return frozenset()
    return frozenset(found.decode().split())
