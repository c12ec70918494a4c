"""The theme: legible in both palettes, in step with the diagrams, asking nobody for anything."""

import re
from pathlib import Path

import pytest

from generator.diagrams.palette import COLOURS

THEME = Path(__file__).parent.parent.parent / "generator" / "theme"
ASSETS = THEME / "assets" / "handbook"

PAIRS = [
    ("--md-default-fg-color", "--md-default-bg-color"),
    ("--md-default-fg-color", "--hb-soft"),
    ("--md-default-fg-color", "--hb-brand-soft"),
    ("--md-default-fg-color--light", "--md-default-bg-color"),
    ("--md-typeset-a-color", "--md-default-bg-color"),
    ("--md-typeset-a-color", "--hb-soft"),
    ("--md-typeset-a-color", "--hb-brand-soft"),
    ("--md-primary-bg-color", "--md-primary-fg-color"),
    ("--md-primary-bg-color", "--md-primary-fg-color--light"),
    ("--hb-muted", "--md-default-bg-color"),
    ("--hb-muted", "--hb-soft"),
    ("--hb-muted", "--hb-card"),
    ("--hb-open-ink", "--md-default-bg-color"),
    ("--hb-open-ink", "--hb-soft"),
    ("--hb-open-ink", "--hb-open-ground"),
    ("--hb-derived-ink", "--hb-derived-ground"),
    ("--hb-proposal-ink", "--hb-proposal-ground"),
    ("--hb-done-ink", "--hb-done-ground"),
    ("--hb-done-ink", "--md-default-bg-color"),
    ("--hb-derived-ink", "--md-default-bg-color"),
    ("--hb-stop-ink", "--hb-stop-ground"),
    ("--hb-stop-ink", "--hb-card"),
]


def _palettes() -> dict[str, dict[str, str]]:
    text = (ASSETS / "tokens.css").read_text(encoding="utf-8")
    light, dark = text.split('[data-md-color-scheme="slate"]')
    found = re.compile(r"(--[a-z-]+): (#[0-9a-f]{6});")
    return {"light": dict(found.findall(light)), "dark": dict(found.findall(dark))}


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read(palette: str, ink: str, ground: str) -> None:
    colours = _palettes()[palette]
    assert _contrast(colours[ink], colours[ground]) >= 4.5


def test_every_colour_has_a_dark_one() -> None:
    light, dark = _palettes().values()
    assert {name for name in light if name.startswith("--hb-")} == {
        name for name in dark if name.startswith("--hb-")
    }


def test_diagrams_have_their_dark_colours() -> None:
    text = (ASSETS / "diagrams.css").read_text(encoding="utf-8")
    found = dict(re.findall(r"--diagram-([a-z-]+): (#[0-9A-F]{6});", text))
    assert found == {name: colour.dark for name, colour in COLOURS.items()}


@pytest.mark.parametrize(
    "path",
    sorted(path for path in THEME.rglob("*") if path.suffix in {".css", ".js", ".html"}),
    ids=lambda path: path.name,
)
def test_no_other_host_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://|url\(\s*[\"']?//|@import", text)


def test_every_asset_in_the_settings_is_there() -> None:
    settings = (THEME.parent.parent / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"assets/handbook/([\w.-]+\.(?:css|js))", settings)
    assert named
    for name in named:
        assert (ASSETS / name).is_file(), name


def test_vendored_script_keeps_its_licence() -> None:
    assert "Martin Donath" in (ASSETS / "iframe-worker.LICENSE.txt").read_text(encoding="utf-8")
