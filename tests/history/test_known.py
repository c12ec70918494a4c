"""Which version is in force: what was never approved never was."""

from datetime import date

import pytest

from generator.history import Commit, History, HistoryState, IssuedVersion
from generator.history.known import (
    Standing,
    in_force,
    is_certain,
    known_versions,
    newest_concept,
)
from generator.model import control
from generator.model.control import Approval, ChangeKind, DocumentControl, Status
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId, Version
from generator.model.process import Process

D, R, A, O = Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.OBSOLETE  # noqa: E741
DAY = date(2026, 1, 1)
COMMIT = Commit("a" * 40, date(2026, 2, 2))


def process(library: Handbook, version: str, status: Status, *logged: str) -> Process:
    """A process with a version and status, and lines in its change log."""
    approved = Approval(by="head-librarian", date=DAY) if status in (A, O) else None
    document = DocumentControl(version=Version(version), status=status, approved=approved)
    lines = tuple(
        control.Change(version=Version(item), date=DAY, kind=ChangeKind.CONTENT, what="x")
        for item in logged
    )
    found = library.processes[ProcessId("buy-book")]
    return found.model_copy(update={"document": document, "changes": lines})


def history(*issued: tuple[str, Status]) -> History:
    found = tuple(IssuedVersion(Version(version), status, COMMIT) for version, status in issued)
    return History(HistoryState.WHOLE, COMMIT, versions={"buy-book": found})


@pytest.mark.parametrize(
    ("issued", "now", "force", "concept", "standings"),
    [
        ([], ("0.1", D), None, "0.1", ["concept"]),
        ([("0.1", D)], ("0.2", R), None, "0.2", ["old-concept", "concept"]),
        ([("0.1", D), ("1.0", A)], ("1.0", A), "1.0", None, ["old-concept", "in-force"]),
        ([("1.0", A)], ("1.1", D), "1.0", "1.1", ["in-force", "concept"]),
        ([("1.0", A), ("1.1", A)], ("1.1", A), "1.1", None, ["replaced", "in-force"]),
        (
            [("1.0", A), ("1.1", D)],
            ("1.2", A),
            "1.2",
            None,
            ["replaced", "old-concept", "in-force"],
        ),
        ([("1.0", A)], ("1.0", O), None, None, ["withdrawn"]),
        ([("1.0", A)], ("1.1", O), None, None, ["withdrawn", "withdrawn"]),
        ([("1.0", O)], ("1.1", A), "1.1", None, ["withdrawn", "in-force"]),
        ([("1.0", D)], ("1.0", A), "1.0", None, ["in-force"]),
        ([("0.9", D), ("0.10", D)], ("0.10", D), None, "0.10", ["old-concept", "concept"]),
    ],
)
def test_what_is_in_force(
    library: Handbook,
    issued: list[tuple[str, Status]],
    now: tuple[str, Status],
    force: str | None,
    concept: str | None,
    standings: list[str],
) -> None:
    found = known_versions(process(library, *now), history(*issued))
    newest, valid = newest_concept(found), in_force(found)
    assert (valid.version if valid else None) == force
    assert (newest.version if newest else None) == concept
    assert [item.standing.value for item in found] == standings
    assert is_certain(found)


def test_a_version_of_the_change_log_alone_may_have_been_approved(library: Handbook) -> None:
    found = known_versions(process(library, "0.2", D, "0.2", "0.1"), History())
    assert [item.standing for item in found] == [Standing.UNKNOWN, Standing.CONCEPT]
    assert not is_certain(found)
    assert in_force(found) is None


def test_the_day_is_that_of_the_newest_line_or_else_of_the_commit(library: Handbook) -> None:
    found = known_versions(process(library, "0.2", D, "0.2"), history(("0.1", D), ("0.2", D)))
    assert [item.day for item in found] == [COMMIT.date, DAY]
    assert [item.commit for item in found] == [COMMIT, COMMIT]


def test_a_void_approval_puts_nothing_in_force(library: Handbook) -> None:
    found = process(library, "1.0", A)
    assert found.document.approved
    void = found.document.approved.model_copy(update={"fingerprint": "0" * 64})
    document = found.document.model_copy(update={"approved": void})
    (known,) = known_versions(found.model_copy(update={"document": document}), history())
    assert (known.status, known.standing) == (D, Standing.CONCEPT)
