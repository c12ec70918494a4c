"""Approval: who may give it, what it holds for, and what it makes of a document.

ISO 9001:2015, 7.5.2 c: documents are approved for suitability and adequacy. An approval
holds for the meaning that was approved, which its fingerprint tells.
"""

from datetime import date

from generator.control.fingerprint import fingerprint
from generator.control.log import is_newest_first
from generator.control.policy import next_versions, numbers
from generator.language import language
from generator.load.edit import Edit, Insert, Put
from generator.load.yaml_writing import Plain
from generator.model.control import ChangeKind, Status, VersionCase
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId, Version
from generator.model.organisation import Organisation
from generator.model.process import Process

FAULTS_OF_APPROVAL = frozenset({"D102", "D106", "D107", "D108", "D109"})
"""The faults that a new approval solves, so that they do not stand in its way."""


def entitled(process: Process, organisation: Organisation) -> tuple[RoleId, ...]:
    """The roles that may approve a process, by the rules for its group and those for all.

    Returns:
        Each once, in the order of the policy; none when the policy does not say who may.
    """
    rules = (
        rule
        for rule in organisation.approval_policy
        if not rule.groups or process.group in rule.groups
    )
    return tuple(dict.fromkeys(role for rule in rules for role in rule.by))


def is_entitled(role: RoleId, process: Process, handbook: Handbook) -> bool:
    """Whether a role may approve a process: it is named, or it belongs to one that is.

    Where the policy does not say who may approve, nobody may: who has that authority is for
    the organisation to decide, and no approval decides it on the way.
    """
    return role in _with_members(entitled(process, handbook.organisation), handbook)


def _with_members(roles: tuple[RoleId, ...], handbook: Handbook) -> set[RoleId]:
    found, pending = set(roles), list(roles)
    for role in pending:
        entity = handbook.roles.get(role)
        new = [member for member in (entity.members if entity else ()) if member not in found]
        found.update(new)
        pending += new
    return found


def was_approved(process: Process) -> bool:
    """Whether a process was approved as it stands: an approval of something else is void.

    An approval from before there were fingerprints counts for what it stands with.
    """
    document = process.document
    if document.status not in (Status.APPROVED, Status.OBSOLETE) or document.approved is None:
        return False
    approved = document.approved.fingerprint
    return approved is None or approved == fingerprint(process)


def status_in_force(process: Process) -> Status:
    """The status that counts: what calls itself approved and was not is a draft."""
    status = process.document.status
    return Status.DRAFT if status is Status.APPROVED and not was_approved(process) else status


def is_void(process: Process) -> bool:
    """Whether something else was approved than what the process says now."""
    approved = process.document.approved
    if approved is None or approved.fingerprint is None:
        return False
    return approved.fingerprint != fingerprint(process)


def holds(process: Process) -> bool:
    """Whether the process is approved, and just as it stands."""
    status, approved = process.document.status, process.document.approved
    if status is not Status.APPROVED or approved is None:
        return False
    return approved.fingerprint == fingerprint(process)


def approved_version(process: Process, organisation: Organisation) -> Version:
    """The version that a document gets when it is approved.

    The rule for approval counts the first time; what was approved before, or is at 1.0 or
    beyond, keeps the version that its changes gave it.
    """
    version = process.document.version
    is_first = not any(line.kind is ChangeKind.APPROVAL for line in process.changes)
    if not is_first or numbers(version) >= (1, 0):
        return version
    following = next_versions(version, organisation.version_policy, VersionCase.APPROVAL)
    return following[0] if following else version


def approval_edits(
    process: Process, handbook: Handbook, *, by: RoleId, on: date, effective: date | None = None
) -> tuple[Edit, ...]:
    """What a process file gets when a role approves what it says now.

    Args:
        process: the process as it stands in the file.
        handbook: all of it, for its policy, its language and the name of the role.
        by: the role that approves.
        on: the day of the approval.
        effective: the day from which it holds, when that is told.
    """
    version = approved_version(process, handbook.organisation)
    words = language(handbook.organisation.language)
    role = handbook.roles[by].name
    line: dict[str, Plain] = {
        "version": version,
        "date": on,
        "kind": ChangeKind.APPROVAL.value,
        "what": words.label("policy.approved", role=role),
    }
    approval: dict[str, Plain] = {"by": by, "date": on, "fingerprint": fingerprint(process)}
    path, edits = ("document",), list[Edit]()
    if version != process.document.version:
        edits.append(Put((*path, "version"), version))
    edits.append(Put((*path, "status"), Status.APPROVED.value, after="version"))
    edits.append(Put((*path, "approved"), approval, after="status"))
    if effective:
        edits.append(Put((*path, "effective"), effective, after="approved"))
    log = process.changes
    return (*edits, Insert(("changes",), line, at_end=not is_newest_first(log)))
