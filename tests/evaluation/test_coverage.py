from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.evaluation.coverage import (
    ClauseStanding,
    coverage_of,
    equivalents,
    in_order,
    is_within,
    settled,
    standings,
)
from generator.evaluation.strength import Strength
from generator.model.handbook import Handbook
from generator.model.organisation import Chapter
from generator.model.standard import Coverage, Standard

CLAUSES = ("8", "8.1", "8.2", "8.2.1", "8.2.1-a", "8.2.1-b", "8.2.2")


def handbook(
    library: Handbook,
    *coverages: Mapping[str, object],
    topics: tuple[Mapping[str, object], ...] = (),
    origins: Mapping[str, object] | None = None,
) -> Handbook:
    """The library with one standard of its own, and only this coverage of it."""
    clauses = [{"number": number, "title": f"Title of {number}"} for number in CLAUSES]
    standard = Standard.model_validate({"id": "s", "name": "S", "clauses": clauses})
    made = (Coverage.model_validate({**item, "id": f"c{i}"}) for i, item in enumerate(coverages))
    shape = {"id": "a", "title": "A", "file": "a.md", "topics": topics, "origins": origins or {}}
    chapter = Chapter.model_validate(shape)
    return replace(
        library,
        standards={standard.id: standard},
        coverages={item.id: item for item in made},
        chapters={chapter.id: chapter},
    )


def covered(number: str, *by: str, **more: object) -> dict[str, object]:
    return {"clause": f"standard:s#{number}", "by": by, **more}


def at(found: Handbook, number: str) -> ClauseStanding:
    standard = next(iter(found.standards.values()))
    return next(item for item in standings(standard, found) if item.clause.number == number)


@pytest.mark.parametrize(
    ("coverages", "expected", "has_gap"),
    [
        ([], Strength.NOTHING, False),
        ([covered("8.1", how="Somehow.")], Strength.NOTHING, False),
        ([covered("8.1", "process:lend-book")], Strength.IN_FORCE, False),
        ([covered("8.1", "process:lend-book", "process:buy-book")], Strength.DRAFT, False),
        ([covered("8.1", "process:lend-book", "risk:key-person")], Strength.PROPOSAL, False),
        ([covered("8.1", "process:lend-book", "kpi:lb-refusals")], Strength.IN_FORCE, True),
        ([covered("8.1", "process:lend-book", missing="More.")], Strength.IN_FORCE, True),
        ([covered("8.1", "kpi:lb-refusals", "document:stock-plan")], Strength.OPEN, True),
        ([covered("8.1", "document:stock-plan")], Strength.MISSING, True),
        ([covered("8.1", missing="All.")], Strength.MISSING, True),
        ([covered("8.1", excluded="Nothing is made.")], Strength.EXCLUDED, False),
        (
            [covered("8.1", excluded="Nothing is made.", origins={"excluded": "proposal"})],
            *(Strength.OPEN, True),
        ),
        (
            [covered("8.1", "process:lend-book"), covered("8.1", excluded="Nothing is made.")],
            *(Strength.IN_FORCE, False),
        ),
        (
            [covered("8.1", "process:lend-book", origins={"by": "proposal"})],
            *(Strength.PROPOSAL, False),
        ),
        (
            [covered("8.1", "process:lend-book", origins={"*": {"origin": "derived", "why": "w"}})],
            *(Strength.IN_FORCE, False),
        ),
        ([covered("8.1", "process:lend-book", origins={"by": "open"})], Strength.OPEN, True),
    ],
)
def test_how_a_clause_stands(
    library: Handbook, coverages: list[dict[str, object]], expected: Strength, *, has_gap: bool
) -> None:
    item = at(handbook(library, *coverages), "8.1")
    assert item.strength is expected
    assert item.has_gap is has_gap
    assert item.is_covered is (expected in tuple(Strength)[:4])


@pytest.mark.parametrize(
    ("given", "origins", "expected"),
    [
        (True, {}, Strength.STATED),
        (False, {}, Strength.MISSING),
        (True, {"topics": "proposal"}, Strength.PROPOSAL),
    ],
)
def test_a_subject_of_a_chapter_counts(
    library: Handbook, origins: dict[str, object], expected: Strength, *, given: bool
) -> None:
    topic = {"topic": "T", "given": given, "clauses": ["8.1"]}
    item = at(handbook(library, topics=(topic,), origins=origins), "8.1")
    assert (item.strength, item.is_told) == (expected, True)
    assert [one.reference for one in item.evidence] == ["chapter:a"]


def test_a_whole_clause_stands_with_its_lettered_parts(library: Handbook) -> None:
    found = handbook(library, covered("8.2.1-a", "process:buy-book"))
    assert at(found, "8.2.1").strength is Strength.DRAFT
    assert at(found, "8.2.1-a").strength is Strength.DRAFT
    assert at(found, "8.2").strength is Strength.NOTHING


