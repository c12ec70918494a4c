"""What the registers say of each process: the same for all at once as for one by one."""

from dataclasses import replace

import pytest

from generator.evaluation.by_process import Registered, by_process
from generator.model.audit import Action, AuditFinding, Nonconformity
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.model.improvement import Improvement, Risk

LEND = ProcessId("lend-book")


def names(found: Registered) -> tuple[list[str], list[str]]:
    return [item.id for item in found.risks], [item.id for item in found.answers]


def test_every_process_has_an_answer(library: Handbook) -> None:
    found = by_process(library)
    assert list(found) == list(library.processes)
    assert names(found[LEND]) == (["catalogue-lost"], ["count-days"])
    assert names(found[ProcessId("buy-book")]) == ([], ["order-with-invoice"])
    assert found[ProcessId("weed-shelves")] == Registered()


def bare(library: Handbook, *because: str) -> Handbook:
    """The library with one thing of every kind about lending, and one action because of some."""
    about = {"touches": ["process:lend-book#find-book", "process:lend-book", "role:visitor"]}
    risk = Risk.model_validate({"id": "r", "name": "r", **about})
    problem = Nonconformity.model_validate({"id": "n", "kind": "complaint", "text": "n", **about})
    finding = AuditFinding.model_validate(
        {"id": "f", "audit": "spring-2026", "grade": "minor", "text": "f", **about}
    )
    action = Action.model_validate({"id": "a", "text": "a", "because": because})
    return replace(
        library,
        risks={risk.id: risk},
        nonconformities={problem.id: problem},
        audit_findings={finding.id: finding},
        actions={action.id: action},
        improvements={},
    )


@pytest.mark.parametrize(
    ("because", "counts"),
    [
        ("process:lend-book", True),
        ("process:lend-book#find-book", True),
        ("bottleneck:lb-k1", True),
        ("risk:r", True),
        ("nonconformity:n", True),
        ("auditfinding:f", True),
        ("risk:gone", False),
        ("process:buy-book", False),
        ("role:visitor", False),
    ],
)
def test_what_an_action_answers(library: Handbook, because: str, *, counts: bool) -> None:
    found = by_process(bare(library, because))[LEND]
    assert names(found) == (["r"], ["a"] if counts else [])


def test_who_answers_twice_counts_once_and_registers_do_not_mix(library: Handbook) -> None:
    handbook = bare(library, "risk:r", "process:lend-book", "nonconformity:n")
    same = Improvement.model_validate(
        {"id": "a", "name": "a", "source": "suggestion", "because": ["risk:r"]}
    )
    found = by_process(replace(handbook, improvements={same.id: same}))[LEND]
    assert [type(item) for item in found.answers] == [Improvement, Action]
