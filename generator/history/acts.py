"""Everything that git knows people did to processes, for an auditor who asks for it.

It names people: it is shown to who runs the command, and never published.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from generator.control.policy import numbers
from generator.control.reviews import FILE as REVIEWS
from generator.control.separation import Identity, has_role
from generator.history.document_past import Past, Touch, past_of
from generator.history.evidence import Accounts
from generator.history.evidence_log import LogEntry, texts
from generator.load import load_texts
from generator.model.control import Review
from generator.model.handbook import Handbook
from generator.model.identifiers import ReviewId, RoleId


class Deed(StrEnum):
    """What somebody did to a document."""

    WROTE = "wrote"
    APPROVED = "approved"
    MERGED = "merged"
    REVIEWED = "reviewed"


class Signature(StrEnum):
    """What git can say of the signature of a commit."""

    GOOD = "good"
    BAD = "bad"
    UNTRUSTED = "untrusted"
    """It fits, and whose key it is was not established, or the key has expired since."""
    UNKNOWN = "unknown"
    """There is one, and it cannot be checked here."""
    NONE = "none"


SIGNATURES: Mapping[str, Signature] = {
    "G": Signature.GOOD,
    "B": Signature.BAD,
    "R": Signature.BAD,  # by a key that was revoked
    "U": Signature.UNTRUSTED,
    "X": Signature.UNTRUSTED,
    "Y": Signature.UNTRUSTED,
    "E": Signature.UNKNOWN,
    "N": Signature.NONE,
}
"""What the letters of git's ``%G?`` stand for."""


@dataclass(frozen=True, slots=True)
class Document:
    """A process as it was called, in the version it had."""

    process: str
    title: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What one person did to one document in one commit."""

    who: Identity
    roles: tuple[RoleId, ...]
    """The roles that the settings give to the person."""
    document: Document
    deed: Deed
    when: datetime
    commit: str
    signature: Signature
    key: str
    """The key of the signature, as far as git knows it."""


def acts(root: Path, handbook: Handbook, accounts: Accounts) -> tuple[Act, ...]:
    """Everything that git knows people did to the processes at hand, the oldest first.

    Who wrote changed the meaning or the version of a process, who approved brought an
    approval, who merged brought a change of another branch, who reviewed wrote down a review
    of the process.

    Raises:
        NoVersionError: when there is no history to read.
    """
    past = past_of(root, handbook, handbook.processes, signatures=True)
    found = [
        _act(who, deed, touch.entry, _document(name, touch), accounts)
        for name, touches in past.touches.items()
        for touch in touches
        for who, deed in _deeds(touch)
    ]
    found += _reviews(past, accounts)
    return tuple(sorted(found, key=_order))


def _order(act: Act) -> tuple[object, ...]:
    # Commits of one second: the versions of a document tell which came first.
    version = numbers(act.document.version) if act.document.version else ()
    return act.when, act.document.process, version, act.deed, act.who.key, act.commit


def _act(who: Identity, deed: Deed, entry: LogEntry, document: Document, accounts: Accounts) -> Act:
    roles = tuple(role for role in sorted(accounts) if has_role(who, accounts[role]))
    signature = SIGNATURES.get(entry.signature, Signature.UNKNOWN)
    return Act(who, roles, document, deed, entry.when, entry.sha, signature, entry.key)


def _document(name: str, touch: Touch) -> Document:
    found = touch.after.process or touch.before.process
    return Document(name, found.name, str(found.document.version)) if found else Document(name)


def _deeds(touch: Touch) -> Iterator[tuple[Identity, Deed]]:
    entry = touch.entry
    if entry.is_merge:
        yield entry.author, Deed.MERGED
    if touch.is_of_content or (touch.is_own and touch.raises and not touch.approves):
        yield from (
            (who, Deed.WROTE) for who in dict.fromkeys((entry.author, *entry.together_with))
        )
    if touch.is_own and touch.approves:
        yield entry.author, Deed.APPROVED


def _reviews(past: Past, accounts: Accounts) -> Iterator[Act]:
    """Who wrote down the reviews of the processes at hand."""
    files = [
        (entry, file)
        for entry in past.log
        for file in entry.files
        if file.path == REVIEWS and not entry.is_merge
    ]
    blobs = {blob: REVIEWS for _, file in files for blob in (file.old, file.new) if blob}
    contents = texts(past.root, blobs) if blobs else {}
    for entry, file in files:
        before, after = (_read(contents.get(blob or "")) for blob in (file.old, file.new))
        for review in (after[name] for name in after if name not in before):
            kind, _, name = review.subject.partition("#")[0].partition(":")
            if kind == "process" and name in past.touches:
                document = _document_at(name, entry, past)
                yield _act(entry.author, Deed.REVIEWED, entry, document, accounts)


def _read(text: str | None) -> Mapping[ReviewId, Review]:
    return load_texts({REVIEWS: text}).readable.reviews if text else {}


def _document_at(name: str, entry: LogEntry, past: Past) -> Document:
    """A process as a commit found it."""
    before = past.before(entry.sha)
    touches = (touch for touch in past.touches[name] if touch.entry.sha in before)
    touch = next(touches, None)
    return _document(name, touch) if touch else Document(name)
