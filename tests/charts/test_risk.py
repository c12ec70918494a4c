"""The charts of the risks: what stands in each cell, and when there is no chart at all."""

from dataclasses import replace

from generator.charts.chart import HeatMap
from generator.charts.risk import AFTER, NOW, risk_charts
from generator.language import Language, language
from generator.model.handbook import Handbook
from generator.model.improvement import RiskBand


def maps(handbook: Handbook, words: Language) -> dict[str, HeatMap]:
    found = {chart.key: chart.shape for chart in risk_charts(handbook, words)}
    return {key: shape for key, shape in found.items() if isinstance(shape, HeatMap)}


def test_a_map_for_now_and_one_for_later(library: Handbook, english: Language) -> None:
    found = maps(library, english)
    assert list(found) == [NOW, AFTER]
    now = found[NOW]
    assert (now.row_title, now.column_title) == ("Chance", "Effect")
    assert now.rows == ("1. hardly ever", "2. once a year", "3. every month")
    assert now.columns == ("1. a smile", "2. a complaint", "3. a closed door")
    assert now.cells == (("", "", ""), ("", "", "R1"), ("", "", ""))
    assert now.bands == ((0, 0, 0), (0, 0, 1), (0, 1, 1))
    assert now.heats == 2
    assert found[AFTER].cells == (("", "", "R1"), ("", "", ""), ("", "", ""))


def test_two_risks_share_a_cell(library: Handbook, english: Language) -> None:
    rating = library.risks["catalogue-lost"].rating  # type: ignore[index]
    risks = {key: item.model_copy(update={"rating": rating}) for key, item in library.risks.items()}
    assert maps(replace(library, risks=risks), english)[NOW].cells[1][2] == "R1, R2"


def test_a_band_that_no_level_reaches_counts(library: Handbook, english: Language) -> None:
    scale = library.risk_scale
    assert scale
    bands = (*scale.bands, RiskBand(name="never", least=1000))
    changed = replace(library, risk_scale=scale.model_copy(update={"bands": bands}))
    assert maps(changed, english)[NOW].heats == 3


def test_no_picture_of_nothing(library: Handbook, english: Language) -> None:
    unrated = {
        key: item.model_copy(update={"rating": None, "after": None})
        for key, item in library.risks.items()
    }
    assert maps(replace(library, risks=unrated), english) == {}
    assert maps(replace(library, risk_scale=None), english) == {}


def test_in_dutch(library: Handbook) -> None:
    now = maps(library, language("nl"))[NOW]
    assert (now.row_title, now.column_title) == ("Kans", "Effect")
