from dataclasses import replace
from datetime import date

import pytest

from generator.evaluation.assessment import percentage
from generator.model.assessment import Area, Assessment, Grade, Question, predecessor
from generator.model.base import Origin, OriginKind
from generator.model.identifiers import AreaId, AssessmentId, QuestionId
from generator.pages.assessment import assessment_pages
from generator.pages.page import Page, Site
from generator.publish.insert import marked
from reading import facts_of, lines_of, read, rows_of, section_of

SCAN = "measuring/assessments/reading-room-scan.md"
AGAIN = "measuring/assessments/reading-room-scan-again.md"
GROWTH = "measuring/assessments/growth.md"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in assessment_pages(site)}


def test_pages(site: Site) -> None:
    assert list(pages(site)) == ["measuring/assessments/index.md", GROWTH, AGAIN, SCAN]


def test_index(site: Site) -> None:
    page = pages(site)["measuring/assessments/index.md"]
    assert rows_of(page, "All assessments") == [
        ("How the library grows", "Growth model", "to be determined", "2026-02-03",
         "1 of 1", ""),
        ("Second scan of the reading room", "Harbour scan", "The reading room", "2026-06-01",
         "3 of 3", "67 %"),
        ("Scan of the reading room", "Harbour scan", "The reading room", "to be determined",
         "2 of 3", "58 %"),
    ]  # fmt: skip


def test_what_it_is_and_its_scale(site: Site) -> None:
    page = pages(site)[SCAN]
    first = section_of(page, "What this is")[0]
    assert first == "Three librarians answered the questions together."
    assert rows_of(page, "Scale") == [("1", "no"), ("2", "partly"), ("3", "yes")]
    assert section_of(page, "Phases") == []


def test_computed_totals_beside_the_stated_ones(site: Site) -> None:
    assert rows_of(pages(site)[SCAN], "The areas together") == [
        ("The desk", "5", "9", "56 %", "6",
         "the source states 6, the scores make 5 (difference +1); slip"),
        ("The shelves", "2", "3", "67 %", "", "the source states no total"),
        ("The cellar", "", "", "", "", "not filled in"),
        ("All areas that are filled in", "7", "12", "58 %", "", ""),
    ]  # fmt: skip
    assert "33 percent of the maximum" in read(pages(site)[SCAN]).text


def test_every_question_with_its_score_in_words_and_in_digits(site: Site) -> None:
    page = pages(site)[SCAN]
    assert rows_of(page, "The desk") == [
        ("Is the desk open every day? line 1", "3 (yes)"),
        ("Are answers written down?", "1 (no)"),
        ("Is the waiting time known?", "1 (no)"),
    ]
    assert rows_of(page, "The cellar") == [("Is the cellar dry?", "not filled in")]
    assert section_of(page, "The cellar")[0] == "not filled in"


def test_what_a_low_score_touches_is_linked_and_a_proposal(site: Site) -> None:
    found = read(pages(site)[SCAN])
    assert {
        "../bottlenecks.html#bottleneck-lb-k1",
        "../../processes/lend-book.html#step-find-book",
        "../indicators/lb-loans.html",
    } <= set(found.links)
    assert "Nobody sees how long a reader waits." in found.text
    assert "proposal" in section_of(pages(site)[SCAN], "The desk")


def test_a_chart_beside_the_numbers(site: Site) -> None:
    made = pages(site)
    assert marked(made[SCAN].content) == ["chart-scores-reading-room-scan"]
    assert marked(made[GROWTH].content) == ["chart-phases-growth", "chart-shares-growth"]
    assert "The same numbers stand in the table." in read(made[SCAN]).text


def test_the_list_shows_every_chart_and_where_its_numbers_are(site: Site) -> None:
    page = pages(site)["measuring/assessments/index.md"]
    assert marked(page.content) == [
        key
        for key in site.charts
        if key.startswith(("chart-scores-", "chart-phases-", "chart-shares-"))
    ]
    assert "The numbers are on the page How the library grows" in read(page).text
    assert "The same numbers" not in read(page).text


