"""Charts drawn: the same everywhere, literal, legible, apart without colour, and only once."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import charts_of
from generator.charts.chart import (
    Bar,
    BarChart,
    Chart,
    HeatMap,
    Line,
    RadarChart,
    Shape,
    ShareChart,
    TrendChart,
)
from generator.diagrams import palette
from generator.diagrams.palette import COLOURS
from generator.language import Language
from generator.model.handbook import Handbook
from generator.pages import markup
from generator.pages.markup import literal
from generator.publish.pictures import DrawingError
from generator.publish.plotting import Plotting, _drawer, grid, name_of
from generator.publish.plotting.cleaned import cleaned
from generator.publish.plotting.drawing import draw
from generator.publish.plotting.grid import HEAT, heat_of
from generator.publish.plotting.numbers import number, ticks
from generator.publish.plotting.paper import LOOKS, SIZE, measured, wrapped
from generator.publish.svg import inline
from hostile_texts import HOSTILE
from made_charts import TEXT, shapes

NAMES = list(shapes())
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
LIGHT = {colour.light.lower() for colour in COLOURS.values()}
ELEMENTS = {"svg", "path", "rect", "text", "pattern", "defs"}
SOME = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


class _Reader(HTMLParser):
    """What a browser makes of a picture: its elements, their attributes, and its texts."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(picture)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "text":
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data


def read(shape: Shape, *, key: str = "chart-x") -> _Reader:
    return _Reader(inline(draw(shape, "."), key, title="A title", root="", role="img"))


def joined(texts: list[str]) -> str:
    return "".join("".join(texts).split())


def seen(text: str) -> str:
    """A text as any page of the site shows it, without its blanks: lines break where they must."""
    reader = _Reader(f"<text>{literal(text)}</text>")
    return joined(reader.texts)


def charts(**more: Shape) -> Mapping[str, Chart]:
    made = {**shapes(), **more}
    return {f"chart-{name}": Chart(f"chart-{name}", name, made[name], "x") for name in made}


@pytest.mark.parametrize("name", NAMES)
def test_equal_numbers_equal_bytes(name: str) -> None:
    assert draw(shapes()[name], ".") == draw(shapes()[name], ".")


PROCESS = """\
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from generator.charts.chart import Chart
from generator.publish.plotting import Plotting
from made_charts import shapes
made = {name: Chart(name, name, shape, "x") for name, shape in shapes().items()}
Plotting(made, Path(sys.argv[1]), ".").result()
print("matplotlib" in sys.modules)
"""


def _in_a_process(cache: Path, folder: Path, **environment: str) -> str:
    """Draws in a process of its own; returns whether that loaded matplotlib."""
    here = Path(__file__).parent.parent
    variables = {**os.environ, **environment, "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROCESS, str(cache), str(here), str(here.parent)],
        cwd=folder, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def test_equal_in_every_process_and_loaded_only_when_something_is_new(tmp_path: Path) -> None:
    settings_of_user = "font.size: 30\nsvg.fonttype: path\nlines.linewidth: 9\ntext.usetex: True\n"
    (tmp_path / "matplotlibrc").write_text(settings_of_user, encoding="utf-8")
    one, other = tmp_path / "one", tmp_path / "other"
    home = {"HOME": "/nonexistent", "PYTHONHASHSEED": "1"}
    assert _in_a_process(one, tmp_path, **home) == "True"
    other_home = {"HOME": str(tmp_path), "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "9"}
    assert _in_a_process(other, tmp_path / "one", **other_home, LC_ALL="C") == "True"
    pictures = {path.name: path.read_bytes() for path in one.glob("*.svg")}
    assert len(pictures) == len(NAMES)
    assert pictures == {path.name: path.read_bytes() for path in other.glob("*.svg")}
    assert _in_a_process(one, tmp_path, **home) == "False"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_literally(text: str) -> None:
    for name, shape in shapes(text).items():
        found = read(shape)
        assert {tag for tag, _ in found.elements} <= ELEMENTS
        attributes = {key for _, given in found.elements for key in given}
        assert not [key for key in attributes if key.startswith("on") or "href" in key]
        if name != "spark":
            assert seen(text) in joined(found.texts)


@settings(max_examples=40)
@given(SOME)
def test_every_text_comes_out_literally(text: str) -> None:
    found = read(ShareChart((text,), (Line(text, (100,)),)))
    assert joined(found.texts) == seen(text) + seen("100 %") + seen(text)
    assert {tag for tag, _ in found.elements} <= ELEMENTS


@pytest.mark.parametrize("text", ["$x^2$", r"\frac{1}{2}", r"\$5 and $6", "$", "a_b^{c} $$"])
def test_nothing_is_a_formula(text: str) -> None:
    assert seen(text) in joined(read(BarChart((Bar(text, 1, ""),), 2)).texts)


@pytest.mark.filterwarnings("ignore::UserWarning")  # a letter that the typeface does not have
@given(SOME, st.integers(10, 200))
def test_wrapped_loses_nothing(text: str, width: int) -> None:
    assert seen("".join(wrapped(text, width))) == seen(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, []),
        ("one two", 100, ["one two"]),
        ("one two", 30, ["one", "two"]),
        ("W" * 8, 25, ["WW"] * 4),
        ("head-librarian", 50, ["head-", "librarian"]),
        (" a\n\tb ", 100, ["a b"]),
        ("n\u0303" * 4, 15, ["n\u0303" * 2] * 2),
    ],
)
def test_wrapped(text: str, width: float, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@pytest.mark.parametrize("name", NAMES)
def test_every_colour_follows_the_palette(name: str) -> None:
    picture = draw(shapes()[name], ".")
    colours = {found.lower() for found in COLOUR.findall(re.sub(r"url\([^)]*\)", "", picture))}
    assert colours
    assert colours <= LIGHT
    for tag, its in _Reader(picture).elements:
        if tag == "text":
            assert "fill: #" in (its["style"] or "")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "spark"])
