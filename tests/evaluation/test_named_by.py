"""What names a thing: every reference and every identifier of the quality side, turned round."""

from dataclasses import replace

import pytest

from filled import filled
from generator.evaluation.named_by import KINDS, Mention, named_by
from generator.model.handbook import Handbook
from generator.model.identifiers import Reference
from generator.model.naming import names_in


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (
            "system:catalogue",
            {
                ("bottleneck:lb-k1", "", "Bottleneck.systems"),
                ("risk:catalogue-lost", "", "Risk.touches"),
            },
        ),
        (
            "process:lend-book#find-book",
            {
                ("bottleneck:lb-k1", "", "Bottleneck.steps"),
                ("assessment:reading-room-scan", "desk", "Area.touches"),
                ("risk:catalogue-lost", "", "Risk.touches"),
            },
        ),
        (
            "kpi:lb-loans",
            {
                ("assessment:reading-room-scan", "desk", "Area.touches"),
                ("scorecard", "readers-served", "Factor.kpis"),
                ("coverage:processes", "", "Coverage.by"),
            },
        ),
        (
            "bottleneck:lb-k1",
            {
                ("assessment:reading-room-scan", "desk", "Area.touches"),
                ("improvement:count-days", "", "Improvement.because"),
            },
        ),
        ("auditfinding:spring-2026-1", {("action:order-with-invoice", "", "Action.because")}),
        ("nonconformity:late-answer", {("managementreview:year-2025", "", "ReviewInput.touches")}),
        ("audit:spring-2026", {("auditfinding:spring-2026-1", "", "AuditFinding.audit")}),
        ("document:loan-slip", set()),
    ],
)
def test_named(library: Handbook, reference: str, expected: set[tuple[str, str, str]]) -> None:
    found = named_by(library).get(reference, ())
    told = {(item.reference, item.part, field) for item in found for field in item.fields}
    assert told == expected


def test_what_names_a_step_names_its_process(library: Handbook) -> None:
    found = named_by(library)
    step = {item.reference for item in found["process:lend-book#find-book"]}
    assert step < {item.reference for item in found["process:lend-book"]}


def test_several_fields_of_one_thing_are_one_mention(library: Handbook) -> None:
    found = named_by(library)["role:head-librarian"]
    assert (
        Mention(
            "improvement",
            "improvement:count-days",
            fields=("Improvement.decided_by", "EffectCheck.by"),
        )
        in found
    )
    assert len({(item.reference, item.part) for item in found}) == len(found)


def test_a_clause_is_named_by_what_covers_and_audits_it(library: Handbook) -> None:
    found = named_by(library)["standard:iso-9001-2015#4.4.1"]
    assert {item.kind for item in found} == {
        *("coverage", "audit", "auditfinding", "nonconformity"),
    }


def test_what_is_not_there_is_not_named(library: Handbook) -> None:
    risk = next(iter(library.risks.values()))
    wrong = risk.model_copy(update={"touches": (Reference("system:nowhere"),)})
    found = named_by(replace(library, risks={risk.id: wrong}))
    assert "system:nowhere" not in found


def test_everything_of_these_kinds_that_names_anything_is_found(library: Handbook) -> None:
    whole = filled(library)
    found = {item.reference for items in named_by(whole).values() for item in items}
    things = {
        f"{kind}:{identifier}"
        for kind in KINDS
        for identifier, entity in whole.entities.get(kind, {}).items()
        if list(names_in(entity))
    }
    assert len(things) > 15
    assert found == {*things, "scorecard"}
