"""What the charts of assessments show: the numbers of the pages, and those of the time before."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.charts.assessments import assessment_charts, phases_key, scores_key, shares_key
from generator.charts.chart import Bar, BarChart, Chart, Line, RadarChart, ShareChart
from generator.language import Language, language
from generator.model.assessment import Assessment
from generator.model.handbook import Handbook

SCALE = [{"value": value, "meaning": f"m{value}"} for value in (1, 2, 3)]
PHASES = [{"value": 2, "meaning": "second"}, {"value": 1, "meaning": "first"}]


def charts(handbook: Handbook, words: Language) -> Mapping[str, Chart]:
    return {chart.key: chart for chart in assessment_charts(handbook, words)}


def made(library: Handbook, *assessments: dict[str, object]) -> Mapping[str, Chart]:
    found = [Assessment.model_validate({"name": item["id"], **item}) for item in assessments]
    handbook = replace(library, assessments={item.id: item for item in found})
    return charts(handbook, language("en"))


def area(name: str, *, phase: int | None = None) -> dict[str, object]:
    return {"id": name, "name": name, "phase": phase}


def test_which_charts_there_are(library: Handbook, english: Language) -> None:
    assert list(charts(library, english)) == [
        "chart-phases-growth",
        "chart-shares-growth",
        "chart-scores-reading-room-scan-again",
        "chart-scores-reading-room-scan",
    ]


def test_scores_are_percents_and_what_is_not_filled_in_says_so(
    library: Handbook, english: Language
) -> None:
    chart = charts(library, english)[scores_key("reading-room-scan")]
    assert chart.title == "Scan of the reading room: what the areas make of their maximum"
    assert chart.about == "assessment:reading-room-scan"
    assert chart.shape == BarChart(
        (
            Bar("The desk", 56, "5 of 9 (56 percent); the source states 6"),
            Bar("The shelves", 67, "2 of 3 (67 percent)"),
            Bar("The cellar", None, "not filled in"),
        ),
        100,
    )


def test_the_time_before_is_beside_it(library: Handbook, english: Language) -> None:
    shape = charts(library, english)[scores_key("reading-room-scan-again")].shape
    assert isinstance(shape, BarChart)
    assert [(bar.value, bar.earlier) for bar in shape.bars] == [(78, 56), (50, 67), (67, None)]
    assert shape.names == (
        "Now: Second scan of the reading room, 2026-06-01",
        "Before: Scan of the reading room",
    )


def test_few_phases_are_bars(library: Handbook, english: Language) -> None:
    shape = charts(library, english)[phases_key("growth")].shape
    assert shape == BarChart((Bar("Leading", 1, "phase 1"),), 2)


def test_phases_are_a_radar_with_rings_from_the_lowest(library: Handbook) -> None:
    areas = [area("a", phase=1), area("b", phase=2), area("c"), area("d", phase=9)]
    found = made(library, {"id": "x", "phases": PHASES, "areas": areas})
    assert found[phases_key("x")].shape == RadarChart(
        ("a", "b", "c", "d"), (Line("x", (1, 2, None, None)),), ("first", "second")
    )


def test_a_radar_has_a_line_for_the_time_before(library: Handbook) -> None:
    old = {"id": "old", "method": "m", "phases": PHASES, "areas": [area("b", phase=2)]}
    areas = [area(name, phase=1) for name in ("a", "b", "c")]
    new = {"id": "new", "method": "m", "phases": PHASES, "areas": areas, "date": "2026-01-02"}
    shape = made(library, old, new)[phases_key("new")].shape
    assert isinstance(shape, RadarChart)
    assert shape.lines == (
        Line("Now: new, 2026-01-02", (1, 1, 1)),
        Line("Before: old", (None, 2, None)),
    )


def test_shares_have_all_parts_and_the_time_before(library: Handbook) -> None:
    def share(*slices: tuple[str, int]) -> dict[str, object]:
        named = [{"name": name, "percent": percent} for name, percent in slices]
        return {"of": "whole", "slices": named}

    old = {"id": "old", "method": "m", "shares": [share(("b", 100))]}
    new = {
        "id": "new",
        "method": "m",
        "date": "2026-01-02",
        "shares": [share(("a", 60), ("b", 30)), {"of": "other", "slices": []}],
    }
    assert made(library, old, new)[shares_key("new")].shape == ShareChart(
        ("a", "b"),
        (
            Line("whole", (60, 30)),
            Line("whole, the time before", (None, 100)),
            Line("other", (None, None)),
        ),
    )


def test_a_part_that_is_gone_is_still_in_the_time_before(library: Handbook) -> None:
    def share(**slices: int) -> dict[str, object]:
        named = [{"name": name, "percent": percent} for name, percent in slices.items()]
        return {"of": "whole", "slices": named}

    left_out = {"of": "dropped", "slices": [{"name": "d", "percent": 9}]}
    old = {"id": "old", "method": "m", "shares": [share(a=50, c=50), left_out]}
    new = {"id": "new", "method": "m", "date": "2026-01-02", "shares": [share(a=60, b=40)]}
    assert made(library, old, new)[shares_key("new")].shape == ShareChart(
        ("a", "b", "c"),
        (Line("whole", (60, 40, None)), Line("whole, the time before", (50, None, 50))),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"areas": [area("a")], "scale": SCALE},
        {"areas": [area("a", phase=1)]},
        {"areas": [area("a"), area("b")], "phases": PHASES},
        {"shares": [{"of": "nothing"}]},
    ],
)
def test_without_numbers_there_is_no_chart(library: Handbook, fields: dict[str, object]) -> None:
    assert made(library, {"id": "x", **fields}) == {}


def test_answers_without_scores_are_not_called_empty(library: Handbook) -> None:
    answers = [
        {"id": "a", "name": "a", "questions": [{"id": "q", "text": "?", "score": 3}]},
        {"id": "b", "name": "b", "questions": [{"id": "q", "text": "?", "applies": True}]},
    ]
    shape = made(library, {"id": "x", "scale": SCALE, "areas": answers})[scores_key("x")].shape
    assert isinstance(shape, BarChart)
    assert [bar.words for bar in shape.bars] == ["3 of 3 (100 percent)", "no scores"]