@pytest.mark.parametrize("text", [TEXT, "W" * 60, "Management van medewerkers en middelen"])
def test_legible_at_its_natural_width(name: str, text: str) -> None:
    """No letter below 10 pixels, nothing outside the picture, and a telephone is wide enough."""
    found = read(shapes(text)[name])
    (_, root), *elements = found.elements
    _, _, width, height = map(float, (root["viewbox"] or "").split())
    assert width <= 360
    texts = [its for tag, its in elements if tag == "text"]
    for its, words in zip(texts, found.texts, strict=True):
        assert float(its["font-size"] or 0) == SIZE
        long = measured(words)
        if "transform" in its:
            long = 0
        x, y = float(its["x"] or 0), float(its["y"] or 0)
        style = its["style"] or ""
        start = x - long * (1 if "end" in style else 0.5 if "middle" in style else 0)
        assert -1 <= start <= start + long <= width + 1, words
        assert SIZE - 4 <= y <= height


def test_a_name_and_no_fixed_typeface() -> None:
    (_, root), *elements = read(shapes()["bars"]).elements
    assert (root["role"], root["aria-label"]) == ("img", "A title")
    assert not [given for _, given in elements if "font-family" in str(given)]


def test_things_differ_without_colour() -> None:
    assert len({look.hatch for look in LOOKS}) == len(LOOKS)
    assert len({(look.dash, look.marker) for look in LOOKS}) == len(LOOKS)


def test_identifiers_are_the_charts_own() -> None:
    found = read(shapes()["shares"], key="chart-own")
    identifiers = [given["id"] or "" for _, given in found.elements if given.get("id")]
    assert identifiers
    assert all(name.startswith("chart-own-") for name in identifiers)
    used = re.findall(r"url\(#([^)]+)\)", str(found.elements))
    assert used
    assert set(used) <= set(identifiers)


def test_values_are_where_they_belong() -> None:
    """Bars of a half and of a whole, and a bar beyond the maximum that stays in its frame."""
    bars = tuple(Bar("x", value, "") for value in (50, 100, 900))
    picture = draw(BarChart(bars, 100), ".")
    filled = re.findall(r'<path d="M 8 [0-9.]+ L ([0-9.]+) [^"]*" style="fill: url', picture)
    assert [float(right) for right in filled] == [103, 198, 198]


def test_a_gap_stays_a_gap() -> None:
    values = (Decimal(1), Decimal(2), None, Decimal(3), Decimal(4))
    picture = draw(TrendChart(tuple("abcde"), values, None, None, "x"), ".")
    strong = re.findall(r'<path d="([^"]*)" style="[^"]*stroke-width: 1.8', picture)
    assert len(strong) == 2
    assert all(path.count("L") == 1 for path in strong)


def test_only_what_is_new_is_drawn(tmp_path: Path) -> None:
    first = Plotting(charts(), tmp_path, ".").result()
    times = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.svg")}
    new = BarChart((Bar("new", 1, "1"),), 2)
    again = Plotting(charts(new=new), tmp_path, ".").result()
    assert {key: again[key] for key in first} == first
    assert len(list(tmp_path.glob("*.svg"))) == len(times) + 1
    assert {path: path.stat().st_mtime_ns for path in times} == times


@pytest.mark.parametrize("heats", range(1, 13))
def test_every_band_looks_hotter_than_the_one_below(heats: int) -> None:
    """As far as there are looks; with more bands a hotter one never looks cooler."""
    places = [HEAT.index(heat_of(band, heats)) for band in range(heats)]
    assert places == sorted(places)
    assert len(set(places)) == min(heats, len(HEAT))
    assert places[0] == 0
    assert places[-1] == (len(HEAT) - 1 if heats > 1 else 0)


