from markupsafe import Markup

from generator.charts.assessments import scores_key
from generator.pages.chart_figure import chart, sparkline
from generator.pages.page import Site
from generator.publish.insert import marked

KEY = scores_key("reading-room-scan")


def test_a_figure_has_its_marker_its_caption_and_where_the_numbers_are(site: Site) -> None:
    made = chart(KEY, site)
    assert marked(made) == [KEY]
    assert f'<figure class="drawing drawing--chart" id="{KEY}">' in made
    assert "Scan of the reading room: what the areas make of their maximum" in made
    assert "The same numbers stand in the table." in made


def test_a_caption_of_ones_own_is_escaped_unless_it_is_markup(site: Site) -> None:
    made = chart(KEY, site, caption="<b>x</b>", numbers=Markup("<i>there</i>"))
    assert "<b>" not in made
    assert "<i>there</i>" in made
    assert "The same numbers" not in made


def test_a_sparkline_is_a_word(site: Site) -> None:
    made = sparkline(KEY, site)
    assert marked(made) == [KEY]
    assert made.startswith("<span ")
    assert "figure" not in made


def test_what_was_not_made_is_not_shown(site: Site) -> None:
    assert chart("chart-none", site) == sparkline("chart-none", site) == ""
