"""Suspect links: what refers to something whose meaning changed has to be confirmed.

The term is that of requirements management (Doorstop's *suspect link*).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from generator.control.policy import is_content
from generator.diff.change import ABOUT_THE_DOCUMENT, Change
from generator.diff.fields import fields_of
from generator.load.discover import FILES
from generator.model.base import Entity, Part
from generator.model.handbook import Handbook
from generator.model.identifiers import Fingerprint, RoleId
from generator.model.naming import NamingFields, identifiers_in, naming_fields
from generator.model.organisation import RegisteredDocument, System
from generator.model.process import Process
from generator.model.quality import Kpi

SUBJECTS = ("process", "kpi", "document", "system", "role")
"""The kinds of thing whose links are watched."""

TARGETS = ("process", "role", "system", "document", "department", "classification", "group", "kpi")
"""The kinds of thing that a watched link leads to."""


_GIVEN_BY_PATH: Mapping[type[Part], frozenset[str]] = {
    layout.model: frozenset(layout.expression.groupindex) for layout in FILES
}
"""What the path of a file says is where a thing belongs, an indicator to its process: no link."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A meaning that a thing got, and when.

    ``position`` numbers the commits of the main line from 0, the oldest that is here; the
    files at hand come one after the last.
    """

    position: int
    fingerprint: Fingerprint


Meanings: TypeAlias = Mapping[str, tuple[Meaning, ...]]
"""Every meaning that a thing ever had, the oldest first, by its reference as it is now.

The first is how it appeared; whatever comes after differs in fingerprint from the one before
it. The last is that of the files at hand, at the position where it came into being.
"""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A thing that refers to another whose meaning changed since the thing was last edited."""

    subject: str
    """What refers, as a reference: ``process:x``."""
    target: str
    """What changed, as a reference: ``role:y``."""
    meaning: Fingerprint
    """The meaning that the target has now, which a review confirms."""
    changes: tuple[Change, ...] = ()
    """What changed in the target since the subject was last edited or confirmed."""


def links(handbook: Handbook) -> Mapping[str, frozenset[str]]:
    """What directly refers to what.

    Returns:
        For every process, indicator, registered document, system and role the references of
        the things in the handbook that it names, itself not among them, nor what it is
        filed under. A process also refers to the classifications that are said to be of it.
    """
    found = {
        f"{kind}:{identifier}": set(_named(entity, handbook))
        for kind in SUBJECTS
        for identifier, entity in handbook.entities[kind].items()
    }
    for classification in handbook.classifications.values():
        for process in classification.processes:
            found.get(f"process:{process}", set()).add(f"classification:{classification.id}")
    return {subject: frozenset(targets - {subject}) for subject, targets in found.items()}


def suspects(
    handbook: Handbook, meanings: Meanings, changes_since: Callable[[int], tuple[Change, ...]]
) -> tuple[Suspect, ...]:
    """The links that have to be confirmed.

    A link is suspect when its target means something else than when the thing that refers
    was last edited, or when the link was last confirmed by a review. Only what changed
    between then and now counts: what was changed and changed back is no change, nor is
    wording that touches no number, time, name or the like, nor the first appearance of the
    target.

    Args:
        handbook: the files at hand.
        meanings: the meanings that each thing had on the main line and has now.
        changes_since: what changed between a position on the main line and the files at
            hand, in the handbook as a whole; asked only for positions that matter.

    Returns:
        One for each thing that refers and thing referred to, in alphabetical order.
    """
    confirmed = _confirmed(handbook)
    found = []
    for subject, targets in sorted(links(handbook).items()):
        for target in sorted(targets):
            now, base = _since(subject, target, meanings, confirmed.get((subject, target), set()))
            changes = tuple(_of(target, changes_since(base))) if now and base is not None else ()
            if now and changes:
                found.append(Suspect(subject, target, now, changes))
    return tuple(found)


def owners_of(reference: str, handbook: Handbook) -> tuple[RoleId, ...]:
    """The roles that own a thing: those of a system maintain it; none when it is not known.

    An indicator without an owner is owned by the owner of its process, a step by that of
    the process it is in.
    """
    found = handbook.find(reference.partition("#")[0])
    if isinstance(found, Kpi) and not found.owner:
        found = handbook.processes.get(found.process)
    if isinstance(found, Process | Kpi | RegisteredDocument):
        return (found.owner,) if found.owner else ()
    if isinstance(found, System):
        return tuple(role for role in handbook.roles if role in found.maintained_by)
    return ()


def owner_of(reference: str, handbook: Handbook) -> RoleId | None:
    """The role under which a thing is listed: its owner, the first when it has several."""
    return next(iter(owners_of(reference, handbook)), None)


def by_owner(
    found: tuple[Suspect, ...], handbook: Handbook
) -> Mapping[RoleId | None, tuple[Suspect, ...]]:
    """Suspect links by the owner who confirms them, those without an owner last, under None."""
    owners = {item.subject: owner_of(item.subject, handbook) for item in found}
    order = sorted(set(owners.values()), key=lambda owner: (owner is None, owner or ""))
    return {
        owner: tuple(item for item in found if owners[item.subject] == owner) for owner in order
    }


def _named(entity: Entity, handbook: Handbook) -> Iterator[str]:
    """What an entity names of the kinds that matter, as far as the handbook has it."""
    for kinds, identifiers in identifiers_in(entity, _linking_fields).items():
        for kind in kinds:
            known = handbook.entities[kind] if kind in TARGETS else {}
            yield from (f"{kind}:{name}" for name in identifiers if name in known)


@cache
def _linking_fields(model: type[Part]) -> NamingFields:
    specs, own = fields_of(model), _GIVEN_BY_PATH.get(model, frozenset())
    return tuple(
        (field, kinds)
        for field, kinds in naming_fields(model)
        if specs[field].kind not in ABOUT_THE_DOCUMENT and field not in own
    )


def _confirmed(handbook: Handbook) -> Mapping[tuple[str, str], set[str]]:
    """The meanings that reviews confirmed, by who refers and to what."""
    found: dict[tuple[str, str], set[str]] = {}
    for review in handbook.reviews.values():
        if review.target and review.meaning:
            found.setdefault((review.subject, review.target), set()).add(review.meaning)
    return found


def _since(
    subject: str, target: str, meanings: Meanings, confirmed: set[str]
) -> tuple[Fingerprint | None, int | None]:
    """What the target means now, and since when that is news to the subject, if it is."""
    own, other = meanings.get(subject, ()), meanings.get(target, ())
    if not own or not other or other[-1].fingerprint in confirmed:
        return None, None
    known = [item.position for item in other if item.fingerprint in confirmed]
    base = max([own[-1].position, *known])
    then = [item for item in other if item.position <= base]
    if not then or then[-1].fingerprint == other[-1].fingerprint:
        return None, None
    return other[-1].fingerprint, base


def _of(target: str, changes: tuple[Change, ...]) -> Iterator[Change]:
    """The changes of meaning in a thing and its steps."""
    for change in changes:
        if change.subject.partition("#")[0] == target and is_content(change):
            yield change