def test_heat_shows_without_colour_and_an_unknown_one_promises_nothing() -> None:
    assert len({look.hatch for look in HEAT}) == len(HEAT)
    assert heat_of(-1, 3) not in HEAT


@pytest.mark.parametrize("module", [markup, palette, grid])
def test_other_code_that_shapes_a_picture_gives_it_another_name(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = Chart("chart-a", "A", shapes()["bars"], "x")
    read_bytes, file = Path.read_bytes, Path(module.__file__ or "")
    before = name_of(chart, ".")
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: read_bytes(path) + (b"#" if path == file else b"")
    )
    _drawer.cache_clear()
    changed = name_of(chart, ".")
    _drawer.cache_clear()
    assert changed != before


def test_what_a_picture_is_named_after() -> None:
    one = Chart("chart-a", "A", shapes()["bars"], "x")
    same = Chart("chart-b", "B", shapes()["bars"], "y")
    assert name_of(one, ".") == name_of(same, ".")
    assert name_of(one, ".") != name_of(one, ",")
    assert name_of(one, ".") != name_of(Chart("chart-a", "A", shapes("x")["bars"], "x"), ".")


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (RadarChart(("a", "b"), (), ("1",)), "2 axes"),
        (RadarChart(("a", "b", "c"), (Line("x", (1,)),), ("1",)), "zip"),
        (BarChart((Bar("a", 1, ""),), 0), "up to 0"),
        (BarChart((Bar("a", float("nan"), ""),), 9), "nan"),
        (TrendChart(("a",), (Decimal("Infinity"),), None, None, ""), "ValueError.*Infinity"),
        (HeatMap(("a",), ("b",), "", "", ((),), ((),), 1), "zip"),
        (ShareChart(("a",), (Line("x", ()),)), "zip"),
    ],
)
def test_a_fault_names_its_chart_and_never_enters_the_cache(
    shape: Shape, words: str, tmp_path: Path
) -> None:
    for _ in range(2):
        with pytest.raises(DrawingError, match=words) as raised:
            Plotting(charts(wrong=shape), tmp_path, ".").result()
        assert [failure.key for failure in raised.value.failures] == ["chart-wrong"]
    assert len(list(tmp_path.glob("*.svg"))) == len(NAMES)


def test_what_is_no_shape_or_text_is_refused() -> None:
    with pytest.raises(ValueError, match="image"):
        cleaned('<svg xmlns="http://www.w3.org/2000/svg"><g><image/></g></svg>')


@pytest.mark.parametrize(
    ("value", "decimal", "written"),
    [
        (3, ",", "3"),
        (0.25, ",", "0,25"),
        (Decimal("3.00"), ",", "3"),
        (Decimal("-1.5"), ".", "\u22121.5"),
        (Decimal("-0.0"), ".", "0"),
        (Decimal(1234567), ",", "1234567"),
        (Decimal("1E+3"), ",", "1000"),
        (Decimal("999999999999.999999"), ".", "999999999999.999999"),
        (Decimal("0.000001"), ",", "0,000001"),
    ],
)
def test_numbers(value: Decimal | float, decimal: str, written: str) -> None:
    assert number(value, decimal) == written


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "100", "0 50 100"),
        ("95", "99", "95 96 97 98 99"),
        ("0", "0", "0 0.5"),
        ("5", "5", "4 6"),
        ("0.1", "0.3", "0.1 0.15 0.2 0.25 0.3"),
        ("-3", "3", "-4 -2 0 2 4"),
        ("12345678.901", "12345678.902", "12345678.901 12345678.9015 12345678.902"),
        ("999999999999.999998", "999999999999.999999", "999999999999.999998 {0}85 {0}9"),
    ],
)
def test_ticks(low: str, high: str, expected: str) -> None:
    found = [f"{tick.normalize():f}" for tick in ticks(Decimal(low), Decimal(high))]
    assert found == expected.format("999999999999.99999").split()


@pytest.mark.parametrize("close", ["12345678.901 12345678.902", "999999999999.999998 {0}9"])
def test_large_values_close_together_can_be_drawn(close: str) -> None:
    """Numbers that no binary fraction tells apart: the line between them still rises."""
    low, high = map(Decimal, close.format("999999999999.99999").split())
    picture = draw(TrendChart(("a", "b"), (low, high), None, None, ""), ".")
    (line,) = re.findall(r'<path d="([^"]*)" style="[^"]*stroke-width: 1.8', picture)
    (_, begin), (_, end) = re.findall(r"([0-9.]+) ([0-9.]+)", line)
    assert float(begin) - float(end) > 50


def test_every_chart_of_a_handbook_can_be_drawn(
    library: Handbook, english: Language, tmp_path: Path
) -> None:
    found = charts_of(library, english)
    assert set(Plotting(found, tmp_path, ".").result()) == set(found)
