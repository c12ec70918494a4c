from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.evaluation.strength import Strength, claimed, strength_of, weakest
from generator.model.handbook import Handbook
from generator.model.measurement import Series
from generator.model.organisation import Chapter


def changed(handbook: Handbook, kind: str, key: str, **values: object) -> Handbook:
    """The handbook with other values in one entity, checked as a file would be."""
    field = {"process": "processes", "kpi": "kpis", "document": "documents", "audit": "audits"}
    held: Mapping[Any, Any] = getattr(handbook, field[kind])
    item = held[key]
    made = type(item).model_validate({**item.model_dump(exclude_unset=True), **values})
    return replace(handbook, **{field[kind]: {**held, key: made}})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("process:lend-book", Strength.IN_FORCE),
        ("process:lend-book#find-book", Strength.IN_FORCE),
        ("process:lend-book#no-step", Strength.MISSING),
        ("process:buy-book", Strength.DRAFT),
        ("process:weed-shelves", Strength.MISSING),
        ("process:no-process", Strength.MISSING),
        ("kpi:lb-loans", Strength.STATED),
        ("kpi:lb-refusals", Strength.OPEN),
        ("measurement:lb-loans", Strength.STATED),
        ("document:stock-plan", Strength.MISSING),
        ("document:lending-rules", Strength.OPEN),
        ("chapter:about", Strength.STATED),
        ("audit:spring-2026", Strength.STATED),
        ("audit:board-2027", Strength.OPEN),
        ("risk:catalogue-lost", Strength.STATED),
        ("risk:key-person", Strength.PROPOSAL),
        ("role:librarian", Strength.STATED),
        ("matrix", Strength.STATED),
        ("standard:iso-9001-2015#4.1", Strength.STATED),
        ("standard:iso-9001-2015#9.9", Strength.MISSING),
    ],
)
def test_what_each_thing_is_worth(library: Handbook, reference: str, expected: Strength) -> None:
    assert strength_of(reference, library) is expected


@pytest.mark.parametrize(
    ("kind", "key", "values", "expected"),
    [
        ("process", "lend-book", {"goal": "Another goal"}, Strength.DRAFT),
        ("process", "buy-book", {"origins": {"*": "proposal"}}, Strength.PROPOSAL),
        ("process", "buy-book", {"origins": {"goal": "proposal"}}, Strength.DRAFT),
        ("document", "lending-rules", {"exists": True}, Strength.STATED),
        ("document", "lending-rules", {"exists": True, "obsolete": True}, Strength.MISSING),
        (
            *("document", "lending-rules"),
            *({"exists": True, "origins": {"exists": "proposal"}}, Strength.PROPOSAL),
        ),
        ("document", "lending-rules", {"exists": False}, Strength.MISSING),
        ("kpi", "lb-loans", {"owner": None}, Strength.OPEN),
        ("kpi", "lb-loans", {"origins": {"target": "proposal"}}, Strength.PROPOSAL),
        ("kpi", "lb-loans", {"origins": {"target": "open"}}, Strength.OPEN),
        ("kpi", "lb-loans", {"origins": {"unit": "derived"}}, Strength.STATED),
        ("audit", "spring-2026", {"origins": {"held": "open"}}, Strength.OPEN),
    ],
)
def test_nothing_passes_for_more_than_it_is(
    library: Handbook, kind: str, key: str, values: dict[str, object], expected: Strength
) -> None:
    assert strength_of(f"{kind}:{key}", changed(library, kind, key, **values)) is expected


def test_a_step_is_no_stronger_than_what_is_said_of_it(library: Handbook) -> None:
    first, *others = next(one for one in library.processes.values() if one.id == "buy-book").steps
    proposed = changed(library, "process", "buy-book", origins={f"steps.{first.id}": "proposal"})
    assert strength_of(f"process:buy-book#{first.id}", proposed) is Strength.PROPOSAL
    found = {strength_of(f"process:buy-book#{step.id}", proposed) for step in others}
    assert found == {Strength.DRAFT}


def test_a_register_without_a_line_is_missing(library: Handbook) -> None:
    empty = {key: Series(id=key) for key in library.measurements}
    assert empty
    for key in empty:
        found = strength_of(f"measurement:{key}", replace(library, measurements=empty))
        assert found is Strength.MISSING
    assert strength_of("matrix", replace(library, matrix=None)) is Strength.MISSING


def test_a_chapter_that_lacks_every_subject_covers_nothing(library: Handbook) -> None:
    topics = [{"topic": "Scope", "given": False}]
    chapter = Chapter.model_validate({"id": "a", "title": "A", "file": "a.md", "topics": topics})
    found = replace(library, chapters={chapter.id: chapter})
    assert strength_of("chapter:a", found) is Strength.MISSING


def test_the_weakest_of_several() -> None:
    assert weakest([Strength.IN_FORCE, Strength.PROPOSAL, Strength.DRAFT]) is Strength.PROPOSAL
    assert weakest([Strength.IN_FORCE]) is Strength.IN_FORCE


def test_a_claim_is_that_of_the_whole_unless_its_own(library: Handbook) -> None:
    risk = next(item for item in library.risks.values() if item.id == "key-person")
    assert claimed(risk) is Strength.PROPOSAL
    assert claimed(risk, "name", "rating") is Strength.PROPOSAL
