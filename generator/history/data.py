"""What is known of the past as plain data for JSON, and back; nobody's name is in it.

What reads data raises ``LookupError``, ``TypeError`` or ``ValueError`` when it is not what
the other direction makes.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from generator.control.issued import Issued
from generator.control.separation import ApprovalInHistory
from generator.control.suspect import Suspect
from generator.diff.change import Change
from generator.diff.data import from_data, to_data
from generator.history.contents import Facts, Record
from generator.history.history import Commit, History, HistoryState, IssuedVersion
from generator.history.main_line import Landing
from generator.model import control
from generator.model.control import Status

Data: TypeAlias = Mapping[str, Any]


def landing_to_data(landing: Landing) -> Data:
    """A commit of the main line as plain data."""
    commit = _commit_to_data(landing.commit)
    return commit | {"files": dict(landing.files), "renamed": dict(landing.renamed)}


def landing_from_data(data: Data) -> Landing:
    """The commit of the main line that some data was made from."""
    return Landing(_commit_from_data(data), dict(data["files"]), dict(data["renamed"]))


def facts_to_data(facts: Facts) -> Data:
    """What stands in a file as plain data."""
    record = facts.record
    if record is None:
        return {"meanings": dict(facts.meanings)}
    return {
        "meanings": dict(facts.meanings),
        "record": {
            "version": record.version,
            "status": record.status.value,
            "log": _log_to_data(record.log),
            "is_readable": record.is_readable,
        },
    }


def facts_from_data(data: Data) -> Facts:
    """What stood in the file that some data was made from."""
    found = data.get("record")
    record = found and Record(
        found["version"], Status(found["status"]), _log(found["log"]), found["is_readable"]
    )
    return Facts(dict(data["meanings"]), record)


def changes_to_data(changes: Iterable[Change]) -> list[Data]:
    """Changes as plain data."""
    return [to_data(change) for change in changes]


def changes_from_data(data: Iterable[Data]) -> tuple[Change, ...]:
    """The changes that some data was made from."""
    return tuple(from_data(item) for item in data)


def approvals_to_data(approvals: Mapping[str, ApprovalInHistory]) -> Data:
    """What is known of approvals as plain data: roles and booleans only."""
    return {
        name: {"by": item.by, "is_author": item.is_author, "has_role": item.has_role}
        for name, item in approvals.items()
    }


def approvals_from_data(data: Data) -> dict[str, ApprovalInHistory]:
    """What was known of the approvals that some data was made from."""
    return {
        name: ApprovalInHistory(item["by"], item["is_author"], item["has_role"])
        for name, item in data.items()
    }


def history_to_data(history: History) -> Data:
    """All that is known of the past as plain data."""
    return {
        "state": history.state.value,
        "head": history.head and _commit_to_data(history.head),
        "is_changed": history.is_changed,
        "versions": {
            name: [_version_to_data(version) for version in versions]
            for name, versions in history.versions.items()
        },
        "issued": {
            name: {
                "version": issued.version,
                "log": _log_to_data(issued.log),
                "changes": changes_to_data(issued.changes),
            }
            for name, issued in history.issued.items()
        },
        "suspects": [
            {
                "subject": suspect.subject,
                "target": suspect.target,
                "meaning": suspect.meaning,
                "changes": changes_to_data(suspect.changes),
            }
            for suspect in history.suspects
        ],
        "approvals": approvals_to_data(history.approvals),
    }


def history_from_data(data: Data) -> History:
    """The past that some data was made from."""
    return History(
        state=HistoryState(data["state"]),
        head=data["head"] and _commit_from_data(data["head"]),
        is_changed=data["is_changed"],
        versions={
            name: tuple(_version_from_data(version) for version in versions)
            for name, versions in data["versions"].items()
        },
        issued={
            name: Issued(item["version"], _log(item["log"]), changes_from_data(item["changes"]))
            for name, item in data["issued"].items()
        },
        suspects=tuple(
            Suspect(
                item["subject"],
                item["target"],
                item["meaning"],
                changes_from_data(item["changes"]),
            )
            for item in data["suspects"]
        ),
        approvals=approvals_from_data(data["approvals"]),
    )


def _version_to_data(version: IssuedVersion) -> Data:
    changes = None if version.changes is None else changes_to_data(version.changes)
    return _commit_to_data(version.commit) | {
        "version": version.version,
        "status": version.status.value,
        "changes": changes,
        "authors": list(version.authors),
    }


def _version_from_data(data: Data) -> IssuedVersion:
    changes = data["changes"]
    return IssuedVersion(
        data["version"],
        Status(data["status"]),
        _commit_from_data(data),
        None if changes is None else changes_from_data(changes),
        tuple(data["authors"]),
    )


def _commit_to_data(commit: Commit) -> dict[str, Any]:
    return {"sha": commit.sha, "date": commit.date.isoformat()}


def _commit_from_data(data: Data) -> Commit:
    return Commit(data["sha"], date.fromisoformat(data["date"]))


def _log_to_data(log: Iterable[control.Change]) -> list[Data]:
    return [line.model_dump(mode="json", exclude_defaults=True) for line in log]


def _log(data: Iterable[Data]) -> tuple[control.Change, ...]:
    return tuple(control.Change.model_validate(line) for line in data)
