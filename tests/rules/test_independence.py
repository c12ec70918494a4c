"""Who has a part in what is audited."""

from dataclasses import replace
from typing import Any

import pytest

from generator.model.audit import Audit
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId, RoleId
from generator.rules.improvement.independence import Conflict, Tie, conflicts

BUY = "process:buy-book"


def found(library: Handbook, subjects: list[str], auditors: list[str]) -> list[Conflict]:
    given: Any = {"id": "a", "name": "x", "kind": "internal"}
    audit = Audit.model_validate({**given, "subjects": subjects, "auditors": auditors})
    return list(conflicts(audit, library))


def owned(library: Handbook, **updates: object) -> Handbook:
    """The library in which one role owns one process, and nobody else owns or approved any."""
    updates = {"owner": RoleId("librarian"), **updates}
    plain = {
        key: item.model_copy(
            update={
                "owner": None,
                "document": item.document.model_copy(update={"approved": None}),
                **(updates if key == ProcessId("buy-book") else {}),
            }
        )
        for key, item in library.processes.items()
    }
    return replace(library, processes=plain)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (BUY, [(BUY,)]),
        (f"{BUY}#order", [(BUY,)]),
        ("organisation", [(BUY,)]),
        ("process:lend-book", []),
        ("department:nowhere", []),
    ],
)
def test_the_owner_of_a_process(
    library: Handbook, subject: str, expected: list[tuple[str, ...]]
) -> None:
    every = found(owned(library), [subject], ["head-librarian", "librarian"])
    ties = [item for item in every if item.tie is not Tie.DOER]
    assert [item.audited for item in ties] == expected
    assert all((item.number, item.tie) == (1, Tie.OWNER) for item in ties)


def test_a_group_is_all_its_processes(library: Handbook) -> None:
    group = library.processes[ProcessId("buy-book")].group
    assert found(owned(library), [f"group:{group}"], ["librarian"]) == [
        Conflict(0, RoleId("librarian"), Tie.OWNER, (BUY,)),
        Conflict(0, RoleId("librarian"), Tie.DOER, ("process:weed-shelves",)),
    ]


def test_who_does_the_work_does_not_audit_it_but_may_audit_the_whole(library: Handbook) -> None:
    lend = "process:lend-book"
    assert found(library, [lend], ["librarian"]) == [
        Conflict(0, RoleId("librarian"), Tie.DOER, (lend,))
    ]
    ties = [item.tie for item in found(library, ["organisation"], ["librarian"])]
    assert Tie.DOER not in ties


def test_the_strongest_part_counts_once(library: Handbook) -> None:
    organisation = library.organisation.model_copy(update={"authors": (RoleId("librarian"),)})
    both = replace(owned(library), organisation=organisation)
    assert [item.tie for item in found(both, [BUY, BUY], ["librarian"])] == [Tie.OWNER]
    whole = found(both, ["organisation"], ["librarian"])
    assert [(item.tie, item.audited) for item in whole] == [
        (Tie.OWNER, (BUY,)),
        (Tie.AUTHOR, ("organisation",)),
    ]


def test_an_auditor_nobody_knows_has_no_part(library: Handbook) -> None:
    assert found(owned(library), [BUY], ["stranger"]) == []
    assert found(owned(library), [], ["librarian"]) == []