@pytest.mark.parametrize(
    ("coverages", "expected", "has_gap", "untold"),
    [
        ([covered("8.2.1-a", "process:lend-book")], Strength.IN_FORCE, True, ["8.2.1-b"]),
        (
            [covered("8.2.1-a", "process:lend-book"), covered("8.2.1-b", "matrix")],
            *(Strength.STATED, False, []),
        ),
        (
            [covered("8.2.1-a", "process:lend-book"), covered("8.2.1", "matrix")],
            *(Strength.STATED, False, []),
        ),
        ([covered("8.2.1-a", excluded="No.")], Strength.MISSING, True, ["8.2.1-b"]),
        (
            [covered("8.2.1-a", excluded="No."), covered("8.2.1-b", "process:lend-book")],
            *(Strength.IN_FORCE, False, []),
        ),
        (
            [covered("8.2.1-a", excluded="No."), covered("8.2.1-b", excluded="No.")],
            *(Strength.EXCLUDED, False, []),
        ),
        (
            [
                covered("8.2.1-a", excluded="No."),
                covered("8.2.1-b", excluded="No.", origins={"excluded": "proposal"}),
            ],
            *(Strength.OPEN, True, []),
        ),
        (
            [covered("8.2.1-a", excluded="No."), covered("8.2.1", excluded="No.")],
            *(Strength.EXCLUDED, False, []),
        ),
        ([covered("8.2", excluded="No.")], Strength.EXCLUDED, False, []),
        (
            [
                covered("8.2.1-a", "process:lend-book"),
                covered("8.2.1-b", excluded="No.", origins={"excluded": "open"}),
            ],
            *(Strength.IN_FORCE, True, []),
        ),
        (
            [
                covered("8.2.1", excluded="No.", origins={"excluded": "proposal"}),
                covered("8.2.1-a", excluded="No."),
            ],
            *(Strength.OPEN, True, []),
        ),
    ],
)
def test_how_a_clause_with_two_letters_stands(
    library: Handbook,
    coverages: list[dict[str, object]],
    expected: Strength,
    untold: list[str],
    *,
    has_gap: bool,
) -> None:
    item = at(handbook(library, *coverages), "8.2.1")
    assert item.strength is expected
    assert item.has_gap is has_gap
    assert [clause.number for clause in item.untold] == untold


def test_an_excluded_letter_excludes_only_itself(library: Handbook) -> None:
    found = handbook(library, covered("8.2.1-a", excluded="No."))
    assert [item.clause for item in at(found, "8.2.1-a").exclusions] == ["standard:s#8.2.1-a"]
    assert at(found, "8.2.1").exclusions == ()
    assert at(found, "8.2.1-b").exclusions == ()


@pytest.mark.parametrize(
    ("clause", "whole", "expected"),
    [
        ("standard:s#8.2", "standard:s#8.2", True),
        ("standard:s#8.2.1", "standard:s#8.2", True),
        ("standard:s#8.2-a", "standard:s#8.2", True),
        ("standard:s#8.2.1-a", "standard:s#8", True),
        ("standard:s#8.21", "standard:s#8.2", False),
        ("standard:s#8.2", "standard:s#8.2-a", False),
        ("standard:s#8.2-b", "standard:s#8.2-a", False),
        ("standard:t#8.2", "standard:s#8.2", False),
    ],
)
def test_what_lies_within_a_clause(clause: str, whole: str, *, expected: bool) -> None:
    assert is_within(clause, whole) is expected


def test_one_handbook_is_looked_through_once(library: Handbook) -> None:
    found = handbook(library, covered("8.1", "process:lend-book"))
    assert at(found, "8.1") is at(found, "8.1")


def test_what_is_counted(library: Handbook) -> None:
    found = handbook(library)
    standard = next(iter(found.standards.values()))
    units = [item.clause.number for item in standings(standard, found) if item.is_unit]
    assert units == ["8.1", "8.2.1", "8.2.2"]


def test_an_exclusion_holds_for_the_clauses_below(library: Handbook) -> None:
    found = handbook(library, covered("8.2", excluded="Nothing is made."))
    below = ("8.2", "8.2.1", "8.2.1-a", "8.2.1-b", "8.2.2")
    assert {at(found, number).strength for number in below} == {Strength.EXCLUDED}
    assert at(found, "8.1").strength is Strength.NOTHING


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], set()),
        (["8.2.1"], {"8.2.1"}),
        (["8.2.1-a"], {"8.2.1", "8.2.1-a"}),
        (["8.2"], set()),
        (["8.2.1", "8.2.2"], {"8.2.1", "8.2.2", "8.2"}),
        (["8.1", "8.2.1", "8.2.2"], {"8", "8.1", "8.2", "8.2.1", "8.2.2"}),
    ],
)
def test_a_heading_is_settled_when_all_below_it_is(
    library: Handbook, told: list[str], expected: set[str]
) -> None:
    found = handbook(library, *(covered(number, missing="All.") for number in told))
    standard = next(iter(found.standards.values()))
    assert settled(standings(standard, found)) == expected


def test_the_same_is_asked_in_both_directions(library: Handbook) -> None:
    assert equivalents(library) == {
        "standard:iso-9001-2015#4.4.1": ("standard:old-rules#1",),
        "standard:old-rules#1": ("standard:iso-9001-2015#4.4.1",),
    }


def test_an_edition_that_was_replaced_comes_last(library: Handbook) -> None:
    backwards = replace(library, standards=dict(reversed(library.standards.items())))
    assert [item.id for item in in_order(backwards)] == ["iso-9001-2015", "old-rules"]


def test_the_coverages_that_name_a_thing(library: Handbook) -> None:
    found = handbook(
        library,
        covered("8.1", "process:lend-book#find-book"),
        covered("8.2.1", "process:buy-book"),
        covered("8.2.2", "kpi:lb-loans", "process:lend-book"),
    )
    assert [item.id for item in coverage_of("process:lend-book", found)] == ["c0", "c2"]
    assert [item.id for item in coverage_of("process:lend-book#find-book", found)] == ["c0"]
    assert coverage_of("process:lend", found) == ()
