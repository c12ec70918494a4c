"""Charts in a browser: legible on a telephone, on a dark page too, and with text to select."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]
PAGE = "measuring/assessments/reading-room-scan-again.html"
SMALLEST = """
    Math.min(...[...document.querySelectorAll('.diagram--chart text')].map(
        text => parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a))
"""
INSIDE = """
    [...document.querySelectorAll('.diagram--chart svg')].every(picture => {
        const frame = picture.getBoundingClientRect();
        return [...picture.querySelectorAll('text')].every(text => {
            const box = text.getBoundingClientRect();
            return box.left >= frame.left - 1 && box.right <= frame.right + 1;
        });
    })
"""
COLOURS = """
    [...document.querySelectorAll('.diagram--chart text')].map(text => getComputedStyle(text).fill)
"""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("width", [390, 1440])
def test_a_chart_is_legible_and_whole(library_site: Path, visit: Visit, width: int) -> None:
    page = visit(library_site, PAGE, width=width)
    assert page.locator(".diagram--chart svg").count() > 0
    assert page.evaluate(SMALLEST) >= 10
    assert page.evaluate(INSIDE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_its_letters_follow_the_page(library_site: Path, visit: Visit) -> None:
    light = set(visit(library_site, PAGE).evaluate(COLOURS))
    dark = set(visit(library_site, PAGE, dark=True).evaluate(COLOURS))
    assert light
    assert not light & dark


def test_its_text_can_be_selected(library_site: Path, visit: Visit) -> None:
    page = visit(library_site, PAGE)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.diagram--chart'))")
    assert "7 of 9 (78 percent)" in " ".join(page.evaluate("getSelection().toString()").split())


def test_no_marker_is_left(library_site: Path) -> None:
    for path in library_site.rglob("*.html"):
        assert "data-diagram=" not in path.read_text(encoding="utf-8"), path
