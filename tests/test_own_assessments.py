"""The assessments of this repository, held against a second reading of the source by a script.

The source itself is not in the repository. The tables are what a script took from its raw
text (the bare figures behind the questions, the lines that begin with a blank), not from the
data, so that a slip in either shows.
"""

from itertools import chain, pairwise
from pathlib import Path

import pytest

from generator.load import load
from generator.model.assessment import Area, Assessment
from generator.model.base import OriginKind

ROOT = Path(__file__).parent.parent

ITIL = {
    "service-desk": ("3333233331333322", 43),
    "incident-management": ("2312212122222222", 30),
    "security-management": ("2333132312222111", 32),
    "problem-management": ("1111111212111311", 20),
    "configuration-management": ("1132133322231111", None),
    "release-management": ("1111111111111111", 16),
    "change-management": ("222333311212121", 29),
    "service-level-management": ("", None),
    "it-service-continuity-management": ("1111111111111111", 16),
    "financial-management": ("1222211121111111", 21),
    "availability-management": ("112232131122111", 22),
    "capacity-management": ("1111111321221", 18),
}
"""The figures behind the questions of an area, and the total that the source states."""

INK = (
    (2, 6, 2),
    (2, 8, 2),
    (2, 6, 0),
    (2, 6, 2),
    (1, 6, 2),
    (2, 4, 2),
    (2, 3, 1),
    (1, 3, 1),
    (4, 4, 0),
    (3, 5, 1),
)
"""The phase of an area, how many statements it has, and how many begin with a blank."""

CULTURE = {
    "Argeweb": {"machtscultuur": 32, "rolcultuur": 20, "persoonscultuur": 24, "taakcultuur": 24},
    "Amsio": {"machtscultuur": 40, "rolcultuur": 20, "persoonscultuur": 20, "taakcultuur": 20},
}


@pytest.fixture(scope="module")
def assessments() -> dict[str, Assessment]:
    """The assessments by their identifiers, without any finding in their files."""
    loaded = load(ROOT)
    assert not [item for item in loaded.findings if "assessments" in item.position.file]
    return {str(item.id): item for item in loaded.handbook.assessments.values()}


def area(assessment: Assessment, identifier: str) -> Area:
    """The one area of an assessment that has this identifier."""
    (found,) = (item for item in assessment.areas if item.id == identifier)
    return found


def span(lines: str) -> tuple[int, int]:
    """The first and the last line of ``L12`` or ``L12-40``."""
    first, _, last = lines.removeprefix("L").partition("-")
    return int(first), int(last or first)


def test_the_scan_has_the_twelve_areas_in_the_order_of_the_source(
    assessments: dict[str, Assessment],
) -> None:
    assert [item.id for item in assessments["itil-scan"].areas] == list(ITIL)
    assert [grade.value for grade in assessments["itil-scan"].scale] == [1, 2, 3]


@pytest.mark.parametrize(("identifier", "figures", "stated"), [(k, *v) for k, v in ITIL.items()])
def test_every_score_of_the_scan_is_that_of_the_source(
    assessments: dict[str, Assessment], identifier: str, figures: str, stated: int | None
) -> None:
    found = area(assessments["itil-scan"], identifier)
    assert "".join(map(str, found.scores)) == figures
    assert found.total == sum(map(int, figures))
    assert found.stated == stated
    assert found.maximum(assessments["itil-scan"].scale) == 3 * len(figures)


def test_only_one_area_is_not_filled_in_and_only_one_stated_total_is_wrong(
    assessments: dict[str, Assessment],
) -> None:
    areas = assessments["itil-scan"].areas
    (empty,) = (item for item in areas if not item.is_filled_in)
    assert (empty.id, len(empty.questions), empty.notes) == (
        "service-level-management",
        16,
        ("org-46",),
    )
    wrong = {item.id: item.total - item.stated for item in areas if item.stated is not None}
    assert {key: value for key, value in wrong.items() if value} == {"availability-management": 2}
    assert sum(item.total for item in areas) == 279
    assert sum(len(item.questions) for item in areas) == 187


def test_every_ink_area_has_the_phase_and_the_statements_of_the_source(
    assessments: dict[str, Assessment],
) -> None:
    areas = assessments["ink"].areas
    assert [(item.phase, len(item.questions)) for item in areas] == [row[:2] for row in INK]


def test_the_columns_of_ink_follow_from_the_order_and_the_blanks(
    assessments: dict[str, Assessment],
) -> None:
    """Rows hold a left and a right cell; a line that begins with a blank has no left one."""
    ink = assessments["ink"]
    for found, (_, count, blank) in zip(ink.areas, INK, strict=True):
        rows = (count - blank) // 2
        assert count == 2 * rows + blank
        assert [item.applies for item in found.questions] == [True, False] * rows + [False] * blank
        said = ink.origin(f"areas.{found.id}.questions.{found.questions[0].id}.applies")
        assert (said.origin, said.notes) == (OriginKind.DERIVED, ("org-52",))


def test_a_statement_that_stands_twice_has_one_answer(assessments: dict[str, Assessment]) -> None:
    questions = chain.from_iterable(item.questions for item in assessments["ink"].areas)
    answers: dict[str, set[bool | None]] = {}
    for question in questions:
        answers.setdefault(question.text, set()).add(question.applies)
    assert [text for text, given in answers.items() if len(given) > 1] == []
    assert len(answers) == sum(row[1] for row in INK) - 2


def test_the_culture_is_that_of_the_two_companies_and_of_no_person(
    assessments: dict[str, Assessment],
) -> None:
    culture = assessments["cultuur"]
    found = {
        str(item.of): {part.name: part.percent for part in item.slices} for item in culture.shares
    }
    assert found == CULTURE
    assert all(sum(parts.values()) == 100 for parts in found.values())
    assert culture.areas == ()


@pytest.mark.parametrize("identifier", ["itil-scan", "ink"])
def test_the_lines_of_the_questions_follow_each_other_inside_their_area(
    assessments: dict[str, Assessment], identifier: str
) -> None:
    for found in assessments[identifier].areas:
        (whole,) = map(span, found.lines)
        spans = sorted(span(lines) for item in found.questions for lines in item.lines)
        assert all(whole[0] < first <= last <= whole[1] for first, last in spans), found.id
        assert all(before[1] < after[0] for before, after in pairwise(spans)), found.id


def test_what_a_low_score_touches_is_a_proposal(assessments: dict[str, Assessment]) -> None:
    for assessment in assessments.values():
        for found in assessment.areas:
            if found.touches:
                said = assessment.origin(f"areas.{found.id}.touches")
                assert said.origin is OriginKind.PROPOSAL, found.id


def test_no_assessment_claims_a_date_that_the_source_does_not_give(
    assessments: dict[str, Assessment],
) -> None:
    assert {item.date for item in assessments.values()} == {None}
