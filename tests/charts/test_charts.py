"""The charts of a handbook as values, whatever they show."""

import re
from pathlib import Path

import pytest

from generator.charts import MAKERS, charts_of
from generator.charts.chart import Chart
from generator.language import Language, language
from generator.model.handbook import Handbook
from other_runs import in_other_runs


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_chart_has_a_name_a_title_and_something_it_is_about(
    code: str, library: Handbook
) -> None:
    charts = charts_of(library, language(code))
    assert charts
    for key, chart in charts.items():
        assert re.fullmatch(r"chart-[a-z0-9-]+", key)
        assert chart.key == key
        assert chart.title.strip()
        assert library.find(chart.about) or chart.about in ("riskscale", "scorecard")


def test_no_two_charts_have_one_key(library: Handbook, english: Language) -> None:
    made: list[Chart] = [chart for make in MAKERS for chart in make(library, english)]
    assert len({chart.key for chart in made}) == len(made)


def test_equal_handbooks_have_equal_charts(library_root: Path) -> None:
    """In other runs of Python too, which go through sets in another order."""
    script = (
        "import sys; from pathlib import Path; from generator.load import load;"
        "from generator.charts import charts_of; from generator.language import language;"
        "print(list(charts_of(load(Path(sys.argv[1])).handbook, language('en')).items()))"
    )
    made = in_other_runs(script, str(library_root))
    assert len(made) == 1
    assert len(made.pop()) > 1000