def test_what_is_not_from_the_source_is_said_at_the_chart(site: Site) -> None:
    growth = site.handbook.assessments[AssessmentId("growth")]
    origins = {
        path: Origin(origin=OriginKind.PROPOSAL, why="invented")
        for path in ("phases", "areas.leading.phase", "shares.The library")
    }
    assessments = {growth.id: growth.model_copy(update={"origins": origins})}
    changed = replace(site, handbook=replace(site.handbook, assessments=assessments))
    made = read(pages(changed)[GROWTH]).text
    assert "the phase of every area (Phases proposal; Leading proposal)." in made
    assert "how it is divided (The library proposal)." in made


def test_phases_and_statements(site: Site) -> None:
    page = pages(site)[GROWTH]
    assert rows_of(page, "Phases") == [("1", "each for themselves"), ("2", "agreed")]
    assert rows_of(page, "The areas together") == [
        ("Leading", "1 (each for themselves)", "1 of 3; 1 unknown", ""),
    ]
    assert rows_of(page, "Leading") == [
        ("There is a plan for the year.", "yes"),
        ("Everybody knows the plan.", "no"),
        ("The plan is kept up to date.", "to be determined"),
    ]
    shown = facts_of(page, "Leading")
    assert (shown["Phase"], shown["Applies"]) == ("1 (each for themselves)", "1 of 3; 1 unknown")


def test_shares_and_that_they_are_not_a_hundred(site: Site) -> None:
    page = pages(site)[GROWTH]
    assert rows_of(page, "Shares") == [("Roles", "60 %"), ("Tasks", "30 %")]
    assert "The parts make 90 percent together. line 3" in lines_of(page)


def test_the_newer_of_two_shows_the_difference(site: Site) -> None:
    made = pages(site)
    assert section_of(made[SCAN], "Difference from the one before") == []
    assert rows_of(made[AGAIN], "Difference from the one before") == [
        ("The desk", "5 of 9 (56 percent)", "7 of 9 (78 percent)", "+2"),
        ("The shelves", "2 of 3 (67 percent)", "3 of 6 (50 percent)", "−17 percentage points"),
        ("The garden", "", "2 of 3 (67 percent)", "new area"),
        ("The cellar", "not filled in", "", "no longer asked"),
    ]
    assert "reading-room-scan.html" in read(made[AGAIN]).links


def test_without_assessments_the_index_says_so(site: Site) -> None:
    empty = replace(site, handbook=replace(site.handbook, assessments={}))
    (page,) = assessment_pages(empty)
    assert "Nothing has been recorded here yet." in read(page).text


def scan(identifier: str, **fields: object) -> Assessment:
    return Assessment.model_validate({"id": identifier, "name": identifier, "method": "m"} | fields)


OLD, NEW = date(2025, 1, 1), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], None),
        ([scan("x", date=OLD)], "x"),
        ([scan("x")], "x"),
        ([scan("x", date=NEW)], None),
        ([scan("x"), scan("y", date=OLD)], "y"),
        ([scan("x", date=OLD, method="other")], None),
        ([scan("x", date=OLD, about="something else")], None),
    ],
)
def test_which_assessment_is_the_one_before(others: list[Assessment], expected: str | None) -> None:
    found = predecessor(scan("now", date=NEW), others)
    assert (found.id if found else None) == expected


def test_without_a_method_or_a_date_nothing_is_before() -> None:
    assert predecessor(scan("now", date=NEW, method=None), [scan("x", method=None)]) is None
    assert predecessor(scan("now"), [scan("x")]) is None


def test_totals() -> None:
    area = Area(
        id=AreaId("a"),
        name="A",
        questions=tuple(
            Question(id=QuestionId(f"q{number}"), text="?", score=score)
            for number, score in enumerate((3, None, 1))
        ),
    )
    scale = (Grade(value=1, meaning="no"), Grade(value=3, meaning="yes"))
    whole = Assessment(id=AssessmentId("x"), name="X", scale=scale, areas=(area, area))
    assert (area.total, area.maximum(scale), area.maximum(())) == (4, 6, 0)
    assert (whole.total, whole.maximum) == (8, 12)
    assert area.is_filled_in
    assert not Area(id=AreaId("b"), name="B").is_filled_in


@pytest.mark.parametrize(
    ("total", "maximum", "expected"),
    [(30, 48, 63), (43, 48, 90), (16, 48, 33), (1, 200, 1), (0, 3, 0), (3, 3, 100), (0, 0, None)],
)
def test_percents_are_whole_and_a_half_goes_up(
    total: int, maximum: int, expected: int | None
) -> None:
    assert percentage(total, maximum) == expected
