"""The change log as data: the recorded lines joined with what git knows."""

from dataclasses import replace
from datetime import date

import pytest

from generator.control.issued import Issued
from generator.diff import Change, ChangeKind
from generator.history import Commit, History, HistoryState, IssuedVersion
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId, Version
from generator.model.process import Process
from generator.pages.change_log import Concerned, Entry, all_entries, entries

COMMIT = Commit("d" * 40, date(2026, 5, 1))
GOAL = Change(
    ChangeKind.REWORDED, "process:lend-book", "Lend a book", ("goal",), "Process.goal", "a", "b"
)
LINES = Change(ChangeKind.ORIGIN, "process:lend-book", "Lend a book", ("lines",), "Process.lines")


@pytest.fixture
def lend(library: Handbook) -> Process:
    return library.processes[ProcessId("lend-book")]


def versions(found: tuple[Entry, ...]) -> list[tuple[str, str, bool]]:
    """Each version, what is said of the join, and whether a commit is known."""
    return [(entry.version, entry.remark, entry.commit is not None) for entry in found]


@pytest.mark.parametrize(
    ("state", "older"),
    [
        (HistoryState.NONE, ""),
        (HistoryState.SHALLOW, "cut_off"),
        (HistoryState.WHOLE, "no_commit"),
    ],
)
def test_a_line_without_a_commit_says_why(lend: Process, state: HistoryState, older: str) -> None:
    newest = "" if state is HistoryState.NONE else "not_on_main"
    found = entries(lend, History(state=state))
    assert versions(found) == [("1.1", newest, False), ("1.0", older, False)]
    assert [entry.found for entry in found] == [None, None]


def test_a_version_without_a_line_is_an_entry_too(lend: Process) -> None:
    issued = (
        IssuedVersion(Version("0.9"), Status.DRAFT, COMMIT),
        IssuedVersion(Version("1.0"), Status.APPROVED, COMMIT, (GOAL,)),
    )
    history = History(HistoryState.WHOLE, COMMIT, versions={lend.id: issued})
    found = entries(lend, history)
    assert versions(found) == [
        ("1.1", "not_on_main", False),
        ("1.0", "", True),
        ("0.9", "no_line", True),
    ]
    assert [entry.is_first for entry in found] == [False, False, True]
    assert found[2].date == COMMIT.date


def test_ten_comes_after_nine(lend: Process) -> None:
    numbers = ("0.9", "0.10", "0.2")
    issued = tuple(IssuedVersion(Version(item), Status.DRAFT, COMMIT) for item in numbers)
    bare = lend.model_copy(update={"changes": ()})
    history = History(HistoryState.WHOLE, COMMIT, versions={lend.id: issued})
    assert [entry.version for entry in entries(bare, history)] == ["0.10", "0.9", "0.2"]


def test_only_changes_of_content_are_told(lend: Process) -> None:
    issued = IssuedVersion(Version("1.1"), Status.APPROVED, COMMIT, (GOAL, LINES))
    history = History(HistoryState.WHOLE, COMMIT, versions={lend.id: (issued,)})
    assert entries(lend, history)[0].found == (GOAL,)


def test_what_changed_after_the_version_stands_apart(lend: Process) -> None:
    issued = {lend.id: Issued(Version("1.1"), changes=(GOAL,))}
    clean = entries(lend, History(HistoryState.WHOLE, COMMIT, issued=issued))
    assert (clean[0].is_since, clean[0].version, clean[0].found) == (True, "1.1", (GOAL,))
    assert clean[0].commit == COMMIT
    dirty = entries(lend, History(HistoryState.WHOLE, COMMIT, is_changed=True, issued=issued))
    assert dirty[0].commit is None
    origins = {lend.id: Issued(Version("1.1"), changes=(LINES,))}
    assert not entries(lend, History(HistoryState.WHOLE, issued=origins))[0].is_since


def test_a_version_on_a_branch_has_the_changes_to_the_main_line(lend: Process) -> None:
    issued = {lend.id: Issued(Version("1.0"), changes=(GOAL,))}
    found = entries(lend, History(HistoryState.WHOLE, COMMIT, issued=issued))
    assert versions(found)[0] == ("1.1", "not_on_main", False)
    assert found[0].found == (GOAL,)
    assert found[1].found is None


def test_all_changes_stand_newest_first(library: Handbook, past: History) -> None:
    found = [(entry.process.id, entry.version) for entry in all_entries(library, past)]
    assert found == [
        ("buy-book", "0.3"),
        ("buy-book", "0.3"),
        ("buy-book", "0.2"),
        ("lend-book", "1.1"),
        ("lend-book", "1.0"),
        ("weed-shelves", "1.0"),
    ]


def change(subject: str, kind: ChangeKind = ChangeKind.FIELD, **sides: str) -> Change:
    return Change(kind, subject, "x", ("goal",), "Process.goal", **sides)


@pytest.mark.parametrize(
    ("made", "roles"),
    [
        (change("process:lend-book#take-request"), ["librarian"]),
        (change("process:lend-book#find-book"), ["head-librarian", "librarian", "visitor"]),
        (change("process:lend-book#gone", before="Ask the supplier"), ["supplier"]),
        (change("process:lend-book"), ["head-librarian", "librarian"]),
        (change("process:buy-book"), []),
        (change("process:buy-book", after="The Head librarian pays"), ["head-librarian"]),
        (change("process:buy-book", after="The librarians"), []),
        (change("role:supplier"), ["supplier"]),
        (change("role:gone", before="gone"), []),
    ],
)
def test_which_roles_a_change_is_about(library: Handbook, made: Change, roles: list[str]) -> None:
    assert list(Concerned(library).of_change(made)) == roles


def test_an_entry_of_unknown_content_is_about_all_roles_of_its_process(
    library: Handbook, lend: Process
) -> None:
    everyone = ("head-librarian", "librarian", "visitor")
    unknown = Entry(lend, Version("1.0"))
    assert Concerned(library).roles(unknown) == everyone
    known = replace(unknown, found=(change("process:lend-book#take-request"),))
    assert Concerned(library).roles(known) == ("librarian",)
    buy = library.processes[ProcessId("buy-book")]
    nobody = Entry(buy, Version("0.3"), found=(change("process:buy-book"),))
    everyone = ("head-librarian", "librarian", "supplier", "visitor")
    assert Concerned(library).roles(nobody) == everyone


def test_a_handbook_without_roles_has_nobody_to_concern(library: Handbook) -> None:
    made = change("process:buy-book", after="head librarian")
    assert Concerned(replace(library, roles={})).of_change(made) == ()
