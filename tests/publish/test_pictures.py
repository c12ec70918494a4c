"""The pictures of a site: what cannot be drawn is reported where its content stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from generator.charts.chart import Bar, BarChart, Chart
from generator.diagrams import Diagram
from generator.language import Language
from generator.load.chapters import ChapterText
from generator.model.handbook import Handbook
from generator.publish.engine import Engine
from generator.publish.pictures import finished, missing, place, store
from generator.publish.plantuml import Drawing
from generator.publish.plotting import Plotting
from generator.publish.site import Drawn

ABOUT = "assessment:reading-room-scan"
CHART = Chart("chart-a", "Bars & <more>", BarChart((Bar("x", 1, ""),), 2), ABOUT)


@dataclass(frozen=True)
class Sited:
    """What a site is made from, as far as pictures go."""

    handbook: Handbook
    language: Language
    charts: Mapping[str, Chart]


@dataclass(frozen=True)
class Ready:
    """A prepared handbook, as far as pictures go."""

    root: Path
    site: Sited
    chapters: tuple[ChapterText, ...] = ()
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
    files: Mapping[str, str | bytes] = field(default_factory=dict)


def drawn(chart: Chart, library: Handbook, english: Language, cache: Path) -> Drawn:
    ready = Ready(cache, Sited(library, english, {chart.key: chart}))
    nothing = Drawing({}, {}, cache, Engine("none"), None)
    return Drawn(ready, nothing, Plotting(ready.site.charts, cache, "."))


def test_a_chart_in_a_page_is_a_named_image(
    library: Handbook, english: Language, tmp_path: Path
) -> None:
    whole = drawn(CHART, library, english, tmp_path)
    assert whole.faults() == ()
    picture = whole.inline("chart-a", "../")
    assert 'role="img" aria-label="Bars &amp; &lt;more&gt;"' in picture
    assert picture.count("<svg") == 1


@pytest.mark.parametrize(
    ("about", "file"),
    [(ABOUT, "quality/assessments/reading-room-scan.yml"), ("nothing:x", "nothing:x")],
)
def test_a_chart_that_fails_is_named_with_its_file(
    about: str, file: str, library: Handbook, english: Language, tmp_path: Path
) -> None:
    wrong = replace(CHART, shape=BarChart((), 0), about=about)
    (fault,) = drawn(wrong, library, english, tmp_path).faults()
    assert (fault.code, fault.position.file) == ("G101", file)
    assert fault.details["title"] == "Bars & <more>"
    assert "up to 0" in str(fault.details["problem"])


def test_a_picture_is_kept_whole_and_asked_for_once(tmp_path: Path) -> None:
    names = {"one": "a", "two": "a", "three": "b"}
    assert missing(names, tmp_path) == {"a": "one", "b": "three"}
    store(place(tmp_path, "a"), "<svg/>")
    assert missing(names, tmp_path) == {"b": "three"}
    assert finished({"one": "a", "two": "a"}, tmp_path) == {"one": "<svg/>", "two": "<svg/>"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]
