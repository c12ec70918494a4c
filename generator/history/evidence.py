"""Separation of duties out of git: who approved a process is not who wrote it.

A commit of git says who. With squash merges it says less: everything in one commit is by one
author and those in its trailers, so that an approval has to be a commit, and a pull request,
of its own.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.control.separation import ApprovalInHistory, Identity, separation
from generator.history.document_past import Past, Touch, past_of
from generator.load.git import NoVersionError
from generator.model.control import Approval
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId

Accounts = Mapping[RoleId, tuple[str, ...]]
"""Who has which role, as the settings say."""


def approvals(
    root: Path, handbook: Handbook, accounts: Accounts
) -> Mapping[str, ApprovalInHistory]:
    """What git knows of the approval of each process that has one with a fingerprint.

    Who approved is the author of the newest commit, on any branch that led here, that brought
    the fingerprint into the file; the committer is not looked at, because a forge or whoever
    rebases commits for others. Who wrote are the authors, those in trailers too, of the commits
    since the approval before it that changed the meaning of the process; who merged without
    changing anything did not write. What cannot be known is left out: an approval that is not
    committed, or that is older than the history that is here.

    Args:
        root: the folder of the handbook.
        handbook: the files at hand.
        accounts: who has which role.
    """
    judged = {
        process.id: approved
        for process in handbook.processes.values()
        if (approved := process.document.approved) and approved.fingerprint
    }
    if not judged:
        return {}
    try:
        past = past_of(root, handbook, judged)
        found = {name: _separation(name, by, past, accounts) for name, by in judged.items()}
    except NoVersionError:
        return {}
    return {name: answer for name, answer in found.items() if answer}


def _separation(
    name: str, approved: Approval, past: Past, accounts: Accounts
) -> ApprovalInHistory | None:
    """Who approved compared with who wrote; None when the approval is not in the history."""
    touches = past.touches[name]
    bringing = [touch for touch in touches if touch.brings(approved.fingerprint)]
    own = [touch for touch in bringing if touch.is_own]
    brought = next(iter(own or bringing), None)
    if brought is None or brought.entry.sha in past.cut_off:
        return None
    authors = _authors(brought, touches, past)
    return separation(brought.entry.author, authors, approved.by, accounts.get(approved.by, ()))


def _authors(brought: Touch, touches: tuple[Touch, ...], past: Past) -> Iterator[Identity]:
    """Who wrote what an approval approved: everything since the approval before it.

    Only an approval that held when it was given, and of something else, tells what was written
    before it: else an author would get rid of his own commits with a void one.
    """
    counting = past.before(brought.entry.sha)
    earlier = touches[touches.index(brought) + 1 :]
    previous = (
        item
        for item in earlier
        if item.approves
        and item.entry.sha in counting
        and item.holds
        and item.after.meaning != brought.after.meaning
    )
    if before := next(previous, None):
        counting -= past.before(before.entry.sha)
    for touch in touches:
        entry = touch.entry
        if touch.is_of_content and entry.sha in counting and entry.sha not in past.cut_off:
            yield from (entry.author, *entry.together_with)
