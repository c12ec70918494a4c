import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.handbook import Handbook, slug

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Back-up [niet]", "back-up-niet"),
        ("  Één  Café! ", "een-cafe"),
        ("100 %", "100"),
        ("already-one", "already-one"),
        ("***", ""),
        ("", ""),
    ],
)
def test_slug(text: str, identifier: str) -> None:
    assert slug(text) == identifier


@given(st.text())
def test_slug_is_an_identifier_and_stays_one(text: str) -> None:
    found = slug(text)
    assert slug(found) == found
    assert found == slug(text)
    assert len(found) <= 80
    assert IDENTIFIER.fullmatch(found) or not any(map(str.isalnum, text))


@pytest.mark.parametrize(
    ("one", "other"),
    [("x" * 200, "x" * 201), ("日本", "本"), ("Ж", "Я")],
)
def test_names_that_leave_no_letters_stay_apart(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("role:librarian", "librarian"),
        ("process:lend-book", "Lend a book"),
        ("process:lend-book#find-book", "Find book"),
        ("group:lending", "Lending"),
        ("document:loan-slip", "Loan slip"),
        ("organisation", "Harbour Library"),
        ("matrix", "Who answers for what"),
        ("role:lend-book", None),
        ("process:lend-book#gone", None),
        ("organisation:harbour", None),
        ("matrix:x", None),
        ("planet:mars", None),
        ("", None),
    ],
)
def test_find(library: Handbook, reference: str, name: str | None) -> None:
    assert getattr(library.find(reference), "name", None) == name


def test_every_entity_is_found_by_its_reference(library: Handbook) -> None:
    for kind, entities in library.entities.items():
        for identifier, entity in entities.items():
            assert library.find(f"{kind}:{identifier}") is entity


def test_steps_by_role_and_by_system(library: Handbook) -> None:
    def named(pairs: object) -> list[str]:
        assert isinstance(pairs, tuple)
        return [f"{process.id}#{step.id}" for process, step in pairs]

    assert named(library.steps_by_role["head-librarian"]) == [
        "lend-book#find-book",
        "buy-book#order-book",
    ]
    assert named(library.steps_by_system["catalogue"]) == [
        "lend-book#take-request",
        "lend-book#find-book",
        "lend-book#lend",
        "buy-book#shelve-book",
    ]
    assert "staff" not in library.steps_by_role


def test_a_note_on_a_step_touches_its_process_too(library: Handbook) -> None:
    found = {key: [note.id for note in notes] for key, notes in library.notes_by_reference.items()}
    assert found == {
        "process:lend-book#find-book": ["reserve-time"],
        "process:lend-book": ["reserve-time", "slip"],
    }


def test_what_belongs_to_a_process_or_group(library: Handbook) -> None:
    lend = library.processes["lend-book"]
    assert [kpi.id for kpi in library.kpis_of(lend.id)] == ["lb-loans", "lb-refusals"]
    assert [item.id for item in library.bottlenecks_of(lend.id)] == ["lb-k1"]
    assert [item.id for item in library.processes_of(lend.group)] == ["lend-book"]
    assert replace(library, processes={}).processes_of(lend.group) == ()
